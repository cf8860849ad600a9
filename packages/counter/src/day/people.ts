import type { OfficeDay, Visit, Visitor } from '@paspor-antrean/client/counter';
import type { Stage } from '../page-state.ts';

/** One person of the day's list. */
export interface Person extends Visitor {
  readonly visit: Visit;
  readonly stage: Stage;
}

const stageOf = ({ status, calledAt }: Visitor): Stage | undefined => {
  if (status === 'arrived') return calledAt ? 'called' : 'waiting';
  if (status === 'booked') return 'due';
  return status === 'cancelled' ? undefined : status;
};

/** Everyone who counts today, by slot and queue number. Who cancelled is not among them. */
export const peopleOf = (day: OfficeDay): readonly Person[] =>
  day.visits
    .flatMap((visit) =>
      visit.applicants.flatMap((visitor): Person[] => {
        const stage = stageOf(visitor);
        return stage ? [{ ...visitor, visit, stage }] : [];
      }),
    )
    .sort((a, b) => order(a.visit.startsAt, b.visit.startsAt) || order(a.queueCode, b.queueCode));

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const orderOfTime = (a: string | null, b: string | null) => Date.parse(a ?? '') - Date.parse(b ?? '');

export type Counts = Readonly<Record<Stage, number>>;

export const countStages = (people: readonly Person[]): Counts => {
  const counts = { due: 0, waiting: 0, called: 0, served: 0, missed: 0 };
  for (const { stage } of people) counts[stage]++;
  return counts;
};

/** Whoever waits for the earliest slot; of those, who came first. */
export const nextToCall = (people: readonly Person[]): Person | undefined =>
  people
    .filter(({ stage }) => stage === 'waiting')
    .sort((a, b) => orderOfTime(a.visit.startsAt, b.visit.startsAt) || orderOfTime(a.arrivedAt, b.arrivedAt))[0];

/** Whom this booth called last and has not finished with. */
export const nowCalled = (people: readonly Person[], booth: string): Person | undefined =>
  people
    .filter((person) => person.stage === 'called' && person.booth === booth)
    .sort((a, b) => orderOfTime(b.calledAt, a.calledAt))[0];

/** Letters and digits alone count, as a code is typed: `a09 017` is `A09-017`. */
const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

export const matches = (person: Person, query: string): boolean => {
  const wanted = plain(query);
  return plain(person.queueCode).includes(wanted) || (person.visit.code ?? '').includes(wanted);
};

/** The people of each slot, earliest slot first. */
export const bySlot = (people: readonly Person[]): readonly (readonly [Visit, readonly Person[]])[] => {
  const slots = new Map<string, [Visit, Person[]]>();
  for (const person of people) {
    const found = slots.get(person.visit.startsAt);
    if (found) found[1].push(person);
    else slots.set(person.visit.startsAt, [person.visit, [person]]);
  }
  return [...slots.values()];
};

/** Channels with seats of their own for who stands at the counter, and how many are left today. */
export const walkInChannels = ({ seats }: OfficeDay, now: Date): ReadonlyMap<string, number> => {
  const left = new Map<string, number>();
  for (const { channel, endsAt, capacity, taken } of seats) {
    const free = Date.parse(endsAt) > now.getTime() ? Math.max(0, capacity - taken) : 0;
    left.set(channel, (left.get(channel) ?? 0) + free);
  }
  return left;
};
