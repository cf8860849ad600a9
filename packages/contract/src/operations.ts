import type { EndpointName } from './endpoints.ts';
import type { ProblemCode } from './problem-codes.ts';

const body: ProblemCode[] = ['INVALID_INPUT', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'];
const bearer: ProblemCode[] = ['TOKEN_MISSING', 'TOKEN_INVALID', 'TOKEN_EXPIRED', 'TOKEN_REVOKED', 'NOT_ALLOWED'];
const office: ProblemCode[] = ['OFFICE_UNKNOWN'];
const slot: ProblemCode[] = ['SLOT_FULL', 'SLOT_UNKNOWN', 'SLOT_PAST', 'SLOT_NOT_RELEASED', 'TOO_LATE'];

interface Operation {
  readonly summary: string;
  readonly tag: 'Offices' | 'Holds' | 'Bookings' | 'Keys';
  /** Refusals of its own, beside the ones that any route may give (origin, rate, load). */
  readonly problems: readonly ProblemCode[];
}

/** What the reference says of each endpoint; kept out of `wire` because no client needs it at run time. */
export const operations: Record<EndpointName, Operation> = {
  listOffices: { tag: 'Offices', summary: 'List offices', problems: ['INVALID_INPUT'] },
  readOffice: { tag: 'Offices', summary: 'Read an office', problems: office },
  readAvailability: {
    tag: 'Offices',
    summary: 'Read the free slots of an office',
    problems: [...office, 'INVALID_INPUT', 'SERVICE_NOT_OFFERED', 'PARTY_TOO_LARGE'],
  },
  holdSlot: {
    tag: 'Holds',
    summary: 'Hold seats',
    problems: [
      ...office,
      ...body,
      ...slot,
      'SERVICE_NOT_OFFERED',
      'PARTY_TOO_LARGE',
      'IDEMPOTENCY_CONFLICT',
      'RATE_LIMITED',
    ],
  },
  readHold: { tag: 'Holds', summary: 'Read what became of a hold', problems: [...office, ...bearer, 'HOLD_UNKNOWN'] },
  extendHold: {
    tag: 'Holds',
    summary: 'Extend a hold, once',
    problems: [...office, ...bearer, 'HOLD_UNKNOWN', 'HOLD_EXPIRED', 'HOLD_EXTENDED', 'HOLD_BOOKED'],
  },
  releaseHold: {
    tag: 'Holds',
    summary: 'Give held seats back',
    problems: [...office, ...bearer, 'HOLD_UNKNOWN', 'HOLD_BOOKED'],
  },
  bookHold: {
    tag: 'Bookings',
    summary: 'Turn a hold into a booking',
    problems: [
      ...office,
      ...bearer,
      ...body,
      'HOLD_UNKNOWN',
      'HOLD_EXPIRED',
      'PARTY_TOO_LARGE',
      'NIK_ALREADY_BOOKED',
      'IDEMPOTENCY_CONFLICT',
      'RATE_LIMITED',
    ],
  },
  readBooking: { tag: 'Bookings', summary: 'Read a booking', problems: [...office, ...bearer, 'BOOKING_UNKNOWN'] },
  moveBooking: {
    tag: 'Bookings',
    summary: 'Move a booking to another slot',
    problems: [
      ...office,
      ...bearer,
      ...body,
      ...slot,
      'BOOKING_UNKNOWN',
      'BOOKING_CANCELLED',
      'RESCHEDULE_LIMIT',
      'ALREADY_ARRIVED',
    ],
  },
  cancelBooking: {
    tag: 'Bookings',
    summary: 'Cancel a booking',
    problems: [...office, ...bearer, 'BOOKING_UNKNOWN', 'TOO_LATE', 'ALREADY_ARRIVED'],
  },
  cancelApplicant: {
    tag: 'Bookings',
    summary: 'Take one person out of a booking',
    problems: [...office, ...bearer, 'BOOKING_UNKNOWN', 'TOO_LATE', 'ALREADY_ARRIVED'],
  },
  lookUpBooking: {
    tag: 'Bookings',
    summary: 'Find a booking by its code',
    problems: [...office, ...body, 'BOOKING_UNKNOWN', 'RATE_LIMITED'],
  },
  readCalendar: {
    tag: 'Bookings',
    summary: 'Read the visit as a calendar file',
    problems: [...office, ...bearer, 'BOOKING_UNKNOWN', 'BOOKING_CANCELLED'],
  },
  readJwks: { tag: 'Keys', summary: 'Read the public keys of booking tokens', problems: [] },
};
