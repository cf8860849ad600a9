import type { Booking } from '@paspor-antrean/client';
import type { Strings } from '../i18n/strings.ts';

/** Who pays what; one line where all pay the same, and the sum says the rest. */
export const feeLines = (
  t: Strings,
  people: readonly Pick<Booking['applicants'][number], 'name' | 'feeIdr'>[],
): string[] => {
  const words = people.map(({ feeIdr }) => (feeIdr === null ? t.ticket.feeUnknown : t.format.money(feeIdr)));
  return new Set(words).size > 1 ? words.map((fee, at) => `${people[at]?.name}: ${fee}`) : words.slice(0, 1);
};

/** What several people pay together, as far as it is known; `null` for who decides at the office. */
export const totalFee = (t: Strings, fees: readonly (number | null)[]): string | undefined => {
  const known = fees.filter((fee) => fee !== null);
  if (fees.length < 2 || known.length === 0) return undefined;
  const sum = known.reduce((all, fee) => all + fee, 0);
  return t.review.totalOf(t.format.money(sum), fees.length - known.length);
};
