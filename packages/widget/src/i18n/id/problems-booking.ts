import type { Strings } from '../strings.ts';

const again = 'Sesi ini sudah tidak berlaku. Cari antrean Anda dengan kode pendaftaran, atau mulai lagi.';
const closed = 'Layanan antrean tidak dapat dipakai dari situs ini. Hubungi kantor imigrasi.';
const program = 'Halaman ini perlu dimuat ulang. Antrean belum tercatat.';

/** Refusals on the way to a booking. */
export const problemsOfBooking = {
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
  SLOT_FULL: 'Tempat ini baru saja diambil orang lain. Pilih jam lain; data Anda masih tersimpan.',
  SLOT_NOT_RELEASED: 'Jadwal ini belum dibuka. Pilih jadwal lain.',
  SLOT_PAST: 'Jam ini sudah lewat. Pilih jadwal lain.',
  NIK_ALREADY_BOOKED: 'Salah satu NIK sudah punya antrean aktif. Cek atau ubah antrean itu.',
  IDEMPOTENCY_CONFLICT: 'Pendaftaran ini sudah pernah dikirim dengan data lain.',
  HOLD_BOOKED: 'Antrean ini sudah terdaftar.',
  HOLD_EXTENDED: 'Waktu hanya dapat ditambah satu kali.',
  PROOF_SPENT: program,
  HOLD_EXPIRED: 'Waktu habis dan tempat dilepas. Pilih jadwal lagi; data Anda masih tersimpan.',
  PRECONDITION_FAILED: 'Data sudah berubah. Muat ulang dan coba lagi.',
  BODY_TOO_LARGE: program,
  UNSUPPORTED_MEDIA_TYPE: program,
  INVALID_INPUT: 'Ada isian yang perlu diperiksa.',
  PARTY_TOO_LARGE: 'Jumlah pemohon melebihi batas satu antrean.',
} satisfies Partial<Strings['problems']>;
