import { Availability, AvailabilityQuery } from './availability.ts';
import { Booking, Jwks, Lookup, Move, NewBooking } from './booking.ts';
import { Hold, HoldStatus, NewHold } from './hold.ts';
import { Office, OfficeList, OfficesQuery } from './office.ts';
import { Problem } from './problem.ts';

/** Every shape that crosses the wire, by the name that the endpoint table uses. */
export const schemas = {
  Availability,
  AvailabilityQuery,
  Booking,
  Hold,
  HoldStatus,
  Jwks,
  Lookup,
  Move,
  NewBooking,
  NewHold,
  Office,
  OfficeList,
  OfficesQuery,
  Problem,
};

export type Schemas = typeof schemas;
export type SchemaName = keyof Schemas;
