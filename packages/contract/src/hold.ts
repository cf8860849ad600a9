import * as v from 'valibot';
import { Slot } from './availability.ts';
import { Booking } from './booking.ts';
import { BookingId, Instant, OfficeId, Service, SlotName, Token } from './scalars.ts';

export const NewHold = v.strictObject(
  {
    service: Service,
    /** None: the earliest slot with room for the whole party. */
    slot: v.optional(SlotName),
    party: v.optional(
      v.pipe(v.number('FORMAT'), v.integer('FORMAT'), v.minValue(1, 'TOO_SMALL'), v.maxValue(100, 'TOO_LARGE')),
      1,
    ),
    /** An answer to the office's challenge, where it asks for one. */
    proof: v.optional(v.pipe(v.string('FORMAT'), v.maxLength(4096, 'TOO_LONG'))),
  },
  'FORMAT',
);

export const Hold = v.strictObject({
  /** Also the id of the booking that it may become. */
  id: BookingId,
  token: Token,
  officeId: OfficeId,
  service: Service,
  slot: Slot,
  party: v.pipe(v.number(), v.integer()),
  expiresAt: Instant,
  /** A hold can be extended once. */
  extendable: v.boolean(),
});

export const HoldStatus = v.strictObject({
  state: v.picklist(['held', 'booked', 'expired', 'released']),
  hold: v.optional(Hold),
  booking: v.optional(Booking),
});

/** UUIDv4, or at least 22 base64url characters: enough bits that nobody meets another's key. */
export const IdempotencyKey = v.pipe(
  v.string('FORMAT'),
  v.regex(
    /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|[A-Za-z0-9_-]{22,200})$/,
    'FORMAT',
  ),
);

export const isIdempotencyKey = (key: string): boolean => v.is(IdempotencyKey, key);
