import type { Lang } from './words.ts';

const id = {
  title: 'Tiket antrean',
  waiting: 'Menunggu tiket dari halaman pendaftaran…',
  noOpener:
    'Halaman ini mencetak tiket yang dikirim oleh halaman pendaftaran, jadi tidak dapat dibuka sendiri. Buka tiket Anda di halaman pendaftaran, lalu pilih Cetak.',
  invalid: 'Tiket tidak dapat dibaca. Kembali ke halaman pendaftaran, lalu pilih Cetak sekali lagi.',
  noScript: 'Halaman ini memerlukan JavaScript. Tanpa JavaScript, catat kode antrean Anda dan tunjukkan di kantor.',
  toOffice: 'Buka halaman kantor',
  print: 'Cetak',
  come: 'Datang pada',
  at: 'pukul',
  codes: 'Kode antrean',
  codesNote: 'Setiap pemohon mempunyai kode sendiri.',
  booking: 'Kode pendaftaran',
  bookingNote: 'Dengan kode ini Anda dapat mengecek, mengubah, atau membatalkan antrean.',
  qr: 'Kode QR antrean',
  show: 'Tunjukkan tiket ini kepada petugas, lalu tunggu di tempat yang disediakan. Jika rumah Anda jauh, berangkatlah lebih awal.',
  bring: 'Bawa dokumen asli',
  fees: 'Biaya',
  feeUnknown: 'sesuai jenis paspor yang dipilih di kantor',
  feeNote: 'Biaya paspor dibayar sesuai ketentuan PNBP (PP 45/2024). Antrean ini gratis.',
  service: { new: 'Paspor baru', renewal: 'Penggantian paspor' },
};

export type TicketWords = typeof id;

const en: TicketWords = {
  title: 'Queue ticket',
  waiting: 'Waiting for the ticket from the booking page…',
  noOpener:
    'This page prints a ticket that the booking page hands over, so it cannot be opened by itself. Open your ticket on the booking page, then choose Print.',
  invalid: 'The ticket cannot be read. Go back to the booking page and choose Print again.',
  noScript: 'This page needs JavaScript. Without it, write down your queue code and show it at the office.',
  toOffice: 'Open the office’s page',
  print: 'Print',
  come: 'Come on',
  at: '',
  codes: 'Queue code',
  codesNote: 'Each applicant has their own code.',
  booking: 'Booking code',
  bookingNote: 'With this code you can check, change or cancel the booking.',
  qr: 'QR code of the booking',
  show: 'Show this ticket to the staff, then wait in the waiting area. If you live far away, set off early.',
  bring: 'Bring the originals',
  fees: 'Fees',
  feeUnknown: 'by the passport type chosen at the office',
  feeNote: 'The passport fee is paid under state tariff rules (PP 45/2024). Booking is free.',
  service: { new: 'New passport', renewal: 'Passport renewal' },
};

export const ticketWords: Record<Lang, TicketWords> = { id, en };
