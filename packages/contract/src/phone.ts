/**
 * An Indonesian mobile number as E.164 (`+6281234567890`), or undefined. Takes `08…`, `62 8…` and `+62 8…` with
 * spaces, dots, hyphens and brackets; 9 to 12 digits follow the country code.
 */
export const phoneE164 = (text: string): string | undefined => {
  const digits = text.replace(/[\s().-]/g, '').replace(/^\+?62|^0/, '');
  return /^8\d{8,11}$/.test(digits) ? `+62${digits}` : undefined;
};
