import type { Strings } from '../strings.ts';

const again = 'Sesi ini sudah tidak berlaku. Cari antrean Anda dengan kode pendaftaran, atau mulai lagi.';
const closed = 'Layanan antrean tidak dapat dipakai dari situs ini. Hubungi kantor imigrasi.';
const program = 'Halaman ini perlu dimuat ulang. Antrean belum tercatat.';

/** Refusals that few ever meet: fetched with the first of them. */
export const problemsAside = {
  TOKEN_MISSING: again,
  TOKEN_INVALID: again,
  TOKEN_EXPIRED: again,
  NOT_ALLOWED: again,
  ORIGIN_NOT_ALLOWED: closed,
  PROOF_REQUIRED: program,
  PASS_REQUIRED: program,
  ROUTE_UNKNOWN: program,
  SERVICE_NOT_OFFERED: 'Layanan ini tidak tersedia di kantor ini. Pilih layanan atau kantor lain.',
  SLOT_UNKNOWN: 'Jadwal ini tidak ada lagi. Pilih jadwal lain.',
  HOLD_UNKNOWN: 'Tempat yang disimpan tidak ditemukan. Pilih jadwal lagi; data Anda masih tersimpan.',
  METHOD_NOT_ALLOWED: program,
  SLOT_NOT_RELEASED: 'Jadwal ini belum dibuka. Pilih jadwal lain.',
  IDEMPOTENCY_CONFLICT: 'Pendaftaran ini sudah pernah dikirim dengan data lain.',
  HOLD_BOOKED: 'Antrean ini sudah terdaftar.',
  HOLD_EXTENDED: 'Waktu hanya dapat ditambah satu kali.',
  PROOF_SPENT: program,
  PRECONDITION_FAILED: 'Data sudah berubah. Muat ulang dan coba lagi.',
  BODY_TOO_LARGE: program,
  UNSUPPORTED_MEDIA_TYPE: program,
  PARTY_TOO_LARGE: 'Jumlah pemohon melebihi batas satu antrean.',
  TOKEN_REVOKED: 'Jadwal ini sudah diganti. Cari antrean Anda dengan kode pendaftaran untuk melihat yang baru.',
  BOOKING_UNKNOWN: 'Kode tidak ditemukan. Periksa kode, 4 angka terakhir NIK, dan tanggal lahir.',
  RESCHEDULE_LIMIT: 'Jadwal sudah pernah diubah. Anda masih dapat membatalkannya.',
  TOO_LATE: 'Batas waktunya sudah lewat. Jadwal hanya dapat diubah sampai sehari sebelumnya.',
  WRONG_OFFICE: 'Antrean ini untuk kantor lain.',
  WRONG_DAY: 'Antrean ini untuk hari lain.',
  ALREADY_ARRIVED: 'Kedatangan sudah dicatat, sehingga antrean tidak dapat diubah.',
  BOOKING_CANCELLED: 'Antrean ini sudah dibatalkan. Silakan ambil antrean baru.',
  BOOKING_MOVED: 'Jadwal antrean ini sudah dipindahkan.',
  WOULD_STRAND: 'Perubahan ini mengenai antrean yang sudah terdaftar.',
} satisfies Partial<Strings['problems']>;
