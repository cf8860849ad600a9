/**
 * The Indonesian identity number (NIK), `PPKKCC DDMMYY SSSS`: district of first registration, birth date (day + 40
 * for women), serial. It has no check digit and is for life, so only what no NIK can be is an error; whatever civil
 * registration has been seen to hold (31 February, a corrected birth date, an old province) at most earns a warning.
 */
export type NikFault = 'NIK_LENGTH' | 'NIK_DIGITS' | 'NIK_DAY' | 'NIK_MONTH' | 'NIK_SERIAL';

/** What makes `nik` impossible, or undefined. */
export const nikFault = (nik: string): NikFault | undefined => {
  if (/\D/.test(nik)) return 'NIK_DIGITS';
  if (nik.length !== 16) return 'NIK_LENGTH';
  const day = Number(nik.slice(6, 8));
  const month = Number(nik.slice(8, 10));
  if (!((day >= 1 && day <= 31) || (day >= 41 && day <= 71))) return 'NIK_DAY';
  if (month < 1 || month > 12) return 'NIK_MONTH';
  return nik.endsWith('0000') ? 'NIK_SERIAL' : undefined;
};

/** The same rule for who reads only the specification. The last four digits are not all zero. */
export const nikPattern =
  '^\\d{6}(0[1-9]|[12]\\d|3[01]|4[1-9]|[56]\\d|7[01])(0[1-9]|1[0-2])\\d{2}' +
  '(\\d{3}[1-9]|\\d{2}[1-9]\\d|\\d[1-9]\\d{2}|[1-9]\\d{3})$';

/** True when the date written in a NIK differs from `birthOn` (`1990-05-12`). A warning, never a refusal. */
export const nikDisagreesWithBirth = (nik: string, birthOn: string): boolean => {
  const day = Number(nik.slice(6, 8)) % 40;
  return `${nik.slice(10, 12)}-${nik.slice(8, 10)}-${String(day).padStart(2, '0')}` !== birthOn.slice(2);
};
