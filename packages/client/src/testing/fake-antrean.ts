import type { EndpointName } from '@paspor-antrean/contract';
import { openSlots } from './availability.ts';
import { type ApplicantStatus, createBooks } from './books.ts';
import { createFakeClock, type FakeClock } from './clock.ts';
import { changed, createFaults, delay, delivered, type Fault } from './faults.ts';
import { createHandlers, type FakeCall, type FakeReply } from './handlers.ts';
import { createHolders } from './holders.ts';
import { answerOf, bearerOf, inputOf, problemOf, type Route, routeOf } from './http.ts';
import { type FakeOffice, fakeOffices } from './offices.ts';
import { Refusal } from './refusal.ts';
import { createTickets } from './tickets.ts';

export interface FakeOptions {
  /** Default: one that stands still at 09:00 on Monday 23 November 2026 in Bandung. */
  clock?: FakeClock;
  /** Default: five offices in two time zones. */
  offices?: readonly FakeOffice[];
  /** Seats that may be held at once; all that comes through this `fetch` is one client. Default 20. */
  heldSeatsMax?: number;
}

export interface FakeAntrean {
  /** To be given to `createAntreanClient({ fetch })`, or put in the place of the page's own. */
  fetch: typeof fetch;
  clock: FakeClock;
  /** What was asked for so far, in order. */
  calls: readonly EndpointName[];
  /** Lets the next `times` (default 1) calls of an endpoint go wrong. Gives a function that ends it. */
  fail<N extends EndpointName>(endpoint: N | 'every', fault: Fault<N>, times?: number): () => void;
  /** Others take seats of an office, of all its open slots or of one, until at most `leaving` (default 0) are left. */
  fill(office: string, slot?: string, leaving?: number): void;
  /** What the counter does: all people of a booking who are still coming get this status. */
  mark(bookingId: string, status: ApplicantStatus): void;
  /** The key under which the tokens of an office's day (`2026-12-01`) are bound to their people, for `holderMatches`. */
  dayKey(office: string, on: string): Promise<string>;
}

/**
 * The API in memory: the same endpoints, shapes, rules and refusals, with a clock and faults at hand. For tests,
 * stories and demos; it forgets everything when it is gone.
 *
 * ```ts
 * const fake = createFakeAntrean();
 * const antrean = createAntreanClient({ baseUrl: 'https://antrean.test', fetch: fake.fetch });
 * fake.fail('bookHold', { answerLost: true });
 * ```
 */
export const createFakeAntrean = (options: FakeOptions = {}): FakeAntrean => {
  const { clock = createFakeClock(), offices = fakeOffices(), heldSeatsMax = 20 } = options;
  const books = createBooks(offices, clock, createTickets(), createHolders());
  const handlers = createHandlers(books, heldSeatsMax);
  const faults = createFaults();
  const calls: EndpointName[] = [];

  const reply = async (request: Request, { name, endpoint, path }: Route): Promise<FakeReply<unknown>> => {
    const bearer = endpoint.bearer && (await books.tickets.verify(bearerOf(request), endpoint.bearer, clock()));
    const input = await inputOf(request, endpoint);
    const handler = handlers[name] as (call: FakeCall<EndpointName>) => Promise<FakeReply<unknown>>;
    return await handler({
      path,
      input,
      bearer,
      header: (header) => request.headers.get(header),
    } as FakeCall<EndpointName>);
  };

  const answer = async (request: Request): Promise<Response> => {
    const route = routeOf(request);
    calls.push(route.name);
    const planned = faults.take(route.name);
    await delay(planned, request.signal);
    const { body, ...rest } = await reply(request, route);
    return delivered(planned, answerOf(route, { ...rest, body: changed(planned, body) }));
  };

  return {
    clock,
    calls,
    fetch: async (input, init) => {
      const address = input instanceof Request ? input.url : String(input);
      const base = globalThis.location?.href ?? 'http://antrean.test';
      const request = new Request(input instanceof Request ? input : new URL(address, base), init);
      request.signal.throwIfAborted();
      try {
        return await answer(request);
      } catch (error) {
        if (error instanceof Refusal) return problemOf(error, request.url);
        throw error;
      }
    },
    fail: (endpoint, fault, times = 1) => faults.plan(endpoint, fault as Fault, times),
    fill: (id, starts, leaving = 0) => {
      const office = books.office(id);
      const channels = new Set(office.services.map((service) => service.channel));
      const open = [...channels].flatMap((channel) => openSlots(books, office, channel, 0));
      const slots = open.filter((slot) => starts === undefined || slot.starts === starts);
      if (slots.length === 0 && starts !== undefined) throw new Error(`No slot ${starts} is open at ${id}`);
      for (const slot of slots) books.fill(slot, leaving);
    },
    mark: (id, status) => {
      const people = books.find(id)?.people.filter((person) => person.status !== 'cancelled') ?? [];
      if (people.length === 0) throw new Error('The fake has no booking of this id with people who are still coming');
      for (const person of people) person.status = status;
    },
    dayKey: (office, on) => books.holders.dayKey(books.office(office).id, on),
  };
};
