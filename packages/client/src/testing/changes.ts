import type { Booking } from '@paspor-antrean/contract';
import type { Books, Row } from './books.ts';
import { queueCode } from './codes.ts';
import { checkStillOpen, find, slotFull } from './holds.ts';
import { officeDay, wallClock } from './office-time.ts';
import { presentBooking } from './present.ts';
import { Refusal } from './refusal.ts';

/** The id and version of a token. */
export interface Holder {
  id: string;
  version: number;
}

const findBooked = (books: Books, id: string): Row => {
  const row = books.find(id);
  if (row?.state !== 'booked') throw new Refusal('BOOKING_UNKNOWN');
  return row;
};

/** The booking of a token that no move has replaced since. */
export const findHeld = (books: Books, { id, version }: Holder): Row => {
  const row = findBooked(books, id);
  if (row.version !== version) throw new Refusal('TOKEN_REVOKED');
  return row;
};

/** Moves a booking. The token that a move replaced may ask for that same move again. */
export const moveBooking = (books: Books, holder: Holder, starts: string): Promise<Booking> => {
  const row = findBooked(books, holder.id);
  if (row.version === holder.version + 1 && row.slot.starts === starts) return presentBooking(books, row);
  if (row.version !== holder.version) throw new Refusal('TOKEN_REVOKED');
  if (row.party === 0) throw new Refusal('BOOKING_CANCELLED');
  if (row.slot.starts === starts) return presentBooking(books, row);
  checkMayMove(books, row);
  checkStillOpen(books, row.office, starts);
  const slot = find(books, row.office, row.channel, starts);
  if (books.remaining(slot) < row.party)
    throw slotFull(books, row.office, { service: row.service, slot: starts, party: row.party });
  let number = books.takeNumbers(slot, row.party);
  for (const person of row.people) {
    if (person.status === 'booked') Object.assign(person, { starts, number: number++ });
  }
  row.slot = slot;
  row.version += 1;
  row.moves += 1;
  return presentBooking(books, row);
};

const checkMayMove = (books: Books, { office, slot, people, moves }: Row) => {
  if (people.some(({ status }) => status === 'arrived' || status === 'served')) throw new Refusal('ALREADY_ARRIVED');
  const now = books.clock();
  const tooLate =
    office.rescheduleUntil === 'day-before'
      ? officeDay(now, office.timeZone) >= slot.starts.slice(0, 10)
      : wallClock(now, office.timeZone) >= slot.starts;
  if (tooLate) throw new Refusal('TOO_LATE');
  if (moves >= office.rescheduleLimit) throw new Refusal('RESCHEDULE_LIMIT');
};

/** Cancels everyone who is still coming, or the one with this queue code. Again is no error. */
export const cancel = (books: Books, holder: Holder, code?: string): Promise<Booking> => {
  const row = findHeld(books, holder);
  const named = row.people.filter(({ starts, number }) => code === undefined || queueCode(starts, number) === code);
  // Someone cancelled before a move keeps the code of another day, which may read like one of this day.
  const live = named.filter(({ status }) => status !== 'cancelled');
  const chosen = code === undefined ? named : [...live, ...named].slice(0, 1);
  if (chosen.length === 0) throw new Refusal('BOOKING_UNKNOWN');
  if (chosen.every(({ status }) => status === 'cancelled')) return presentBooking(books, row);
  if (chosen.some(({ status }) => status === 'arrived' || status === 'served')) throw new Refusal('ALREADY_ARRIVED');
  if (wallClock(books.clock(), row.office.timeZone) >= row.slot.starts) throw new Refusal('TOO_LATE');
  for (const person of chosen) if (person.status === 'booked') person.status = 'cancelled';
  row.party = row.people.filter(({ status }) => status === 'booked').length;
  return presentBooking(books, row);
};
