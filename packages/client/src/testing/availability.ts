import type { Availability, AvailabilityDay, Office, Service } from '@paspor-antrean/contract';
import type { Books } from './books.ts';
import { addDays, addMinutes, instantOf, isoAt, officeDay, wallClock, weekdayOf } from './office-time.ts';
import type { FakeOffice } from './offices.ts';
import { slotOf } from './present.ts';
import { Refusal } from './refusal.ts';
import type { FakeSlot } from './schedule.ts';

export interface Wish {
  service: Service;
  from?: string | undefined;
  days: number;
  party: number;
}

/** The channel through which an office offers a service. Refuses SERVICE_NOT_OFFERED. */
export const channelOf = (office: FakeOffice, service: Service): string => {
  const offered = office.services.find(({ id }) => id === service);
  if (!offered) throw new Refusal('SERVICE_NOT_OFFERED');
  return offered.channel;
};

/** The wall time after which a slot must start to be taken now. */
export const openFrom = ({ clock }: Books, office: FakeOffice): string =>
  addMinutes(wallClock(clock(), office.timeZone).slice(0, 16), office.sameDayUntilMinutes);

/** Slots that can be taken now by so many people, earliest first. */
export const openSlots = (books: Books, office: FakeOffice, channel: string, party: number): FakeSlot[] => {
  const cutoff = openFrom(books, office);
  return books.schedule
    .from(office, channel, cutoff.slice(0, 10))
    .filter(({ starts, releasesAt }) => starts > cutoff && releasesAt <= books.clock())
    .filter((slot) => books.remaining(slot) >= party);
};

export const readAvailability = (books: Books, office: FakeOffice, wish: Wish): Availability => {
  const channel = channelOf(office, wish.service);
  if (wish.party > office.partyMax) throw new Refusal('PARTY_TOO_LARGE');
  const [earliest] = openSlots(books, office, channel, wish.party);
  const next = books.schedule.nextRelease(office, channel);
  const from = wish.from ?? officeDay(books.clock(), office.timeZone);
  const show = (slot: FakeSlot) => slotOf(slot, books.remaining(slot), office.timeZone);
  return {
    officeId: office.id,
    service: wish.service,
    timeZone: office.timeZone,
    asOf: isoAt(books.clock(), office.timeZone),
    earliest: earliest ? show(earliest) : null,
    nextReleaseAt: next ? isoAt(next, office.timeZone) : null,
    days: Array.from({ length: wish.days }, (_, at) => dayOf(books, office, channel, addDays(from, at), wish.party)),
    elsewhere: earliest ? [] : elsewhere(books, office, wish),
  };
};

const dayOf = (books: Books, office: FakeOffice, channel: string, on: string, party: number): AvailabilityDay => {
  const empty = { on, remaining: 0, slots: [] };
  const now = books.clock();
  const [slots, closure] = [books.schedule.of(office, channel, on), office.closures[on]];
  if (on < officeDay(now, office.timeZone)) return { ...empty, status: 'closed', reason: 'past' };
  if (closure !== undefined) return { ...empty, status: 'holiday', reason: closure };
  if (office.status === 'announced') return { ...empty, status: 'closed', reason: 'office-not-open' };
  if (slots.length === 0 && weekdayOf(on) > 5) return { ...empty, status: 'closed', reason: 'weekend' };
  const opensAt = instantOf(`${addDays(on, -office.releaseDays)}T${office.releaseAt}`, office.timeZone);
  if (opensAt > now) return { ...empty, status: 'not-released', releasesAt: isoAt(opensAt, office.timeZone) };
  if (slots.length === 0) return { ...empty, status: 'closed', reason: 'no-hours' };
  const open = slots.filter(({ starts }) => starts > openFrom(books, office));
  if (open.length === 0) return { ...empty, status: 'closed', reason: 'too-late' };
  const seen = open.map((slot) => slotOf(slot, books.remaining(slot), office.timeZone));
  return {
    on,
    status: seen.some(({ remaining }) => remaining >= party) ? 'open' : 'full',
    remaining: seen.reduce((sum, { remaining }) => sum + remaining, 0),
    slots: seen,
  };
};

/** The nearest three offices with room. */
const elsewhere = (books: Books, office: FakeOffice, { service, party }: Wish): Availability['elsewhere'] =>
  books.offices
    .filter((other) => other.id !== office.id && other.services.some(({ id }) => id === service))
    .flatMap((other) => {
      const [earliest] = openSlots(books, other, channelOf(other, service), party);
      const away = distanceKm(office.location, other.location);
      if (!earliest || away === undefined) return [];
      const slot = slotOf(earliest, books.remaining(earliest), other.timeZone);
      return [{ officeId: other.id, name: other.name, distanceKm: away, earliest: slot }];
    })
    .sort((a, b) => a.distanceKm - b.distanceKm)
    .slice(0, 3);

/** Great-circle distance in kilometres with one decimal. */
export const distanceKm = (a: Office['location'], b: Office['location']): number | undefined => {
  if (!a || !b) return undefined;
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lng - a.lng) * rad) / 2) ** 2;
  return Math.round(2 * 6371 * Math.asin(Math.sqrt(h)) * 10) / 10;
};
