import type { Strings } from '../strings.ts';

/** Refusals that are met on the way to a booking. */
export const problems = {
  OFFICE_UNKNOWN: 'Kantor ini tidak ditemukan. Pilih kantor lain.',
  SLOT_FULL: 'Tempat ini baru saja diambil orang lain. Pilih jam lain; data Anda masih tersimpan.',
  SLOT_PAST: 'Jam ini sudah lewat. Pilih jadwal lain.',
  NIK_ALREADY_BOOKED: 'Salah satu NIK sudah punya antrean aktif. Cek atau ubah antrean itu.',
  HOLD_EXPIRED: 'Waktu habis dan tempat dilepas. Pilih jadwal lagi; data Anda masih tersimpan.',
  INVALID_INPUT: 'Ada isian yang perlu diperiksa.',
  RATE_LIMITED: 'Terlalu banyak percobaan.',
  INTERNAL: 'Terjadi gangguan di sistem kami.',
  OVERLOADED: 'Sistem sedang sibuk.',
} satisfies Partial<Strings['problems']>;
