import type { SchemaName } from './schemas.ts';

/** The kinds that are between us and ourselves, and the one on paper. */
export type TokenKind = 'booking' | 'hold' | 'manage';

/** Each may do what those before it may. */
export type StaffRole = 'counter' | 'head' | 'admin';

export interface Endpoint {
  readonly verb: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  /** Kinds of bearer token it takes; none: it is open. */
  readonly bearer?: readonly TokenKind[];
  /** It takes the bearer token of an office's staff: the least role that may call it. */
  readonly role?: StaffRole;
  readonly query?: SchemaName;
  readonly body?: SchemaName;
  /** Shape of the answer; none: there is no body, or it is not JSON. */
  readonly answer?: SchemaName;
  /** Status of success, 200 unless said. */
  readonly status?: 201 | 204;
  /** Asking again after a lost answer is safe: it gives the same, never twice. */
  readonly repeatable?: true;
  /** Takes an `Idempotency-Key`, which is what makes it repeatable. */
  readonly idempotencyKey?: true;
}

/** The one table of endpoints: the API serves it, the client calls it, `/openapi.json` prints it. */
export const endpoints = {
  /** Offices by name or city, nearest first with `near`. */
  listOffices: { verb: 'GET', path: '/v1/offices', query: 'OfficesQuery', answer: 'OfficeList', repeatable: true },
  /** One office with its services, fees, documents and rules. */
  readOffice: { verb: 'GET', path: '/v1/offices/{office}', answer: 'Office', repeatable: true },
  /** Days and slots with their free seats, each empty day with its reason. */
  readAvailability: {
    verb: 'GET',
    path: '/v1/offices/{office}/availability',
    query: 'AvailabilityQuery',
    answer: 'Availability',
    repeatable: true,
  },
  /** Holds seats for `holdMinutes`. Without `slot`: the earliest with room for the whole party. */
  holdSlot: {
    verb: 'POST',
    path: '/v1/offices/{office}/holds',
    body: 'NewHold',
    answer: 'Hold',
    status: 201,
    idempotencyKey: true,
    repeatable: true,
  },
  /** What became of a hold, until the visit day ends. */
  readHold: {
    verb: 'GET',
    path: '/v1/offices/{office}/holds/{id}',
    bearer: ['hold'],
    answer: 'HoldStatus',
    repeatable: true,
  },
  /** Extends a hold, once, by `holdMinutes`. */
  extendHold: { verb: 'POST', path: '/v1/offices/{office}/holds/{id}/extend', bearer: ['hold'], answer: 'Hold' },
  /** Gives the held seats back. */
  releaseHold: {
    verb: 'DELETE',
    path: '/v1/offices/{office}/holds/{id}',
    bearer: ['hold'],
    status: 204,
    repeatable: true,
  },
  /** Turns a hold into a booking. Asking again answers the same booking. */
  bookHold: {
    verb: 'POST',
    path: '/v1/offices/{office}/bookings',
    bearer: ['hold'],
    body: 'NewBooking',
    answer: 'Booking',
    status: 201,
    repeatable: true,
  },
  /** Reads a booking; with the booking token alone names are masked. */
  readBooking: {
    verb: 'GET',
    path: '/v1/offices/{office}/bookings/{id}',
    bearer: ['manage', 'booking'],
    answer: 'Booking',
    repeatable: true,
  },
  /** Moves a booking to another slot. */
  moveBooking: {
    verb: 'PATCH',
    path: '/v1/offices/{office}/bookings/{id}',
    bearer: ['manage'],
    body: 'Move',
    answer: 'Booking',
    repeatable: true,
  },
  /** Cancels a booking; its seats are free at once. */
  cancelBooking: {
    verb: 'DELETE',
    path: '/v1/offices/{office}/bookings/{id}',
    bearer: ['manage'],
    answer: 'Booking',
    repeatable: true,
  },
  /** Takes one person out of a booking; the last one cancels it. */
  cancelApplicant: {
    verb: 'DELETE',
    path: '/v1/offices/{office}/bookings/{id}/applicants/{queueCode}',
    bearer: ['manage'],
    answer: 'Booking',
    repeatable: true,
  },
  /** Finds a booking by its code and what only its holder knows. */
  lookUpBooking: { verb: 'POST', path: '/v1/offices/{office}/lookups', body: 'Lookup', answer: 'Booking' },
  /** The visit as a calendar file (text/calendar). */
  readCalendar: {
    verb: 'GET',
    path: '/v1/offices/{office}/bookings/{id}/calendar.ics',
    bearer: ['manage'],
    repeatable: true,
  },
  /** The public keys of booking tokens. */
  readJwks: { verb: 'GET', path: '/.well-known/jwks.json', answer: 'Jwks', repeatable: true },
} as const satisfies Record<string, Endpoint>;

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
