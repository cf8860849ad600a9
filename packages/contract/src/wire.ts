/**
 * What both sides promise, as plain data and types. Nothing here reaches valibot at run time, so that it weighs
 * next to nothing in a browser.
 */
import type * as v from 'valibot';
import type { EndpointName, Endpoints } from './endpoints.ts';
import type { SchemaName, Schemas } from './schemas.ts';

export { type Endpoint, type EndpointName, type Endpoints, endpoints, type TokenKind } from './endpoints.ts';
export { isName } from './name.ts';
export { type NikFault, nikDisagreesWithBirth, nikFault } from './nik.ts';
export { phoneE164 } from './phone.ts';
export { type FieldCode, fieldCodes, type ProblemCode, problemStatus } from './problem-codes.ts';

/** What a schema gives after it was checked. */
export type Shape<N extends SchemaName> = v.InferOutput<Schemas[N]>;
/** What a schema takes. */
export type Draft<N extends SchemaName> = v.InferInput<Schemas[N]>;

export type Availability = Shape<'Availability'>;
export type AvailabilityDay = Availability['days'][number];
export type Elsewhere = Availability['elsewhere'][number];
export type Booking = Shape<'Booking'>;
export type Hold = Shape<'Hold'>;
export type HoldStatus = Shape<'HoldStatus'>;
export type Jwks = Shape<'Jwks'>;
export type NewBooking = Draft<'NewBooking'>;
export type Applicant = NewBooking['applicants'][number];
export type NewHold = Draft<'NewHold'>;
export type Office = Shape<'Office'>;
export type OfficeSummary = Shape<'OfficeList'>['offices'][number];
export type Problem = Shape<'Problem'>;
export type Slot = Hold['slot'];
export type Service = Hold['service'];
export type PassportType = NonNullable<Applicant['passportType']>;

type PathParameter<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never;
type DraftOf<E, K extends 'query' | 'body'> = E extends { readonly [X in K]: infer N extends SchemaName }
  ? Draft<N>
  : unknown;

/** All that a call takes, flat: path parameters, query or body fields, and the bearer token where one is due. */
export type Input<N extends EndpointName> = PathOf<N> &
  DraftOf<Endpoints[N], 'query'> &
  DraftOf<Endpoints[N], 'body'> &
  (Endpoints[N] extends { readonly bearer: readonly unknown[] } ? { token: string } : unknown);

/** The parameters in a call's path. */
export type PathOf<N extends EndpointName> = { [P in PathParameter<Endpoints[N]['path']>]: string };

/** What the API has of a call's body or query once it is checked. */
export type Received<N extends EndpointName> = Endpoints[N] extends { readonly body: infer S extends SchemaName }
  ? Shape<S>
  : Endpoints[N] extends { readonly query: infer S extends SchemaName }
    ? Shape<S>
    : Record<never, never>;

/** What a call answers. */
export type Answer<N extends EndpointName> = Endpoints[N] extends { readonly answer: infer S extends SchemaName }
  ? Shape<S>
  : Endpoints[N] extends { readonly status: 204 }
    ? undefined
    : string;
