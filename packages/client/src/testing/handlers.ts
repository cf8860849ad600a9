import {
  type Answer,
  type EndpointName,
  isIdempotencyKey,
  type OfficeSummary,
  type PathOf,
  type Received,
} from '@paspor-antrean/contract';
import { distanceKm, readAvailability } from './availability.ts';
import { bookHold, type Counts } from './bookings.ts';
import type { Books } from './books.ts';
import { calendarFile } from './calendar-file.ts';
import { cancel, findHeld, type Holder, moveBooking } from './changes.ts';
import { extendHold, holdSlot, readHold, releaseHold } from './holds.ts';
import { lookUpBooking, type Misses } from './lookups.ts';
import { isoAt } from './office-time.ts';
import type { FakeOffice } from './offices.ts';
import { presentBooking } from './present.ts';
import { Refusal } from './refusal.ts';
import type { Bearer } from './tickets.ts';

/** What a handler gets: checked input and the bearer's claims. */
export interface FakeCall<N extends EndpointName> {
  path: PathOf<N>;
  input: Received<N>;
  bearer: Bearer | undefined;
  header: (name: string) => string | null;
}

export interface FakeReply<T> {
  body?: T;
  status?: number;
  headers?: Record<string, string>;
}

export type FakeHandlers = { [N in EndpointName]: (call: FakeCall<N>) => Promise<FakeReply<Answer<N>>> };

/** The whole endpoint table. A handler that is missing, or one too many, does not compile. */
export const createHandlers = (books: Books, seatLimit: number): FakeHandlers => {
  const counts: Counts = new Map();
  const misses: Misses = new Map();

  /** The bearer's own id and version, when the token is for this office and this id. */
  const holderOf = ({
    path,
    bearer,
  }: {
    path: { office: string; id?: string };
    bearer: Bearer | undefined;
  }): Holder => {
    const office = books.office(path.office);
    if (!bearer) throw new Refusal('TOKEN_MISSING');
    const own = bearer.kind === 'booking' ? office.number : office.id;
    if (bearer.office !== own || bearer.sub !== (path.id ?? bearer.sub)) throw new Refusal('NOT_ALLOWED');
    return { id: bearer.sub, version: bearer.version };
  };

  return {
    listOffices: async ({ input }) => ({ body: { offices: search(books.offices, input) } }),
    readOffice: async ({ path }) => {
      const { hours, slotMinutes, closures, releaseDays, releaseAt, graceMinutes, ...seen } = books.office(path.office);
      const [channel = 'online'] = seen.services.map((service) => service.channel);
      const next = books.schedule.nextRelease(books.office(path.office), channel);
      return { body: { ...seen, nextReleaseAt: next ? isoAt(next, seen.timeZone) : null } };
    },
    readAvailability: async ({ path, input, header }) => {
      const body = readAvailability(books, books.office(path.office), input);
      const etag = await weakTag({ ...body, asOf: '' });
      const headers = { etag, 'cache-control': 'public, max-age=1, stale-while-revalidate=5' };
      return header('if-none-match') === etag ? { status: 304, headers } : { body, headers };
    },
    holdSlot: async ({ path, input, header }) => {
      const key = header('idempotency-key') ?? undefined;
      if (key !== undefined && !isIdempotencyKey(key))
        throw new Refusal('INVALID_INPUT', { fields: [{ field: 'Idempotency-Key', code: 'FORMAT' }] });
      return { body: await holdSlot(books, books.office(path.office), input, key, seatLimit) };
    },
    readHold: async (call) => ({ body: await readHold(books, holderOf(call).id) }),
    extendHold: async (call) => ({ body: await extendHold(books, holderOf(call).id) }),
    releaseHold: async (call) => {
      releaseHold(books, holderOf(call).id);
      return {};
    },
    bookHold: async (call) => {
      const { booking, created } = await bookHold(books, counts, holderOf(call).id, call.input);
      return { body: booking, status: created ? 201 : 200 };
    },
    readBooking: async (call) => {
      const row = findHeld(books, holderOf(call));
      return { body: await presentBooking(books, row, call.bearer?.kind === 'booking') };
    },
    moveBooking: async (call) => ({ body: await moveBooking(books, holderOf(call), call.input.slot) }),
    cancelBooking: async (call) => ({ body: await cancel(books, holderOf(call)) }),
    cancelApplicant: async (call) => ({ body: await cancel(books, holderOf(call), call.path.queueCode) }),
    lookUpBooking: async ({ path, input }) => ({
      body: await lookUpBooking(books, misses, books.office(path.office), input),
    }),
    readCalendar: async (call) => {
      const row = findHeld(books, holderOf(call));
      if (row.party === 0) throw new Refusal('BOOKING_CANCELLED');
      return { body: calendarFile(row), headers: { 'content-type': 'text/calendar; charset=utf-8' } };
    },
    readJwks: async () => ({ body: await books.tickets.jwks() }),
  };
};

const weakTag = async (body: unknown) => {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(body)));
  return `W/"${Array.from(new Uint8Array(hash, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
};

const search = (offices: readonly FakeOffice[], { q = '', near, ids }: Received<'listOffices'>): OfficeSummary[] => {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, ' ');
  const words = plain(q).split(' ').filter(Boolean);
  const [lat = 0, lng = 0] = near?.split(',').map(Number) ?? [];
  const found = offices
    .filter(({ id }) => !ids || ids.split(',').includes(id))
    .filter(({ name, city, province, address, id }) =>
      words.every((word) => plain(`${name} ${city} ${province} ${address} ${id}`).includes(word)),
    )
    .map(({ id, number, name, kind, parentId, city, province, timeZone, location }): OfficeSummary => {
      const away = near === undefined ? undefined : distanceKm({ lat, lng }, location);
      const seen = { id, number, name, kind, parentId, city, province, timeZone, location };
      return away === undefined ? seen : { ...seen, distanceKm: away };
    });
  return near === undefined
    ? found.sort((a, b) => a.number - b.number)
    : found.sort((a, b) => (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity));
};
