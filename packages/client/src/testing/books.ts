import type { Booking, NewBooking, Service } from '@paspor-antrean/contract';
import type { FakeClock } from './clock.ts';
import type { Holders } from './holders.ts';
import type { FakeOffice } from './offices.ts';
import { Refusal } from './refusal.ts';
import { createSchedule, type FakeSlot } from './schedule.ts';
import type { Tickets } from './tickets.ts';

/** What is known of the people of a booking. */
export type Personal = Pick<NewBooking, 'contact' | 'applicants'>;
export type ApplicantStatus = Booking['status'];

/** A hold, and the booking that it may become. */
export interface Row {
  readonly id: string;
  readonly office: FakeOffice;
  readonly channel: string;
  readonly service: Service;
  readonly key: string | undefined;
  readonly wished: string;
  state: 'held' | 'booked' | 'released';
  slot: FakeSlot;
  party: number;
  holdUntil: number;
  extended: boolean;
  firstNumber: number;
  version: number;
  moves: number;
  code: string;
  bookedAt: number;
  personal: Personal;
  people: { starts: string; number: number; status: ApplicantStatus; passportType: string | undefined }[];
}

/**
 * All that the fake remembers. Seats taken and persons booked are counted from the rows each time, never kept beside
 * them: what is counted anew cannot be wrong. Whoever takes a seat looks and takes without an `await` between.
 */
export const createBooks = (offices: readonly FakeOffice[], clock: FakeClock, tickets: Tickets, holders: Holders) => {
  const byId = new Map(offices.map((office) => [office.id, office]));
  if (byId.size < offices.length) throw new Error('Two offices of the fake have the same id');
  const rows: Row[] = [];
  const seatsOfOthers = new Map<FakeSlot, number>();
  const issued = new Map<FakeSlot, number>();
  const schedule = createSchedule(clock);

  const isLive = (row: Row) => row.state === 'booked' || (row.state === 'held' && row.holdUntil > clock().getTime());
  const taken = (slot: FakeSlot) =>
    rows.reduce((sum, row) => sum + (row.slot === slot && isLive(row) ? row.party : 0), seatsOfOthers.get(slot) ?? 0);

  return {
    clock,
    tickets,
    holders,
    offices,
    schedule,
    rows,
    isLive,
    office: (id: string): FakeOffice => {
      const office = byId.get(id);
      if (!office) throw new Refusal('OFFICE_UNKNOWN');
      return office;
    },
    find: (id: string) => rows.find((row) => row.id === id),
    remaining: (slot: FakeSlot) => Math.max(0, slot.capacity - taken(slot)),
    /** Queue numbers are never handed out twice. Gives the first of `party`. */
    takeNumbers: (slot: FakeSlot, party: number) => {
      const last = issued.get(slot) ?? 0;
      issued.set(slot, last + party);
      return last + 1;
    },
    /** Others take seats until at most `leaving` are left. */
    fill: (slot: FakeSlot, leaving: number) => {
      const others = seatsOfOthers.get(slot) ?? 0;
      seatsOfOthers.set(slot, others + Math.max(0, slot.capacity - taken(slot) - leaving));
    },
  };
};

export type Books = ReturnType<typeof createBooks>;
