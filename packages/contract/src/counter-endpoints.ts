import type { Endpoint } from './endpoints.ts';

/**
 * What the counter's staff may call, in the shape of the table for applicants. Each takes the bearer token of the
 * office's identity provider, or, on the embedded database alone, a development token.
 */
export const counterEndpoints = {
  /** The day's list, with all that a device needs to judge a token offline. */
  readDay: {
    verb: 'GET',
    path: '/v1/offices/{office}/days/{on}',
    role: 'counter',
    answer: 'OfficeDay',
    repeatable: true,
  },
  /** Checks people in, by the token that was scanned or the code that was typed. */
  recordArrival: {
    verb: 'POST',
    path: '/v1/offices/{office}/arrivals',
    role: 'counter',
    body: 'NewArrival',
    answer: 'Visit',
  },
  /** Arrivals that a device kept, each with its sequence and time. Sent again, each counts once. */
  recordArrivals: {
    verb: 'POST',
    path: '/v1/offices/{office}/arrivals/batch',
    role: 'counter',
    body: 'ArrivalBatch',
    answer: 'ArrivalResults',
    repeatable: true,
  },
  /** Calls people who arrived to a booth. */
  callApplicants: {
    verb: 'POST',
    path: '/v1/offices/{office}/bookings/{id}/called',
    role: 'counter',
    body: 'Progress',
    answer: 'Visit',
    repeatable: true,
  },
  /** Marks people who arrived as served. */
  serveApplicants: {
    verb: 'POST',
    path: '/v1/offices/{office}/bookings/{id}/served',
    role: 'counter',
    body: 'Progress',
    answer: 'Visit',
    repeatable: true,
  },
  /** Marks people as missed: of a family of five three may come. Who arrives after all is arrived. */
  missApplicants: {
    verb: 'POST',
    path: '/v1/offices/{office}/bookings/{id}/missed',
    role: 'counter',
    body: 'Progress',
    answer: 'Visit',
    repeatable: true,
  },
  /** Gives someone who stands at the counter a seat of a channel of its own, such as `priority`, today. */
  admitWalkIn: {
    verb: 'POST',
    path: '/v1/offices/{office}/walk-ins',
    role: 'counter',
    body: 'NewWalkIn',
    answer: 'Visit',
    status: 201,
    repeatable: true,
  },
  /** Frees a person whose NIK someone else used. */
  releaseClaim: {
    verb: 'POST',
    path: '/v1/offices/{office}/claims/release',
    role: 'head',
    body: 'ClaimRelease',
    answer: 'ClaimReleased',
    repeatable: true,
  },
} as const satisfies Record<string, Endpoint>;

export type CounterEndpoints = typeof counterEndpoints;
