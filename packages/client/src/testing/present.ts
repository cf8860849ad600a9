import type { Booking, Hold, Slot } from '@paspor-antrean/contract';
import type { Books, Row } from './books.ts';
import { queueCode } from './codes.ts';
import { addDays, addMinutes, instantOf, isoAt } from './office-time.ts';
import type { FakeSlot } from './schedule.ts';

export const slotOf = ({ starts, minutes }: FakeSlot, remaining: number, timeZone: string): Slot => ({
  slot: starts,
  startsAt: isoAt(instantOf(starts, timeZone), timeZone),
  endsAt: isoAt(instantOf(addMinutes(starts, minutes), timeZone), timeZone),
  remaining,
});

/** The first instant after the visit day, office time, in seconds since 1970. */
const endOfVisitDay = ({ slot, office }: Row): number =>
  instantOf(addDays(slot.starts.slice(0, 10), 1), office.timeZone).getTime() / 1000;

export const presentHold = async ({ tickets }: Books, row: Row): Promise<Hold> => {
  const { id, office, service, slot, party, holdUntil, extended } = row;
  const expiresAt = isoAt(new Date(holdUntil), office.timeZone);
  const shown = { id, officeId: office.id, service, slot: slotOf(slot, 0, office.timeZone), party };
  const token = await tickets.sign('hold', { sub: id, o: office.id, v: 1, exp: endOfVisitDay(row) });
  return { ...shown, token, expiresAt, extendable: !extended };
};

/** A booking as its holder sees it; `masked` as the bearer of the paper token does. */
export const presentBooking = async (books: Books, row: Row, masked = false): Promise<Booking> => {
  const { id, office, service, slot, code, version, moves, personal, people } = row;
  // All that the answer says is read now: what happens during the signing belongs to the next answer.
  const token = signBooking(books, row);
  const manage = { sub: id, o: office.id, v: version, exp: endOfVisitDay(row) + office.retentionDays * 86_400 };
  const manageToken = masked ? undefined : books.tickets.sign('manage', manage);
  const shown = {
    id,
    officeId: office.id,
    code,
    status: statusOf(row),
    service,
    slot: slotOf(slot, 0, office.timeZone),
    reschedulesLeft: Math.max(0, office.rescheduleLimit - moves),
    createdAt: isoAt(new Date(row.bookedAt), office.timeZone),
    applicants: people.map(({ starts, number, status, passportType }, at) => {
      const { name = '', nik = '' } = personal.applicants[at] ?? {};
      const types = office.services.find((offered) => offered.id === service)?.passportTypes;
      return {
        name: masked ? maskName(name) : name,
        nikLast4: masked ? '••••' : nik.slice(-4),
        queueCode: queueCode(starts, number),
        feeIdr: types?.find((type) => type.id === passportType)?.feeIdr ?? null,
        status,
      };
    }),
    contact: {
      phone: maskPhone(personal.contact.phone),
      ...(personal.contact.email && { email: maskEmail(personal.contact.email) }),
    },
  };
  return { ...shown, token: await token, ...(manageToken && { manageToken: await manageToken }) };
};

/** As long as a booking token may be. */
const longest = 287;

const signBooking = async ({ tickets, holders }: Books, row: Row): Promise<string> => {
  const { id, office, slot, version, personal } = row;
  const claims = {
    sub: id,
    o: office.number,
    s: instantOf(slot.starts, office.timeZone).getTime() / 60_000,
    exp: endOfVisitDay(row) + office.graceMinutes * 60,
    v: version,
  };
  const niks = personal.applicants.map(({ nik }) => nik);
  const n = await holders.bind(office.id, slot.starts.slice(0, 10), id, niks);
  const token = await tickets.sign('booking', { ...claims, n });
  return token.length <= longest ? token : await tickets.sign('booking', claims);
};

/** The least finished of those who still come says how far the booking is. */
export const statusOf = ({ people }: Row): Booking['status'] =>
  (['booked', 'arrived', 'served', 'missed'] as const).find((status) =>
    people.some((person) => person.status === status),
  ) ?? 'cancelled';

const maskName = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => `${[...word][0] ?? ''}•••`)
    .join(' ');
const maskPhone = (phone: string) => `${phone.slice(0, 6)}•••${phone.slice(-4)}`;
const maskEmail = (email: string) => `${email.slice(0, 1)}•••${email.slice(email.lastIndexOf('@'))}`;
