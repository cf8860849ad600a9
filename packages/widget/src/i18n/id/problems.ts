import type { Strings } from '../strings.ts';

/** Refusals that can be met before anything is chosen. */
export const problems = {
  OFFICE_UNKNOWN: 'Kantor ini tidak ditemukan. Pilih kantor lain.',
  RATE_LIMITED: 'Terlalu banyak percobaan.',
  INTERNAL: 'Terjadi gangguan di sistem kami.',
  OVERLOADED: 'Sistem sedang sibuk.',
} satisfies Partial<Strings['problems']>;
