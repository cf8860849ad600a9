import { Day, type OfficeDay } from '@paspor-antrean/contract';
import * as v from 'valibot';
import { idOfUuid } from '../booking/codes.ts';
import { toBase64url } from '../bytes.ts';
import type { Deps } from '../deps.ts';
import { addDays, addMinutes, isoAt, isoOfWall, officeDay } from '../offices/office-time.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import { Refusal } from '../refusal.ts';
import { presentWhole } from './present.ts';
import { type Actor, addKeyHandover } from './queries/audit.ts';
import {
  type LeftRow,
  selectCounterSeats,
  selectLeft,
  selectVisitsOfDay,
  type VisitRow,
} from './queries/read-visits.ts';

/** Channels that applicants book online; the others are the counter's own. */
export const onlineChannels = (office: OfficeRecord): string[] => office.services.map(({ channel }) => channel);

/**
 * The day's list, with what a device needs to judge tokens offline. That someone was given the day's keys is recorded.
 * Refuses INVALID_INPUT.
 */
export const readDay = async (deps: Deps, officeId: string, actor: Actor, on: string): Promise<OfficeDay> => {
  if (!v.is(Day, on)) throw new Refusal('INVALID_INPUT', { fields: [{ field: 'on', code: 'FORMAT' }] });
  const office = await deps.offices.get(officeId);
  const now = deps.clock();
  const [rows, left, seats] = await Promise.all([
    selectVisitsOfDay(deps.sql, office.id, on),
    selectLeft(deps.sql, office.id, on),
    selectCounterSeats(deps.sql, office.id, on, onlineChannels(office)),
    addKeyHandover(deps.sql, office.id, actor, on, now),
  ]);
  // Who keeps the keys of many days could look for a person in all of them.
  const today = officeDay(now, office.timeZone);
  const isNear = on >= addDays(today, -1) && on <= addDays(today, 1);
  const live = rows.filter(({ party }) => party > 0);
  return {
    officeId: office.id,
    officeNumber: office.number,
    officeName: office.name,
    timeZone: office.timeZone,
    on,
    asOf: isoAt(now, office.timeZone),
    dayKeys: isNear ? (await deps.dayKeys(office.id, on)).map(toBase64url) : [],
    visits: await Promise.all(live.map((row) => presentWhole(deps, office, row))),
    revoked: revokedOf(rows, left),
    seats: seats.map(({ channel, starts, minutes, capacity, taken }) => ({
      channel,
      slot: starts,
      endsAt: isoOfWall(addMinutes(starts, minutes), office.timeZone),
      capacity,
      taken,
    })),
  };
};

/** Tokens of the day that their signature alone would let pass: of cancelled bookings, and of those that were moved. */
const revokedOf = (rows: readonly VisitRow[], left: readonly LeftRow[]): OfficeDay['revoked'] => {
  const cancelled = rows.filter(({ party }) => party === 0);
  return [
    ...cancelled.map(({ id, version }) => ({
      id: idOfUuid(id),
      version,
      code: 'BOOKING_CANCELLED' as const,
      movedTo: null,
    })),
    ...left
      .filter(({ id }) => !cancelled.some((row) => row.id === id))
      .map(({ id, version, party, starts }) => ({
        id: idOfUuid(id),
        version,
        code: party === 0 ? ('BOOKING_CANCELLED' as const) : ('BOOKING_MOVED' as const),
        movedTo: party === 0 ? null : starts,
      })),
  ];
};
