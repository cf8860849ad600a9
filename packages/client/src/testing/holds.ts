import type { Hold, HoldStatus, Service } from '@paspor-antrean/contract';
import { channelOf, openFrom, openSlots, readAvailability } from './availability.ts';
import type { Books, Row } from './books.ts';
import { secondsUntil } from './clock.ts';
import { newId } from './codes.ts';
import { isoAt, wallClock } from './office-time.ts';
import type { FakeOffice } from './offices.ts';
import { presentBooking, presentHold } from './present.ts';
import { Refusal } from './refusal.ts';
import type { FakeSlot } from './schedule.ts';

const minuteMs = 60_000;

interface HoldWish {
  service: Service;
  slot?: string | undefined;
  party: number;
}

/** Holds seats: looks and takes in one go, without an `await` between. */
export const holdSlot = (
  books: Books,
  office: FakeOffice,
  wish: HoldWish,
  key: string | undefined,
  seatLimit: number,
): Promise<Hold> => {
  const channel = channelOf(office, wish.service);
  if (wish.party > office.partyMax) throw new Refusal('PARTY_TOO_LARGE');
  if (wish.slot !== undefined) checkStillOpen(books, office, wish.slot);
  const wished = JSON.stringify([wish.service, wish.slot ?? null, wish.party]);
  const live = books.rows.filter((row) => row.state === 'held' && books.isLive(row));
  const before = live.find((row) => key !== undefined && row.key === key && row.office === office);
  if (before && before.wished !== wished) throw new Refusal('IDEMPOTENCY_CONFLICT');
  if (before) return presentHold(books, before);

  const slot =
    wish.slot === undefined
      ? openSlots(books, office, channel, wish.party)[0]
      : find(books, office, channel, wish.slot);
  if (!slot) throw slotFull(books, office, wish);
  const held = live.reduce((sum, { party }) => sum + party, 0);
  if (held + wish.party > seatLimit) {
    const back = Math.min(...live.map(({ holdUntil }) => holdUntil));
    throw new Refusal('RATE_LIMITED', { retryAfterSeconds: secondsUntil(back, books.clock()) });
  }
  if (books.remaining(slot) < wish.party) throw slotFull(books, office, wish);
  const row: Row = {
    id: newId(),
    office,
    channel,
    service: wish.service,
    key,
    wished,
    state: 'held',
    slot,
    party: wish.party,
    holdUntil: books.clock().getTime() + office.holdMinutes * minuteMs,
    extended: false,
    firstNumber: books.takeNumbers(slot, wish.party),
    version: 1,
    moves: 0,
    code: '',
    bookedAt: 0,
    personal: { contact: { phone: '' }, applicants: [] },
    people: [],
  };
  books.rows.push(row);
  return presentHold(books, row);
};

export const checkStillOpen = (books: Books, office: FakeOffice, slot: string): void => {
  if (slot <= wallClock(books.clock(), office.timeZone)) throw new Refusal('SLOT_PAST');
  if (slot <= openFrom(books, office)) throw new Refusal('TOO_LATE');
};

/** A slot by its name. Refuses SLOT_UNKNOWN, SLOT_NOT_RELEASED. */
export const find = (books: Books, office: FakeOffice, channel: string, starts: string): FakeSlot => {
  const slot = books.schedule.of(office, channel, starts.slice(0, 10)).find((other) => other.starts === starts);
  if (!slot) throw new Refusal('SLOT_UNKNOWN');
  if (slot.releasesAt > books.clock())
    throw new Refusal('SLOT_NOT_RELEASED', { nextReleaseAt: isoAt(slot.releasesAt, office.timeZone) });
  return slot;
};

/** SLOT_FULL is never a dead end: other slots here, else the nearest offices with room and the next release. */
export const slotFull = (books: Books, office: FakeOffice, { service, slot, party }: HoldWish): Refusal => {
  const { days, elsewhere, nextReleaseAt } = readAvailability(books, office, { service, days: 30, party });
  const free = days
    .flatMap((day) => day.slots)
    .filter((other) => slot && other.slot !== slot && other.remaining >= party);
  const after = free.filter((other) => other.slot > (slot ?? ''));
  const alternatives = [...after, ...free.filter((other) => other.slot < (slot ?? ''))].slice(0, 3);
  return new Refusal(
    'SLOT_FULL',
    alternatives.length > 0 ? { alternatives } : { alternatives, elsewhere, nextReleaseAt },
  );
};

export const findHold = (books: Books, id: string): Row => {
  const row = books.find(id);
  if (!row) throw new Refusal('HOLD_UNKNOWN');
  return row;
};

export const readHold = async (books: Books, id: string): Promise<HoldStatus> => {
  const row = findHold(books, id);
  if (row.state === 'booked') return { state: 'booked', booking: await presentBooking(books, row) };
  if (row.state === 'released') return { state: 'released' };
  return books.isLive(row) ? { state: 'held', hold: await presentHold(books, row) } : { state: 'expired' };
};

export const extendHold = (books: Books, id: string): Promise<Hold> => {
  const row = findHold(books, id);
  if (row.state === 'booked') throw new Refusal('HOLD_BOOKED');
  if (row.state === 'released' || !books.isLive(row)) throw new Refusal('HOLD_EXPIRED');
  if (row.extended) throw new Refusal('HOLD_EXTENDED');
  row.extended = true;
  row.holdUntil += row.office.holdMinutes * minuteMs;
  return presentHold(books, row);
};

export const releaseHold = (books: Books, id: string): void => {
  const row = findHold(books, id);
  if (row.state === 'booked') throw new Refusal('HOLD_BOOKED');
  row.state = 'released';
};
