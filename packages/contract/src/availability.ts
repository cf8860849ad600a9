import * as v from 'valibot';
import { Day, Instant, OfficeId, queryInteger, Service, SlotName } from './scalars.ts';

export const Slot = v.strictObject({
  slot: SlotName,
  startsAt: Instant,
  endsAt: Instant,
  /** Seats that can be taken now; expired holds count as free. */
  remaining: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

export const AvailabilityDay = v.strictObject({
  on: Day,
  status: v.picklist(['open', 'full', 'closed', 'holiday', 'not-released', 'not-offered']),
  /** The holiday's official name, or `weekend`, `no-hours`, `too-late`, `office-not-open` for a closed day. */
  reason: v.optional(v.string()),
  releasesAt: v.optional(Instant),
  remaining: v.pipe(v.number(), v.integer(), v.minValue(0)),
  slots: v.array(Slot),
});

export const Elsewhere = v.strictObject({
  officeId: OfficeId,
  name: v.string(),
  distanceKm: v.number(),
  earliest: Slot,
});

export const Availability = v.strictObject({
  officeId: OfficeId,
  service: Service,
  timeZone: v.string(),
  asOf: Instant,
  earliest: v.nullable(Slot),
  nextReleaseAt: v.nullable(Instant),
  days: v.array(AvailabilityDay),
  /** The nearest offices with room, filled when this office has none. */
  elsewhere: v.array(Elsewhere),
});

export const AvailabilityQuery = v.strictObject({
  service: v.optional(v.pipe(Service, v.description('A first passport, or the renewal of one.')), 'new'),
  from: v.optional(v.pipe(Day, v.description('The first day, by the office’s calendar. Default: today.'))),
  days: v.optional(v.pipe(queryInteger(1, 60), v.description('How many days.')), 30),
  party: v.optional(v.pipe(queryInteger(1, 20), v.description('Seats that one slot must have together.')), 1),
});
