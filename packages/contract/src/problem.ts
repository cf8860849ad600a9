import * as v from 'valibot';
import { Elsewhere, Slot } from './availability.ts';
import { fieldCodes, type ProblemCode, problemStatus } from './problem-codes.ts';
import { DeviceId, Instant, SlotName } from './scalars.ts';

const codes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];

/** RFC 9457 problem details. Nothing that was sent is echoed. */
export const Problem = v.strictObject({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.picklist(codes),
  detail: v.string(),
  fields: v.optional(v.array(v.strictObject({ field: v.string(), code: v.picklist(fieldCodes) }))),
  retryAfterSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Of `SLOT_FULL`: up to three other slots of this office with room. */
  alternatives: v.optional(v.array(Slot)),
  /** Of `SLOT_FULL` without a slot: the nearest offices with room. */
  elsewhere: v.optional(v.array(Elsewhere)),
  nextReleaseAt: v.optional(v.nullable(Instant)),
  /** Of `NIK_ALREADY_BOOKED`: where a person can ask. */
  help: v.optional(v.strictObject({ name: v.string(), address: v.string(), phone: v.nullable(v.string()) })),
  /** Of `ALREADY_ARRIVED` at the counter: when, and on which device. */
  arrivedAt: v.optional(Instant),
  device: v.optional(v.nullable(DeviceId)),
  /** Of `ALREADY_CALLED`: when, and to where. */
  calledAt: v.optional(Instant),
  booth: v.optional(v.nullable(v.string())),
  /** Of `WRONG_DAY`: when the slot starts. */
  startsAt: v.optional(Instant),
  /** Of `BOOKING_MOVED` at the counter: where the booking is now. */
  movedTo: v.optional(SlotName),
});
