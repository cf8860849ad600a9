/**
 * What both sides promise, as plain data and types. Nothing here reaches valibot at run time, so that it weighs
 * next to nothing in a browser.
 */
import type * as v from 'valibot';
import type { CounterEndpoints } from './counter-endpoints.ts';
import type { Endpoints } from './endpoints.ts';
import type { SchemaName, Schemas } from './schemas.ts';

export { bookingCodeOf, normaliseBookingCode } from './booking-code.ts';
export { type CounterEndpoints, counterEndpoints } from './counter-endpoints.ts';
export {
  type Endpoint,
  type EndpointName,
  type Endpoints,
  endpoints,
  type StaffRole,
  type TokenKind,
} from './endpoints.ts';
export { isName } from './name.ts';
export { type NikFault, nikDisagreesWithBirth, nikFault } from './nik.ts';
export { phoneE164 } from './phone.ts';
export {
  type ApplicantProblemCode,
  type CounterProblemCode,
  counterProblemCodes,
  type FieldCode,
  fieldCodes,
  type ProblemCode,
  problemStatus,
} from './problem-codes.ts';

/** Of applicants and of staff. */
export type AllEndpoints = Endpoints & CounterEndpoints;
export type AnyEndpointName = keyof AllEndpoints;

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
export type ArrivalBatch = Draft<'ArrivalBatch'>;
export type ArrivalResults = Shape<'ArrivalResults'>;
export type OfficeDay = Shape<'OfficeDay'>;
export type Visit = Shape<'Visit'>;
export type Visitor = Visit['applicants'][number];
export type PassportType = NonNullable<Applicant['passportType']>;

type PathParameter<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never;
type DraftOf<E, K extends 'query' | 'body'> = E extends { readonly [X in K]: infer N extends SchemaName }
  ? Draft<N>
  : unknown;

/** All that a call takes, flat: path parameters, query or body fields, and the bearer token where one is due; the staff's is `staffToken`. */
export type Input<N extends AnyEndpointName> = PathOf<N> &
  DraftOf<AllEndpoints[N], 'query'> &
  DraftOf<AllEndpoints[N], 'body'> &
  (AllEndpoints[N] extends { readonly bearer: readonly unknown[] } ? { token: string } : unknown) &
  (AllEndpoints[N] extends { readonly role: string } ? { staffToken: string } : unknown);

/** The parameters in a call's path. */
export type PathOf<N extends AnyEndpointName> = { [P in PathParameter<AllEndpoints[N]['path']>]: string };

/** What the API has of a call's body or query once it is checked. */
export type Received<N extends AnyEndpointName> = AllEndpoints[N] extends { readonly body: infer S extends SchemaName }
  ? Shape<S>
  : AllEndpoints[N] extends { readonly query: infer S extends SchemaName }
    ? Shape<S>
    : Record<never, never>;

/** What a call answers. */
export type Answer<N extends AnyEndpointName> = AllEndpoints[N] extends { readonly answer: infer S extends SchemaName }
  ? Shape<S>
  : AllEndpoints[N] extends { readonly status: 204 }
    ? undefined
    : string;
