export type {
  Answer,
  Applicant,
  ApplicantProblemCode,
  Availability,
  AvailabilityDay,
  Booking,
  Elsewhere,
  EndpointName,
  FieldCode,
  Hold,
  HoldStatus,
  Input,
  Jwks,
  NewBooking,
  NewHold,
  Office,
  OfficeSummary,
  PassportType,
  Problem,
  ProblemCode,
  Service,
  Slot,
} from '@paspor-antrean/contract/wire';
export { type AntreanClient, createAntreanClient } from './antrean-client.ts';
export type { BookInput, BookOptions } from './book.ts';
export { type BareClient, type CallOptions, type ClientOptions, createBareClient, freshKey } from './client.ts';
export {
  AntreanError,
  type NikAlreadyBooked,
  type Refusal,
  Refused,
  type SlotFull,
  type SlotNotReleased,
  UnexpectedAnswer,
  Unreachable,
} from './errors.ts';
export type { WatchOptions } from './watch-availability.ts';
