import type { Booking } from '@paspor-antrean/contract';
import { openFrom } from '../availability/availability.ts';
import type { Deps } from '../deps.ts';
import { isoAt, officeDay, wallClock } from '../offices/office-time.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import { Refusal } from '../refusal.ts';
import { uuidOf } from './codes.ts';
import { slotFull, unknownSlot } from './holds.ts';
import { endOfVisitDay, openPersonal, presentBooking } from './present.ts';
import type { MoveOutcome } from './queries/change-bookings.ts';
import { type BookingRow, selectBooking } from './queries/read-bookings.ts';

/** How often a move that lost the race for a seat is tried before the caller is asked to wait. */
const tries = 40;

/** Who asks: the id and version of the token they hold. */
export interface Holder {
  id: string;
  version: number;
}

const find = async (deps: Deps, officeId: string, id: string): Promise<{ office: OfficeRecord; row: BookingRow }> => {
  const office = await deps.offices.get(officeId);
  const row = await selectBooking(deps.sql, office.id, uuidOf(id));
  if (row?.state !== 'booked') throw new Refusal('BOOKING_UNKNOWN');
  return { office, row };
};

/** The booking of a token that no move has replaced since. Refuses BOOKING_UNKNOWN, TOKEN_REVOKED. */
export const findHeld = async (deps: Deps, officeId: string, holder: Holder) => {
  const found = await find(deps, officeId, holder.id);
  if (found.row.version !== holder.version) throw new Refusal('TOKEN_REVOKED');
  return found;
};

/**
 * Moves a booking. The token that a move replaced may ask for that same move again, in case its answer was lost.
 * Refuses RESCHEDULE_LIMIT, TOO_LATE, SLOT_FULL and the other refusals of a slot.
 */
export const moveBooking = async (deps: Deps, officeId: string, holder: Holder, slot: string): Promise<Booking> => {
  for (let attempt = 0; attempt < tries; attempt++) {
    const { office, row } = await find(deps, officeId, holder.id);
    const answer = async () =>
      presentBooking(deps, office, holder.id, row, await openPersonal(deps, office, holder.id, row));
    const isRepeat = row.version === holder.version + 1 && row.starts === slot;
    if (isRepeat) return await answer();
    if (row.version !== holder.version) throw new Refusal('TOKEN_REVOKED');
    if (row.party === 0) throw new Refusal('BOOKING_CANCELLED');
    if (row.starts === slot) return await answer();
    checkMayMove(deps, office, row, slot);
    const claimUntil = endOfVisitDay(slot, office.timeZone).toISOString();
    const request = {
      office: office.id,
      id: uuidOf(holder.id),
      version: row.version,
      target: slot,
      claim_until: claimUntil,
    };
    const { outcome, releasesAt } = await deps.writes.move(request);
    if (outcome === 'again') continue;
    if (outcome !== 'moved') throw await moveRefusal(deps, office, row, slot, outcome, releasesAt);
    const moved = await find(deps, officeId, holder.id);
    return await presentBooking(
      deps,
      office,
      holder.id,
      moved.row,
      await openPersonal(deps, office, holder.id, moved.row),
    );
  }
  throw new Refusal('OVERLOADED', { retryAfterSeconds: 1 });
};

const checkMayMove = (deps: Deps, office: OfficeRecord, row: BookingRow, slot: string) => {
  const now = deps.clock();
  if (row.applicants.some(({ status }) => status === 'arrived' || status === 'served'))
    throw new Refusal('ALREADY_ARRIVED');
  if (row.applicants.some(({ status }) => status === 'missed')) throw new Refusal('TOO_LATE');
  const tooLate =
    office.rescheduleUntil === 'day-before'
      ? officeDay(now, office.timeZone) >= row.starts.slice(0, 10)
      : wallClock(now, office.timeZone) >= row.starts;
  if (tooLate) throw new Refusal('TOO_LATE');
  if (row.moves >= office.rescheduleLimit) throw new Refusal('RESCHEDULE_LIMIT');
  if (slot <= wallClock(now, office.timeZone)) throw new Refusal('SLOT_PAST');
  if (slot <= openFrom(office, now)) throw new Refusal('TOO_LATE');
};

const moveRefusal = async (
  deps: Deps,
  office: OfficeRecord,
  row: BookingRow,
  slot: string,
  outcome: MoveOutcome['outcome'],
  releasesAt: Date | null,
) => {
  switch (outcome) {
    case 'full':
      return await slotFull(deps, office, { service: row.service, slot, party: row.party });
    case 'not-released':
      return new Refusal('SLOT_NOT_RELEASED', { nextReleaseAt: releasesAt && isoAt(releasesAt, office.timeZone) });
    default:
      return await unknownSlot(deps, office, { service: row.service, slot, party: row.party });
  }
};

/**
 * Cancels everyone who is still coming, or the one with this queue code. Again is no error, and gives no more seats.
 * Refuses TOO_LATE from the slot's start, ALREADY_ARRIVED, BOOKING_UNKNOWN for a code that is not in this booking.
 */
export const cancel = async (deps: Deps, officeId: string, holder: Holder, code?: string): Promise<Booking> => {
  const { office, row } = await findHeld(deps, officeId, holder);
  const personal = await openPersonal(deps, office, holder.id, row);
  const before = await presentBooking(deps, office, holder.id, row, personal);
  // Someone cancelled before a move keeps the code of another day, which may read like one of this day.
  const named = before.applicants.map(({ queueCode }) => queueCode === code);
  const live = before.applicants.findIndex(({ status }, each) => named[each] && status !== 'cancelled');
  const at = live < 0 ? named.indexOf(true) : live;
  if (code !== undefined && at < 0) throw new Refusal('BOOKING_UNKNOWN');
  const chosen = code === undefined ? row.applicants : row.applicants.slice(at, at + 1);
  if (chosen.every(({ status }) => status === 'cancelled')) return before;
  if (chosen.some(({ status }) => status === 'arrived' || status === 'served')) throw new Refusal('ALREADY_ARRIVED');
  if (wallClock(deps.clock(), office.timeZone) >= row.starts) throw new Refusal('TOO_LATE');
  const number = code === undefined ? null : (chosen[0]?.number ?? null);
  await deps.writes.cancel({ office: office.id, id: uuidOf(holder.id), version: row.version, number });
  const after = await findHeld(deps, officeId, holder);
  return await presentBooking(deps, office, holder.id, after.row, personal);
};
