import type { Availability, AvailabilityDay, Slot } from '@paspor-antrean/contract';
import type { Deps } from '../deps.ts';
import { nearestTo } from '../offices/distance.ts';
import { addDays, addMinutes, isoAt, isoOfWall, officeDay, wallClock } from '../offices/office-time.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import { Refusal } from '../refusal.ts';
import { type AvailabilityRow, type SlotRow, selectAvailability } from './queries.ts';

export type AvailabilityDeps = Pick<Deps, 'sql' | 'clock' | 'offices'>;

export interface Wish {
  office: string;
  service: 'new' | 'renewal';
  from?: string | undefined;
  days: number;
  party: number;
}

/** The channel through which an office offers a service. Refuses SERVICE_NOT_OFFERED. */
export const channelOf = (office: OfficeRecord, service: string): string => {
  const offered = office.services.find((candidate) => candidate.id === service);
  if (!offered) throw new Refusal('SERVICE_NOT_OFFERED');
  return offered.channel;
};

/** The wall time after which a slot must start to be taken now. */
export const openFrom = (office: OfficeRecord, now: Date): string =>
  addMinutes(wallClock(now, office.timeZone).slice(0, 16), office.sameDayUntilMinutes);

/** The contract's calendar ends here: an answer has no day that a caller could not ask for. */
const lastDay = '2999-12-31';

/** A slot as the contract says it. */
export const slotOf = (starts: string, minutes: number, remaining: number, timeZone: string): Slot => ({
  slot: starts,
  startsAt: isoOfWall(starts, timeZone),
  endsAt: isoOfWall(addMinutes(starts, minutes), timeZone),
  remaining: Math.max(0, remaining),
});

/** Free seats by day and slot, why empty days are empty, and where else there is room. */
export const readAvailability = async (deps: AvailabilityDeps, wish: Wish): Promise<Availability> => {
  const office = await deps.offices.get(wish.office);
  const channel = channelOf(office, wish.service);
  if (wish.party > office.partyMax) throw new Refusal('PARTY_TOO_LARGE');
  const now = deps.clock();
  const from = wish.from ?? officeDay(now, office.timeZone);
  const all = await deps.offices.all();
  const nearest = nearestTo(office, all);
  const byId = new Map(all.map((other) => [other.id, other]));

  const row = await selectAvailability(deps.sql, {
    officeId: office.id,
    channel,
    service: wish.service,
    from,
    until: addDays(from, wish.days),
    openFrom: openFrom(office, now),
    party: wish.party,
    now,
    near: nearest.map(({ id }) => ({ id, openFrom: openFrom(byId.get(id) ?? office, now) })),
  });

  return {
    officeId: office.id,
    service: wish.service,
    timeZone: office.timeZone,
    asOf: isoAt(now, office.timeZone),
    earliest: row.earliest && toSlot(row.earliest, office.timeZone),
    nextReleaseAt: row.nextReleaseAt && isoAt(row.nextReleaseAt, office.timeZone),
    days: daysOf(office, row, wish, from, now),
    elsewhere: row.elsewhere.flatMap(({ officeId, starts, minutes, remaining }) => {
      const other = byId.get(officeId);
      const km = nearest.find(({ id }) => id === officeId)?.distanceKm;
      if (!other || km === undefined) return [];
      return [
        { officeId, name: other.name, distanceKm: km, earliest: slotOf(starts, minutes, remaining, other.timeZone) },
      ];
    }),
  };
};

const toSlot = (row: SlotRow, timeZone: string) => slotOf(row.starts, row.minutes, row.remaining, timeZone);

const daysOf = (office: OfficeRecord, row: AvailabilityRow, wish: Wish, from: string, now: Date): AvailabilityDay[] => {
  const slotsByDay = new Map<string, SlotRow[]>();
  for (const slot of row.slots) {
    const day = slot.starts.slice(0, 10);
    slotsByDay.set(day, [...(slotsByDay.get(day) ?? []), slot]);
  }
  const closures = new Map(row.closures.map(({ on, reason }) => [on, reason]));
  const cutoff = openFrom(office, now);
  const today = officeDay(now, office.timeZone);
  const asked = Array.from({ length: wish.days }, (_, at) => addDays(from, at));
  return asked
    .filter((on) => on <= lastDay)
    .map((on) =>
      dayOf({
        on,
        office,
        slots: slotsByDay.get(on) ?? [],
        closure: closures.get(on),
        cutoff,
        today,
        now,
        party: wish.party,
      }),
    );
};

interface DayFacts {
  on: string;
  office: OfficeRecord;
  slots: SlotRow[];
  closure: string | undefined;
  cutoff: string;
  today: string;
  now: Date;
  party: number;
}

const dayOf = ({ on, office, slots, closure, cutoff, today, now, party }: DayFacts): AvailabilityDay => {
  const empty = { on, remaining: 0, slots: [] };
  if (on < today) return { ...empty, status: 'closed', reason: 'past' };
  if (closure !== undefined) return { ...empty, status: 'holiday', reason: closure };
  if (office.status === 'announced') return { ...empty, status: 'closed', reason: 'office-not-open' };
  const [first] = slots;
  if (!first) return noSlots(empty, office, today, now);
  if (Date.parse(first.releasesAt) > now.getTime()) {
    return { ...empty, status: 'not-released', releasesAt: isoAt(new Date(first.releasesAt), office.timeZone) };
  }
  const open = slots.filter((slot) => slot.starts > cutoff);
  if (open.length === 0) return { ...empty, status: 'closed', reason: 'too-late' };
  const seen = open.map((slot) => toSlot(slot, office.timeZone));
  return {
    on,
    status: seen.some((slot) => slot.remaining >= party) ? 'open' : 'full',
    remaining: seen.reduce((sum, slot) => sum + slot.remaining, 0),
    slots: seen,
  };
};

/** A day without slots: a weekend, a weekday without hours, or one so far ahead that it has none yet. */
const noSlots = (
  empty: Pick<AvailabilityDay, 'on' | 'remaining' | 'slots'>,
  office: OfficeRecord,
  today: string,
  now: Date,
): AvailabilityDay => {
  const weekday = new Date(`${empty.on}T00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return { ...empty, status: 'closed', reason: 'weekend' };
  const opensOn = addDays(empty.on, -office.releaseDays);
  const opensAt = isoOfWall(`${opensOn}T${office.releaseAt}`, office.timeZone);
  if (opensOn >= today && Date.parse(opensAt) > now.getTime())
    return { ...empty, status: 'not-released', releasesAt: opensAt };
  return { ...empty, status: 'closed', reason: 'no-hours' };
};
