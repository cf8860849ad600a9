import type { Hold, HoldStatus, NewHold } from '@paspor-antrean/contract';
import { channelOf, openFrom } from '../availability/availability.ts';
import { sha256, toHex } from '../bytes.ts';
import { secondsUntil } from '../clock.ts';
import { repeatable } from '../db/retry.ts';
import type { Deps } from '../deps.ts';
import { isoAt, wallClock } from '../offices/office-time.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import { Refusal } from '../refusal.ts';
import { idOfUuid, newBookingUuid, uuidOf } from './codes.ts';
import { openPersonal, presentBooking, presentHold } from './present.ts';
import { extendHold as extend, releaseHold as release, takeBackExpired } from './queries/end-holds.ts';
import type { HoldOutcome } from './queries/hold-seats.ts';
import { type BookingRow, selectBooking } from './queries/read-bookings.ts';
import { firstSeatBack } from './queries/read-limits.ts';
import type { HoldWish } from './writes.ts';

/** How often a hold that lost its seat to another is tried on the next one before the caller is asked to wait. */
const tries = 40;

/**
 * Holds seats for a party. Refuses SERVICE_NOT_OFFERED, PARTY_TOO_LARGE, SLOT_UNKNOWN, SLOT_PAST, TOO_LATE,
 * SLOT_NOT_RELEASED, SLOT_FULL, IDEMPOTENCY_CONFLICT, RATE_LIMITED.
 */
export const holdSlot = async (
  deps: Deps,
  officeId: string,
  wish: Required<Pick<NewHold, 'service' | 'party'>> & Pick<NewHold, 'slot'>,
  client: Uint8Array,
  key: string | undefined,
): Promise<Hold> => {
  const office = await deps.offices.get(officeId);
  const channel = channelOf(office, wish.service);
  if (wish.party > office.partyMax) throw new Refusal('PARTY_TOO_LARGE');
  const keyHash = key === undefined ? null : toHex(await sha256(`${office.id} ${key}`));
  const wished = JSON.stringify([wish.service, wish.slot ?? null, wish.party]);
  const requestHash = key === undefined ? null : toHex(await sha256(wished));

  let askedTwice = false;
  for (let attempt = 0; attempt < tries; attempt++) {
    const now = deps.clock();
    if (wish.slot) checkStillOpen(office, wish.slot, now);
    const asked: HoldWish = {
      office: office.id,
      id: newBookingUuid(now),
      channel,
      service: wish.service,
      wanted: wish.slot ?? null,
      open_from: openFrom(office, now),
      party: wish.party,
      hold_until: new Date(now.getTime() + office.holdMinutes * 60_000).toISOString(),
      client: toHex(client),
      key: keyHash,
      request: requestHash,
    };
    const outcome = await deps.writes.hold(asked);
    if (outcome.outcome === 'again') {
      // Another took the seat and will not be in the way again; or an expired hold still sits on this key.
      if (keyHash) await takeBackExpired(deps.sql, now, 1, { office: office.id, key: keyHash });
      continue;
    }
    // A twin of this request may have taken the last seat under the same key since the statement began.
    const mayBeTwin = keyHash && (outcome.outcome === 'full' || outcome.outcome === 'limited');
    if (mayBeTwin && !askedTwice) {
      askedTwice = true;
      continue;
    }
    return await answer(deps, office, asked, wish, outcome);
  }
  throw new Refusal('OVERLOADED', { retryAfterSeconds: 1 });
};

const checkStillOpen = (office: OfficeRecord, slot: string, now: Date) => {
  if (slot <= wallClock(now, office.timeZone)) throw new Refusal('SLOT_PAST');
  if (slot <= openFrom(office, now)) throw new Refusal('TOO_LATE');
};

const answer = async (
  deps: Deps,
  office: OfficeRecord,
  asked: HoldWish,
  wish: Wish,
  outcome: HoldOutcome,
): Promise<Hold> => {
  switch (outcome.outcome) {
    case 'held':
    case 'replay': {
      const { starts, minutes } = outcome;
      if (starts === null || minutes === null) break;
      return await presentHold(deps, office, {
        id: idOfUuid(outcome.id ?? asked.id),
        service: wish.service,
        starts,
        minutes,
        party: outcome.party ?? asked.party,
        holdUntil: outcome.holdUntil ?? new Date(asked.hold_until),
        extended: outcome.extended ?? false,
      });
    }
    case 'conflict':
      throw new Refusal('IDEMPOTENCY_CONFLICT');
    case 'unknown':
      throw await unknownSlot(deps, office, wish);
    case 'not-released':
      throw new Refusal('SLOT_NOT_RELEASED', {
        nextReleaseAt: outcome.releasesAt && isoAt(new Date(outcome.releasesAt), office.timeZone),
      });
    case 'limited': {
      const now = deps.clock();
      const back = await firstSeatBack(deps.sql, asked.client, now);
      throw new Refusal('RATE_LIMITED', { retryAfterSeconds: secondsUntil(back, now) });
    }
    case 'full':
      throw await slotFull(deps, office, wish);
  }
  throw new Error('The hold statement answered nothing that makes sense');
};

