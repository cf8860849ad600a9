import { type Booking, normaliseBookingCode } from '@paspor-antrean/contract';
import { toHex } from '../bytes.ts';
import { secondsUntil } from '../clock.ts';
import { repeatable } from '../db/retry.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { idOfUuid } from './codes.ts';
import { type Personal, placeOf } from './personal.ts';
import { presentBooking } from './present.ts';
import { type Attempt, countAttempts, forgiveAttempts } from './queries/lookup-attempts.ts';
import { selectBookingByCode } from './queries/read-bookings.ts';

const missesPerCode = 5;
const missesPerClient = 20;
const hourMs = 3_600_000;

interface Secrets {
  code: string;
  nikLast4: string;
  birthOn: string;
}

/**
 * Finds a booking by its code and what only its people know. Every miss is the same BOOKING_UNKNOWN after the same
 * work: a code that does not exist is searched for and a decoy unsealed, as for one that does. Refuses RATE_LIMITED.
 */
export const lookUpBooking = async (
  deps: Deps,
  officeId: string,
  secrets: Secrets,
  client: Uint8Array,
): Promise<Booking> => {
  const office = await deps.offices.get(officeId);
  const now = deps.clock();
  const hour = new Date(Math.floor(now.getTime() / hourMs) * hourMs);
  const code = normaliseBookingCode(secrets.code) ?? '';
  const attempts: Attempt[] = [
    {
      office: office.id,
      subject: toHex(await deps.clientHash(`code ${office.id} ${code || secrets.code}`)),
      limit: missesPerCode,
    },
    { office: '*', subject: toHex(client), limit: missesPerClient },
  ];
  if (!(await repeatable(() => countAttempts(deps.sql, attempts, hour)))) {
    throw new Refusal('RATE_LIMITED', { retryAfterSeconds: secondsUntil(new Date(hour.getTime() + hourMs), now) });
  }
  const row = await selectBookingByCode(deps.sql, office.id, code);
  const id = row ? idOfUuid(row.id) : '';
  const place = placeOf(office.id, id);
  const decoy: Personal = { contact: { phone: '' }, applicants: [] };
  const sealed = row?.personal ?? (await deps.sealer.seal(decoy, place));
  const personal = await deps.sealer.open<Personal>(sealed, place);
  const isTheirs = personal.applicants.some(
    ({ nik, birthOn }) => nik.endsWith(secrets.nikLast4) && birthOn === secrets.birthOn,
  );
  if (!row || !isTheirs) throw new Refusal('BOOKING_UNKNOWN');
  await repeatable(() => forgiveAttempts(deps.sql, attempts, hour));
  return await presentBooking(deps, office, id, row, personal);
};
