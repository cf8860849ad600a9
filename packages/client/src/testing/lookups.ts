import type { Booking } from '@paspor-antrean/contract';
import { normaliseBookingCode } from '@paspor-antrean/contract/wire';
import type { Books } from './books.ts';
import { secondsUntil } from './clock.ts';
import type { FakeOffice } from './offices.ts';
import { presentBooking } from './present.ts';
import { Refusal } from './refusal.ts';

const missesPerCode = 5;
const missesPerClient = 20;
const hourMs = 3_600_000;

/** Misses by hour and subject: a code at an office, or the one client of the fake. */
export type Misses = Map<string, number>;

interface Secrets {
  code: string;
  nikLast4: string;
  birthOn: string;
}

/** Finds a booking by its code and what only its people know; every miss is the same BOOKING_UNKNOWN. */
export const lookUpBooking = (books: Books, misses: Misses, office: FakeOffice, secrets: Secrets): Promise<Booking> => {
  const now = books.clock().getTime();
  const hour = Math.floor(now / hourMs);
  const code = normaliseBookingCode(secrets.code);
  const limits = [
    [`${hour} ${office.id} ${code ?? secrets.code}`, missesPerCode],
    [`${hour} client`, missesPerClient],
  ] as const;
  if (limits.some(([subject, limit]) => (misses.get(subject) ?? 0) >= limit)) {
    throw new Refusal('RATE_LIMITED', { retryAfterSeconds: secondsUntil((hour + 1) * hourMs, books.clock()) });
  }
  const row = books.rows.find((other) => other.state === 'booked' && other.office === office && other.code === code);
  const isTheirs = row?.personal.applicants.some(
    ({ nik, birthOn }) => nik.endsWith(secrets.nikLast4) && birthOn === secrets.birthOn,
  );
  if (row && isTheirs) return presentBooking(books, row);
  for (const [subject] of limits) misses.set(subject, (misses.get(subject) ?? 0) + 1);
  throw new Refusal('BOOKING_UNKNOWN');
};
