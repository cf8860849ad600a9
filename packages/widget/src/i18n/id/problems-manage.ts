import type { Strings } from '../strings.ts';

/** Refusals of what is asked of a booking that was made. */
export const problemsOfManaging = {
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
