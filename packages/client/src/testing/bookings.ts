import type { Booking, FieldFault, NewBooking } from '@paspor-antrean/contract';
import type { Books, Personal, Row } from './books.ts';
import { secondsUntil } from './clock.ts';
import { newBookingCode } from './codes.ts';
import { findHold } from './holds.ts';
import { addDays, instantOf, officeDay } from './office-time.ts';
import type { FakeOffice } from './offices.ts';
import { presentBooking } from './present.ts';
import { Refusal } from './refusal.ts';

const bookingsPerHour = 5;
const hourMs = 3_600_000;
const adultAge = 18;

/** Bookings of each person within an hour of the first, cancelled ones too. */
export type Counts = Map<string, { began: number; count: number }>;

/** Turns a hold into a booking. `created` is false when it was one already and this is the same request again. */
export const bookHold = async (
  books: Books,
  counts: Counts,
  id: string,
  draft: NewBooking,
): Promise<{ booking: Booking; created: boolean }> => {
  const row = findHold(books, id);
  const { office } = row;
  if (row.state === 'booked') return { booking: await bookedBefore(books, row, draft), created: false };
  const fields = applicantFaults(office, draft, books.clock());
  if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
  if (row.state === 'released' || !books.isLive(row)) throw new Refusal('HOLD_EXPIRED');
  if (draft.applicants.length > row.party) throw new Refusal('PARTY_TOO_LARGE');
  const niks = draft.applicants.map(({ nik }) => nik);
  if (niks.some((nik) => isBooked(books, nik))) {
    const { name, address, phone } = office;
    throw new Refusal('NIK_ALREADY_BOOKED', { help: { name, address, phone } });
  }
  const now = books.clock().getTime();
  const inHour = (nik: string) => (counts.get(nik)?.began ?? 0) > now - hourMs;
  const often = niks.filter((nik) => inHour(nik) && (counts.get(nik)?.count ?? 0) >= bookingsPerHour);
  if (often.length > 0) {
    const over = Math.max(...often.map((nik) => (counts.get(nik)?.began ?? now) + hourMs));
    throw new Refusal('RATE_LIMITED', { retryAfterSeconds: secondsUntil(over, books.clock()) });
  }

  for (const nik of niks) {
    const before = inHour(nik) ? counts.get(nik) : undefined;
    counts.set(nik, { began: before?.began ?? now, count: (before?.count ?? 0) + 1 });
  }
  row.state = 'booked';
  row.code = newBookingCode();
  row.bookedAt = now;
  row.party = draft.applicants.length;
  row.personal = personalOf(draft);
  row.people = draft.applicants.map(({ passportType }, at) => ({
    starts: row.slot.starts,
    number: row.firstNumber + at,
    status: 'booked',
    passportType,
  }));
  return { booking: await presentBooking(books, row), created: true };
};

/** One person has one live booking, at all offices together, until the visit day ends. */
const isBooked = (books: Books, nik: string): boolean =>
  books.rows.some(({ state, slot, office, people, personal }) => {
    const ends = instantOf(addDays(slot.starts.slice(0, 10), 1), office.timeZone);
    if (state !== 'booked' || ends <= books.clock()) return false;
    return people.some(({ status }, at) => status !== 'cancelled' && personal.applicants[at]?.nik === nik);
  });

const bookedBefore = async (books: Books, row: Row, draft: NewBooking): Promise<Booking> => {
  if (JSON.stringify(row.personal) !== JSON.stringify(personalOf(draft))) throw new Refusal('IDEMPOTENCY_CONFLICT');
  return await presentBooking(books, row);
};

const personalOf = ({ contact: { phone, email }, applicants }: Personal): Personal => ({
  contact: { phone, ...(email && { email }) },
  applicants: applicants.map(({ name, nik, birthOn, relation, passportType }) => {
    return { name, nik, birthOn, relation, ...(passportType && { passportType }) };
  }),
});

/** What a schema cannot know of the applicants: today, the office's notice and what it issues. */
const applicantFaults = (office: FakeOffice, draft: NewBooking, now: Date): FieldFault[] => {
  const today = officeDay(now, office.timeZone);
  const issued = office.services.flatMap(({ passportTypes }) => passportTypes.map(({ id }) => id));
  const isChild = (birthOn: string) => today < `${Number(birthOn.slice(0, 4)) + adultAge}${birthOn.slice(4)}`;
  const fields = draft.applicants.flatMap(({ birthOn, passportType }, at) => [
    ...(birthOn > today ? [{ field: `applicants.${at}.birthOn`, code: 'FUTURE' as const }] : []),
    ...(passportType && !issued.includes(passportType)
      ? [{ field: `applicants.${at}.passportType`, code: 'FORMAT' as const }]
      : []),
  ]) as FieldFault[];
  if (draft.privacyVersion !== office.privacy.version) fields.push({ field: 'privacyVersion', code: 'OUTDATED' });
  if (draft.guardian !== true && draft.applicants.some(({ birthOn }) => isChild(birthOn)))
    fields.push({ field: 'guardian', code: 'REQUIRED' });
  return fields;
};
