import { toHex } from '../bytes.ts';
import type { Deps } from '../deps.ts';
import { officeDay, wallClock } from '../offices/office-time.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import { Refusal } from '../refusal.ts';
import { bookUnderFreshCode, refusalFor, tooOften } from './bookings.ts';
import { newBookingUuid } from './codes.ts';
import { hashesOf } from './nik-hashes.ts';
import { firstOpenSlot, selectPersonsBooking } from './queries/counter-seats.ts';
import { releaseHold } from './queries/end-holds.ts';

const tries = 40;

/** For how long the seat is kept between the two statements; where the process dies in between, it is free after that. */
const holdMs = 60_000;

interface WalkIn {
  channel: string;
  service: 'new' | 'renewal';
  nik: string;
}

/**
 * Books one person the first seat of today in a channel that is not booked online, through the same two statements as
 * everyone else. Nothing of them is kept but the hash of their NIK. Someone who has a seat there today keeps it.
 * Refuses SERVICE_NOT_OFFERED, SLOT_FULL, NIK_ALREADY_BOOKED, RATE_LIMITED.
 */
export const takeCounterSeat = async (
  deps: Deps,
  office: OfficeRecord,
  { channel, service, nik }: WalkIn,
): Promise<{ id: string; created: boolean }> => {
  const isOnline = office.services.some((offered) => offered.channel === channel);
  if (isOnline || !office.letters[channel]) throw new Refusal('SERVICE_NOT_OFFERED');
  const on = officeDay(deps.clock(), office.timeZone);
  const person = await deps.nikHashes(nik);
  const seat = () => selectPersonsBooking(deps.sql, { office: office.id, channel, on, hashes: hashesOf([person]) });
  const before = await seat();
  if (before) return { id: before, created: false };
  const id = await holdCounterSeat(deps, office, on, channel, service);
  const people = [{ ...person, passport_type: null }];
  const request = { office: office.id, id, personal: null, privacy_version: null, guardian: false, people };
  const { outcome } = await bookUnderFreshCode(deps, request);
  if (outcome === 'booked' || outcome === 'already-booked') return { id, created: true };
  await releaseHold(deps.sql, office.id, id);
  // Asked for twice at once: the other one has it.
  const meanwhile = outcome === 'duplicate' ? await seat() : undefined;
  if (meanwhile) return { id: meanwhile, created: false };
  throw outcome === 'limited' ? await tooOften(deps, people) : refusalFor(outcome, office);
};

const holdCounterSeat = async (
  deps: Deps,
  office: OfficeRecord,
  on: string,
  channel: string,
  service: WalkIn['service'],
): Promise<string> => {
  for (let attempt = 0; attempt < tries; attempt++) {
    const now = deps.clock();
    const wall = wallClock(now, office.timeZone);
    const wanted = await firstOpenSlot(deps.sql, { office: office.id, channel, on, wall, now });
    if (!wanted) throw new Refusal('SLOT_FULL');
    const id = newBookingUuid(now);
    const { outcome } = await deps.writes.hold({
      office: office.id,
      id,
      channel,
      service,
      wanted,
      open_from: wanted,
      party: 1,
      hold_until: new Date(now.getTime() + holdMs).toISOString(),
      // The limit of held seats is for the public: here each walk-in is a client of its own.
      client: toHex(crypto.getRandomValues(new Uint8Array(32))),
      key: null,
      request: null,
    });
    if (outcome === 'held') return id;
  }
  throw new Refusal('OVERLOADED', { retryAfterSeconds: 1 });
};
