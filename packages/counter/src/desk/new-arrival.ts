import type { OfficeDay } from '@paspor-antrean/client/counter';
import { isToCome, type Verdict } from './judge.ts';
import type { Arrival } from './outbox.ts';

interface Given {
  verdict: Verdict;
  /** What was scanned, where something was. */
  token: string | undefined;
  queueCodes: readonly string[];
  /** As it stands now, with what is unsent drawn into it. */
  day: OfficeDay | null;
  kept: readonly Arrival[];
  /** By the server's clock. */
  now: Date;
}

/** The arrival to be kept; undefined where it is kept already: the button was pressed twice. */
export const newArrival = (given: Given): Omit<Arrival, 'sequence' | 'office'> | undefined => {
  const { verdict, token, queueCodes, day, kept, now } = given;
  if (verdict.kind !== 'welcome') throw new TypeError('Only who is welcome can arrive');
  const { visit, ticket } = verdict;
  const booking = ticket?.bookingId ?? visit?.id;
  const presented = token ? { token } : visit?.code ? { code: visit.code } : undefined;
  if (!booking || !presented) throw new TypeError('This verdict was not given by this desk');
  const arrival = { booking, presented, at: now.toISOString() };
  // Who of the party is who is not known here, so that it arrives as a whole, once.
  if (!visit) return kept.some((one) => one.booking === booking) ? undefined : { ...arrival, queueCodes: [] };
  const current = day?.visits.find(({ id, version }) => id === booking && version === visit.version) ?? visit;
  const toCome = current.applicants.filter(isToCome).map(({ queueCode }) => queueCode);
  const asked = queueCodes.length > 0 ? queueCodes.filter((queueCode) => toCome.includes(queueCode)) : toCome;
  return asked.length > 0 ? { ...arrival, queueCodes: asked } : undefined;
};
