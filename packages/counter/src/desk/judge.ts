import type { Ticket, TicketCheck } from '@paspor-antrean/client/ticket';
import type { OfficeDay, Visit, Visitor } from '@paspor-antrean/contract/wire';
import { dayAt } from './office-time.ts';

/** What the counter makes of what was scanned or typed. */
export type Verdict =
  | {
      readonly kind: 'welcome';
      /** Null: not on the list. */
      readonly visit: Visit | null;
      /** Null: a code was typed. */
      readonly ticket: Ticket | null;
      /** Queue codes of who is still to come, missed ones included. Empty where the list does not say. */
      readonly waitingFor: readonly string[];
      /** False: booked or moved after the list was read, or there is no list. The signature vouches for it. */
      readonly isListed: boolean;
      /** How many the party is; undefined where neither the list nor the token says. */
      readonly party?: number | undefined;
    }
  | {
      /** All of the party did before. */
      readonly kind: 'arrived';
      /** Null: it is not on the list, and this device recorded the arrival. */
      readonly visit: Visit | null;
      /** When the first of them did. */
      readonly at: Date | null;
      /** It was at this device. */
      readonly isHere: boolean;
    }
  | { readonly kind: 'moved'; readonly movedTo: string | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'other-office'; readonly officeNumber: number }
  | { readonly kind: 'other-day'; readonly startsAt: Date }
  /** `unknown`: no such code on the list. `unreadable`: neither token nor code. */
  | { readonly kind: 'forged' | 'malformed' | 'unknown-key' | 'unknown' | 'unreadable' };

/** What a device knows when it judges. */
export interface Known {
  /** Null: no list was ever read here. */
  readonly office: { readonly number: number; readonly timeZone: string } | null;
  /** The last list, with this device's unsent arrivals drawn into it. */
  readonly day: OfficeDay | null;
  /** This device. */
  readonly device: string;
  /** Arrivals that this device recorded and the list may not know of. */
  readonly kept: readonly { readonly booking: string; readonly at: string }[];
  /** By the server's clock. */
  readonly now: Date;
}

/** In this order: the signature, the office, a newer place today, the day, what was revoked, the list. */
export const judgeTicket = (check: TicketCheck, known: Known): Verdict => {
  const { office, now, kept } = known;
  if (!check.valid && check.reason !== 'expired')
    return { kind: check.reason === 'other-kind' ? 'malformed' : check.reason };
  const { ticket } = check;
  // Which office this is comes with the first list, as do the keys: without it nothing can be told.
  if (!office) return { kind: 'unknown-key' };
  if (ticket.officeNumber !== office.number) return { kind: 'other-office', officeNumber: ticket.officeNumber };
  const day = listOfToday(known);
  const visit = day?.visits.find(({ id }) => id === ticket.bookingId);
  // Also of a ticket for another day, whose booking was moved to this one.
  if (visit && visit.version > ticket.version) return { kind: 'moved', movedTo: visit.slot };
  const { startsAt } = ticket;
  if (!check.valid || dayAt(startsAt, office.timeZone) !== dayAt(now, office.timeZone))
    return { kind: 'other-day', startsAt };
  const revoked = day?.revoked.find(({ id, version }) => id === ticket.bookingId && version >= ticket.version);
  if (revoked)
    return revoked.code === 'BOOKING_MOVED' ? { kind: 'moved', movedTo: revoked.movedTo } : { kind: 'cancelled' };
  if (visit && visit.version === ticket.version) return judgeVisit(visit, ticket, known);
  // Moved after the list was read, or not on it yet: whose turn is whose is not known here.
  const own = kept.find(({ booking }) => booking === ticket.bookingId);
  if (own) return { kind: 'arrived', visit: null, at: new Date(own.at), isHere: true };
  const party = ticket.holders === undefined ? undefined : partyOf(ticket.holders);
  return { kind: 'welcome', visit: null, ticket, waitingFor: [], isListed: false, party };
};

/** 20 bits for each, in characters of 6. */
const partyOf = (holders: string): number => Math.floor((holders.length * 6) / 20);

/** A code is worth what the list says. */
export const judgeCode = (typed: { code: string } | { queueCode: string }, known: Known): Verdict => {
  const visits = listOfToday(known)?.visits ?? [];
  if ('code' in typed) {
    const visit = visits.find(({ code }) => code === typed.code);
    return visit ? judgeVisit(visit, null, known) : { kind: 'unknown' };
  }
  for (const visit of visits) {
    const person = visit.applicants.find(({ queueCode }) => queueCode === typed.queueCode);
    if (person) return person.status === 'cancelled' ? { kind: 'cancelled' } : judgeVisit(visit, null, known);
  }
  return { kind: 'unknown' };
};

const judgeVisit = (visit: Visit, ticket: Ticket | null, { device }: Known): Verdict => {
  const people = visit.applicants.filter(({ status }) => status !== 'cancelled');
  if (people.length === 0) return { kind: 'cancelled' };
  const waitingFor = people.filter(isToCome).map(({ queueCode }) => queueCode);
  if (waitingFor.length > 0)
    return { kind: 'welcome', visit, ticket, waitingFor, isListed: true, party: people.length };
  const [first] = people
    .filter(({ arrivedAt }) => arrivedAt)
    .sort((one, other) => Date.parse(one.arrivedAt ?? '') - Date.parse(other.arrivedAt ?? ''));
  const at = first?.arrivedAt ? new Date(first.arrivedAt) : null;
  return { kind: 'arrived', visit, at, isHere: first?.device === device };
};

/** Whoever was missed may come after all. */
export const isToCome = ({ status }: Visitor): boolean => status === 'booked' || status === 'missed';

/** Yesterday's list says nothing of today. */
export const listOfToday = ({ day, now }: Known): OfficeDay | null =>
  day && day.on === dayAt(now, day.timeZone) ? day : null;
