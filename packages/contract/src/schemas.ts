import { Availability, AvailabilityQuery } from './availability.ts';
import { Booking, Jwks, Lookup, Move, NewBooking } from './booking.ts';
import { Hold, HoldStatus, NewHold } from './hold.ts';
import { Office, OfficeList, OfficesQuery } from './office.ts';
import { Problem } from './problem.ts';
import {
  ArrivalBatch,
  ArrivalResults,
  ClaimRelease,
  ClaimReleased,
  NewArrival,
  NewWalkIn,
  OfficeDay,
  Progress,
  Visit,
} from './visit.ts';

/** Every shape that crosses the wire, by the name that the endpoint table uses. */
export const schemas = {
  ArrivalBatch,
  ArrivalResults,
  Availability,
  AvailabilityQuery,
  Booking,
  ClaimRelease,
  ClaimReleased,
  Hold,
  HoldStatus,
  Jwks,
  Lookup,
  Move,
  NewArrival,
  NewBooking,
  NewHold,
  NewWalkIn,
  Office,
  OfficeDay,
  OfficeList,
  OfficesQuery,
  Problem,
  Progress,
  Visit,
};

export type Schemas = typeof schemas;
export type SchemaName = keyof Schemas;
