import type { Booking, Hold } from '@paspor-antrean/contract';
import { slotOf } from '../availability/availability.ts';
import type { Deps } from '../deps.ts';
import { addDays, instantOf, isoAt } from '../offices/office-time.ts';
import type { OfficeRecord } from '../offices/offices.ts';
import { holderBits } from '../ticket/holder.ts';
import { bookingStatus } from './applicant-status.ts';
import { queueCode } from './codes.ts';
import { maskEmail, maskName, maskPhone } from './mask.ts';
import { type Personal, placeOf } from './personal.ts';
import type { BookingRow } from './queries/read-bookings.ts';

type PresentDeps = Pick<Deps, 'tickets' | 'dayKeys' | 'sealer'>;

/** The first instant after the visit day, office time. */
export const endOfVisitDay = (starts: string, timeZone: string): Date =>
  instantOf(addDays(starts.slice(0, 10), 1), timeZone);

const seconds = (instant: Date, plusMinutes = 0) => Math.floor(instant.getTime() / 1000) + plusMinutes * 60;

/**
 * A slot inside a hold or booking. Its seats are the holder's already: `remaining` is 0 there, so that an answer that
 * is asked for again is the same answer, whatever others booked meanwhile.
 */
const ownSlot = (row: { starts: string; minutes: number }, timeZone: string) =>
  slotOf(row.starts, row.minutes, 0, timeZone);

interface HoldFacts {
  id: string;
  service: 'new' | 'renewal';
  starts: string;
  minutes: number;
  party: number;
  holdUntil: Date;
  extended: boolean;
}

export const presentHold = async (deps: PresentDeps, office: OfficeRecord, hold: HoldFacts): Promise<Hold> => {
  const expires = seconds(endOfVisitDay(hold.starts, office.timeZone));
  return {
    id: hold.id,
    token: await deps.tickets.signOwn('hold', { sub: hold.id, office: office.id, version: 1, expires }),
    officeId: office.id,
    service: hold.service,
    slot: ownSlot(hold, office.timeZone),
    party: hold.party,
    expiresAt: isoAt(hold.holdUntil, office.timeZone),
    extendable: !hold.extended,
  };
};

type BookingFacts = Pick<
  BookingRow,
  'channel' | 'starts' | 'minutes' | 'service' | 'code' | 'version' | 'moves' | 'bookedAt' | 'applicants'
>;

/**
 * A booking as its holder sees it, with fresh tokens; `masked` as the bearer of the paper token sees it, without what
 * a look-up asks for. Ed25519 and HMAC have no randomness, so the same booking gives the same bytes.
 */
export const presentBooking = async (
  deps: PresentDeps,
  office: OfficeRecord,
  id: string,
  row: BookingFacts,
  personal: Personal | null,
  masked = false,
): Promise<Booking> => {
  const dayEnd = endOfVisitDay(row.starts, office.timeZone);
  const token = await deps.tickets.signBooking({
    sub: id,
    office: office.number,
    startMinute: instantOf(row.starts, office.timeZone).getTime() / 60_000,
    expires: seconds(dayEnd, office.graceMinutes),
    version: row.version,
    holders: personal ? await bitsOf(deps, office.id, row.starts, id, personal) : undefined,
  });
  const manage = {
    sub: id,
    office: office.id,
    version: row.version,
    expires: seconds(dayEnd, office.retentionDays * 1440),
  };
  const fees = new Map(
    office.services
      .find(({ id: service }) => service === row.service)
      ?.passportTypes.map((type) => [type.id as string, type.feeIdr]),
  );
  return {
    id,
    officeId: office.id,
    code: row.code ?? '',
    status: bookingStatus(row.applicants),
    service: row.service,
    slot: ownSlot(row, office.timeZone),
    token,
    ...(!masked && { manageToken: await deps.tickets.signOwn('manage', manage) }),
    reschedulesLeft: Math.max(0, office.rescheduleLimit - row.moves),
    createdAt: isoAt(row.bookedAt ?? new Date(0), office.timeZone),
    applicants: row.applicants.map((applicant, at) => {
      const person = personal?.applicants[at];
      return {
        name: person ? (masked ? maskName(person.name) : person.name) : '•••',
        nikLast4: person && !masked ? person.nik.slice(-4) : '••••',
        queueCode: queueCode(office.letters[row.channel] ?? 'A', applicant.starts, applicant.number),
        feeIdr: fees.get(applicant.passportType ?? '') ?? null,
        status: applicant.status,
      };
    }),
    contact: {
      phone: personal ? maskPhone(personal.contact.phone) : '•••',
      ...(personal?.contact.email && { email: maskEmail(personal.contact.email) }),
    },
  };
};

/** Whoever was cancelled keeps their place among the bits, so that they change with the day alone. */
export const bitsOf = async (
  deps: Pick<Deps, 'dayKeys'>,
  office: string,
  starts: string,
  id: string,
  { applicants }: Personal,
) => {
  const [dayKey] = await deps.dayKeys(office, starts.slice(0, 10));
  const niks = applicants.map(({ nik }) => nik);
  return dayKey && (await holderBits(dayKey, id, niks));
};

/** What is sealed of a booking, or null once it was deleted. */
export const openPersonal = async (
  deps: Pick<Deps, 'sealer'>,
  office: OfficeRecord,
  id: string,
  row: Pick<BookingRow, 'personal'>,
) => row.personal && (await deps.sealer.open<Personal>(row.personal, placeOf(office.id, id)));
