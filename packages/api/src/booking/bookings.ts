import type { Booking, NewBooking } from '@paspor-antrean/contract';
import { toHex } from '../bytes.ts';
import { secondsUntil } from '../clock.ts';
import { violates } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import { Refusal } from '../refusal.ts';
import { newBookingCode, uuidOf } from './codes.ts';
import { applicantRefusal } from './eligibility.ts';
import { hashesOf, type NikHashPair } from './nik-hashes.ts';
import { type Personal, personalOf, placeOf, samePeople } from './personal.ts';
import { openPersonal, presentBooking } from './present.ts';
import type { BookOutcome, BookRequest } from './queries/book-holds.ts';
import { selectBooking } from './queries/read-bookings.ts';
import { hourOver } from './queries/read-limits.ts';

/** How often a booking that another one of the same instant stood in the way of is tried. */
const tries = 10;

/**
 * Turns a hold into a booking. `created` is false when it was one already and this is the same request again.
 * Refuses INVALID_INPUT, PARTY_TOO_LARGE, HOLD_UNKNOWN, HOLD_EXPIRED, NIK_ALREADY_BOOKED, IDEMPOTENCY_CONFLICT, RATE_LIMITED.
 */
export const bookHold = async (
  deps: Deps,
  officeId: string,
  id: string,
  draft: NewBooking,
): Promise<{ booking: Booking; created: boolean }> => {
  const office = await deps.offices.get(officeId);
  const refused = applicantRefusal(office, draft, deps.clock());
  // What was booked stays booked: asked again after midnight or a new notice, it is answered, not checked again.
  if (refused) return { booking: await bookedBefore(deps, office, id, draft, refused), created: false };
  const personal = personalOf(draft);
  const { outcome, ...made } = await book(deps, office, id, draft, personal);
  if (outcome === 'already-booked') return { booking: await bookedBefore(deps, office, id, draft), created: false };
  if (outcome !== 'booked') throw refusalFor(outcome, office);
  const applicants = draft.applicants.map(({ passportType = null }, position) => ({
    number: made.firstNumber + position,
    starts: made.starts,
    status: 'booked' as const,
    passportType,
  }));
  const row = { ...made, version: 1, moves: 0, applicants };
  return { booking: await presentBooking(deps, office, id, row, personal), created: true };
};

const book = async (deps: Deps, office: OfficeRecord, id: string, draft: NewBooking, personal: Personal) => {
  const people = await Promise.all(
    draft.applicants.map(async ({ nik, passportType }) => ({
      ...(await deps.nikHashes(nik)),
      passport_type: passportType ?? null,
    })),
  );
  const done = await bookUnderFreshCode(deps, {
    office: office.id,
    id: uuidOf(id),
    personal: toHex(await deps.sealer.seal(personal, placeOf(office.id, id))),
    privacy_version: draft.privacyVersion,
    guardian: draft.guardian === true,
    people,
  });
  if (done.outcome === 'limited') throw await tooOften(deps, people);
  return done;
};

/** Books a hold under a new code. Refuses OVERLOADED. */
export const bookUnderFreshCode = async (deps: Deps, request: Omit<BookRequest, 'code'>) => {
  for (let attempt = 0; attempt < tries; attempt++) {
    const code = newBookingCode();
    try {
      const done = await deps.writes.book({ ...request, code });
      if (done.outcome !== 'again') return { ...done, code };
    } catch (error) {
      // Another transaction claimed a NIK in the same instant: asked again, the statement sees who. Or, once in
      // thirty thousand million, the random code was taken: another one will not be.
      if (!violates(error, 'booking_claims_every_person') && !violates(error, 'booking_code')) throw error;
    }
  }
  throw new Refusal('OVERLOADED', { retryAfterSeconds: 1 });
};

/** Five bookings an hour. */
export const tooOften = async (deps: Deps, people: readonly NikHashPair[]): Promise<Refusal> => {
  const now = deps.clock();
  return new Refusal('RATE_LIMITED', {
    retryAfterSeconds: secondsUntil(await hourOver(deps.sql, hashesOf(people), now), now),
  });
};

export const refusalFor = (outcome: BookOutcome['outcome'], office: OfficeRecord): Refusal => {
  switch (outcome) {
    case 'duplicate':
      return new Refusal('NIK_ALREADY_BOOKED', {
        help: { name: office.name, address: office.address, phone: office.phone },
      });
    case 'too-many':
      return new Refusal('PARTY_TOO_LARGE');
    case 'unknown':
      return new Refusal('HOLD_UNKNOWN');
    default:
      return new Refusal('HOLD_EXPIRED');
  }
};

/**
 * The booking as it now stands, when the same was sent as before. Compared unsealed, so it outlives every key.
 * Refuses with `unbooked` where nothing was booked yet.
 */
const bookedBefore = async (
  deps: Deps,
  office: OfficeRecord,
  id: string,
  draft: NewBooking,
  unbooked = new Refusal('HOLD_UNKNOWN'),
): Promise<Booking> => {
  const row = await selectBooking(deps.sql, office.id, uuidOf(id));
  if (!row) throw new Refusal('HOLD_UNKNOWN');
  if (row.state !== 'booked') throw unbooked;
  const before = await openPersonal(deps, office, id, row);
  if (!before || !samePeople(before, personalOf(draft))) throw new Refusal('IDEMPOTENCY_CONFLICT');
  return await presentBooking(deps, office, id, row, before);
};