interface Wish {
  service: 'new' | 'renewal';
  slot?: string | undefined;
  party: number;
}

/** SLOT_FULL is never a dead end: other slots here, else the nearest offices with room and the next release. */
export const slotFull = async (deps: Deps, office: OfficeRecord, wish: Wish): Promise<Refusal> => {
  const { slot, party, service } = wish;
  const { availability } = await deps.snapshots({ office: office.id, service, days: 30, party });
  const { days, elsewhere, nextReleaseAt } = availability;
  const free =
    slot === undefined
      ? []
      : days.flatMap((day) => day.slots).filter((other) => other.slot !== slot && other.remaining >= party);
  const after = free.filter((other) => other.slot > (slot ?? ''));
  const alternatives = [...after, ...free.filter((other) => other.slot < (slot ?? ''))].slice(0, 3);
  if (alternatives.length > 0) return new Refusal('SLOT_FULL', { alternatives });
  return new Refusal('SLOT_FULL', { alternatives, elsewhere, nextReleaseAt });
};

/** A slot that nobody made: either there is none at that hour, or its day opens later than slots are made ahead. */
export const unknownSlot = async (
  deps: Deps,
  office: OfficeRecord,
  { service, slot, party }: Wish,
): Promise<Refusal> => {
  const from = slot?.slice(0, 10);
  const { availability } = await deps.snapshots({ office: office.id, service, from, days: 1, party });
  const [day] = availability.days;
  if (day?.status !== 'not-released') return new Refusal('SLOT_UNKNOWN');
  return new Refusal('SLOT_NOT_RELEASED', { nextReleaseAt: day.releasesAt });
};

const rowOf = async (deps: Deps, officeId: string, id: string): Promise<{ office: OfficeRecord; row: BookingRow }> => {
  const office = await deps.offices.get(officeId);
  const row = await selectBooking(deps.sql, office.id, uuidOf(id));
  if (!row) throw new Refusal('HOLD_UNKNOWN');
  return { office, row };
};

/** What became of a hold. Its time is judged by the clock, not by whether its seats were taken back yet. */
export const readHold = async (deps: Deps, officeId: string, id: string): Promise<HoldStatus> => {
  const { office, row } = await rowOf(deps, officeId, id);
  if (row.state === 'booked') {
    return {
      state: 'booked',
      booking: await presentBooking(deps, office, id, row, await openPersonal(deps, office, id, row)),
    };
  }
  if (row.state !== 'held') return { state: row.state };
  if (row.holdUntil <= deps.clock()) return { state: 'expired' };
  return { state: 'held', hold: await presentHold(deps, office, { ...row, id }) };
};

/** Once, by the office's `holdMinutes`. Refuses HOLD_EXTENDED, HOLD_EXPIRED, HOLD_BOOKED. */
export const extendHold = async (deps: Deps, officeId: string, id: string): Promise<Hold> => {
  const office = await deps.offices.get(officeId);
  const extended = await extend(deps.sql, office.id, uuidOf(id), office.holdMinutes, deps.clock());
  const { row } = await rowOf(deps, officeId, id);
  if (extended) return await presentHold(deps, office, { ...row, id });
  if (row.state === 'booked') throw new Refusal('HOLD_BOOKED');
  if (row.state === 'held' && row.holdUntil > deps.clock()) throw new Refusal('HOLD_EXTENDED');
  throw new Refusal('HOLD_EXPIRED');
};

/** Gives the seats back; again is no error. Refuses HOLD_BOOKED. */
export const releaseHold = async (deps: Deps, officeId: string, id: string): Promise<void> => {
  const office = await deps.offices.get(officeId);
  const state = await repeatable(() => release(deps.sql, office.id, uuidOf(id)));
  if (state === undefined) throw new Refusal('HOLD_UNKNOWN');
  if (state === 'booked') throw new Refusal('HOLD_BOOKED');
};
