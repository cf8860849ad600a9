export type {
  Answer,
  Applicant,
  Availability,
  AvailabilityDay,
  Booking,
  Elsewhere,
  EndpointName,
  FieldCode,
  Hold,
  HoldStatus,
  Input,
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
export { type AntreanClient, type CallOptions, type ClientOptions, createAntreanClient, freshKey } from './client.ts';
export { AntreanError, Refused, UnexpectedAnswer, Unreachable } from './errors.ts';
