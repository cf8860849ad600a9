import type { Booking, NewBooking } from '@paspor-antrean/contract';
import { toHex } from '../bytes.ts';
import { violates } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import { Refusal } from '../refusal.ts';
import { newBookingCode, uuidOf } from './codes.ts';
import { checkApplicants } from './eligibility.ts';
import { type Personal, personalOf, placeOf, samePeople } from './personal.ts';
import { endOfVisitDay, presentBooking } from './present.ts';
import { type BookOutcome, bookHolds } from './queries/book-holds.ts';
import { type BookingRow, selectBooking } from './queries/read-bookings.ts';

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
  const row = await selectBooking(deps.sql, office.id, uuidOf(id));
  if (!row) throw new Refusal('HOLD_UNKNOWN');
  if (row.state === 'booked') return { booking: await sameAsBefore(deps, office, id, row, draft), created: false };
  checkApplicants(office, row.service, draft, deps.clock());
  const outcome = await book(deps, office, id, row, draft);
  if (outcome !== 'booked' && outcome !== 'already-booked') throw refusalFor(outcome, office);
  const now = await selectBooking(deps.sql, office.id, uuidOf(id));
  if (!now) throw new Error('A booking that was just made is gone');
  const created = outcome === 'booked';
  return {
    created,
    booking: created ? await presentBooking(deps, office, id, now) : await sameAsBefore(deps, office, id, now, draft),
  };
};

const book = async (
  deps: Deps,
  office: OfficeRecord,
  id: string,
  row: BookingRow,
  draft: NewBooking,
): Promise<BookOutcome['outcome']> => {
  const personal = toHex(await deps.sealer.seal(personalOf(draft), placeOf(office.id, id)));
  const people = await Promise.all(
    draft.applicants.map(async ({ nik, passportType }) => ({
      nik_hash: toHex(await deps.nikHash(nik)),
      passport_type: passportType ?? null,
    })),
  );
  for (;;) {
    try {
      const [done] = await bookHolds(
        deps.sql,
        [
          {
            office: office.id,
            id: uuidOf(id),
            code: newBookingCode(),
            personal,
            privacy_version: draft.privacyVersion,
            guardian: draft.guardian === true,
            claim_until: endOfVisitDay(row.starts, office.timeZone).toISOString(),
            people,
          },
        ],
        deps.clock(),
      );
      return done?.outcome ?? 'unknown';
    } catch (error) {
      // Another transaction claimed a NIK in the same instant: asked again, the statement sees who. Or, once in
      // thirty thousand million, the random code was taken: another one will not be.
      if (!violates(error, 'booking_claims_every_person') && !violates(error, 'booking_code')) throw error;
    }
  }
};

const refusalFor = (outcome: BookOutcome['outcome'], office: OfficeRecord): Refusal => {
  switch (outcome) {
    case 'duplicate':
      return new Refusal('NIK_ALREADY_BOOKED', {
        help: { name: office.name, address: office.address, phone: office.phone },
      });
    case 'limited':
      return new Refusal('RATE_LIMITED', { retryAfterSeconds: 3600 });
    case 'too-many':
      return new Refusal('PARTY_TOO_LARGE');
    case 'unknown':
      return new Refusal('HOLD_UNKNOWN');
    case 'again':
      return new Refusal('OVERLOADED', { retryAfterSeconds: 1 });
    default:
      return new Refusal('HOLD_EXPIRED');
  }
};

/** The booking as it now stands, when the same people were sent as before. Compared unsealed, so it outlives every key. */
const sameAsBefore = async (
  deps: Deps,
  office: OfficeRecord,
  id: string,
  row: BookingRow,
  draft: NewBooking,
): Promise<Booking> => {
  const before = row.personal && (await deps.sealer.open<Personal>(row.personal, placeOf(office.id, id)));
  if (!before || !samePeople(before, personalOf(draft))) throw new Refusal('IDEMPOTENCY_CONFLICT');
  return await presentBooking(deps, office, id, row);
};
