import { counterOperations } from './counter-operations.ts';
import type { Operation } from './operation.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { AnyEndpointName } from './wire.ts';

const body: ProblemCode[] = ['INVALID_INPUT', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'];
const bearer: ProblemCode[] = ['TOKEN_MISSING', 'TOKEN_INVALID', 'TOKEN_EXPIRED', 'TOKEN_REVOKED', 'NOT_ALLOWED'];
const office: ProblemCode[] = ['OFFICE_UNKNOWN'];
const slot: ProblemCode[] = ['SLOT_FULL', 'SLOT_UNKNOWN', 'SLOT_PAST', 'SLOT_NOT_RELEASED', 'TOO_LATE'];

/** What the reference says of each endpoint; kept out of `wire` because no client needs it at run time. */
export const operations: Record<AnyEndpointName, Operation> = {
  ...counterOperations,
  listOffices: {
    tag: 'Offices',
    summary: 'List offices',
    description:
      'All offices, or those that fit `q`, `ids` or both. With `near` the nearest come first, each with its distance.',
    cache: 'public, max-age=60, stale-while-revalidate=300',
    problems: ['INVALID_INPUT'],
  },
  readOffice: {
    tag: 'Offices',
    summary: 'Read an office',
    description:
      'What an office offers and asks: services, fees in whole rupiah, documents, the rules for moving a booking, and the version of its privacy notice that a booking names.',
    cache: 'public, max-age=30, stale-while-revalidate=300',
    problems: office,
  },
  readAvailability: {
    tag: 'Offices',
    summary: 'Read the free slots of an office',
    description:
      'Days and slots with their free seats; a day without a slot says why. When nothing is free, `elsewhere` lists the nearest offices with room. At most one second old here, seven through caches.',
    cache: 'public, max-age=1, stale-while-revalidate=5',
    etag: true,
    problems: [...office, 'INVALID_INPUT', 'SERVICE_NOT_OFFERED', 'PARTY_TOO_LARGE'],
  },
  holdSlot: {
    tag: 'Holds',
    summary: 'Hold seats',
    description:
      'Keeps seats for the office’s `holdMinutes`. Without `slot` the earliest with room for the whole party is taken. With an `Idempotency-Key` the call can be repeated after a lost answer: the same key and body give the same hold.',
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
  readHold: {
    tag: 'Holds',
    summary: 'Read what became of a hold',
    description:
      'For a caller whose last answer was lost: whether the hold is still held, was booked (then with the booking), was released or has expired. Answers until the visit day ends.',
    problems: [...office, ...bearer, 'HOLD_UNKNOWN'],
  },
  extendHold: {
    tag: 'Holds',
    summary: 'Extend a hold, once',
    description: 'Adds the office’s `holdMinutes` to a hold, once.',
    problems: [...office, ...bearer, 'HOLD_UNKNOWN', 'HOLD_EXPIRED', 'HOLD_EXTENDED', 'HOLD_BOOKED'],
  },
  releaseHold: {
    tag: 'Holds',
    summary: 'Give held seats back',
    description:
      'The seats are free at once. Repeating is no error; a hold that became a booking is not cancelled by this.',
    problems: [...office, ...bearer, 'HOLD_UNKNOWN', 'HOLD_BOOKED'],
  },
  bookHold: {
    tag: 'Bookings',
    summary: 'Turn a hold into a booking',
    description:
      'Books the held seats for the people named. One person has one live booking at all offices together. `privacyVersion` is the office’s current one; `guardian` is needed when someone is under 18. Repeating under the same hold answers the same booking.',
    again: 'The hold was booked before: that booking, as it stands now.',
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
  readBooking: {
    tag: 'Bookings',
    summary: 'Read a booking',
    description:
      'With the manage token: everything. With the booking token, which is what the QR shows: names masked, and no manage token.',
    problems: [...office, ...bearer, 'BOOKING_UNKNOWN'],
  },
  moveBooking: {
    tag: 'Bookings',
    summary: 'Move a booking to another slot',
    description:
      'Takes the new slot and frees the old one in one step. All tokens are new: the old booking token is refused from then on. Repeating with the replaced manage token and the same slot answers the move that was made.',
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
    description: 'Frees the seats and the people at once. Repeating answers the cancelled booking.',
    problems: [...office, ...bearer, 'BOOKING_UNKNOWN', 'TOO_LATE', 'ALREADY_ARRIVED'],
  },
  cancelApplicant: {
    tag: 'Bookings',
    summary: 'Take one person out of a booking',
    description: 'Frees one seat and one person. Taking out the last one cancels the booking.',
    problems: [...office, ...bearer, 'BOOKING_UNKNOWN', 'TOO_LATE', 'ALREADY_ARRIVED'],
  },
  lookUpBooking: {
    tag: 'Bookings',
    summary: 'Find a booking by its code',
    description:
      'Finds a booking, with new tokens, by its code and what only its people know. Five misses per code and twenty per client an hour; every miss is the same `BOOKING_UNKNOWN`.',
    problems: [...office, ...body, 'BOOKING_UNKNOWN', 'RATE_LIMITED'],
  },
  readCalendar: {
    tag: 'Bookings',
    summary: 'Read the visit as a calendar file',
    description: 'An iCalendar file with the place, the time and a reminder the day before. No name, no NIK, no token.',
    problems: [...office, ...bearer, 'BOOKING_UNKNOWN', 'BOOKING_CANCELLED'],
  },
  readJwks: {
    tag: 'Keys',
    summary: 'Read the public keys of booking tokens',
    description: 'Ed25519 keys by `kid`. A retired key stays until the last token it signed has ended.',
    cache: 'public, max-age=300',
    problems: [],
  },
};
