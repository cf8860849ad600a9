import type { OfficeDay, Visit, Visitor } from '@paspor-antrean/contract/wire';
import { isToCome } from './judge.ts';
import type { Arrival } from './outbox.ts';

/** The list with what the API said of some visits since. One that is new to it comes last of its slot. */
export const withVisits = (day: OfficeDay, visits: readonly Visit[]): OfficeDay => {
  const byId = new Map(day.visits.map((visit) => [visit.id, visit]));
  for (const visit of visits) if (visit.slot.startsWith(day.on)) byId.set(visit.id, visit);
  const sorted = [...byId.values()].sort((one, other) => (one.slot < other.slot ? -1 : Number(one.slot > other.slot)));
  return { ...day, visits: sorted };
};

/** The list with the arrivals that the API has not acknowledged yet. */
export const withArrivals = (day: OfficeDay, arrivals: readonly Arrival[], device: string): OfficeDay => ({
  ...day,
  visits: day.visits.map((visit) => {
    const own = arrivals.filter(({ booking }) => booking === visit.id);
    return own.reduce((drawn, arrival) => withArrival(drawn, arrival, device), visit);
  }),
});

const withArrival = (visit: Visit, { queueCodes, at }: Arrival, device: string): Visit => ({
  ...visit,
  applicants: visit.applicants.map((person): Visitor => {
    const isMeant = queueCodes.length === 0 || queueCodes.includes(person.queueCode);
    return isMeant && isToCome(person)
      ? { ...person, status: 'arrived', arrivedAt: at, device, calledAt: null, booth: null }
      : person;
  }),
});
