import type { Strings } from '../i18n/strings.ts';

/** What several people pay together, as far as it is known; `null` for who decides at the office. */
export const totalFee = (t: Strings, fees: readonly (number | null)[]): string | undefined => {
  const known = fees.filter((fee) => fee !== null);
  if (fees.length < 2 || known.length === 0) return undefined;
  const sum = known.reduce((all, fee) => all + fee, 0);
  return t.review.totalOf(t.format.money(sum), fees.length - known.length);
};
