import type { ProblemCode } from './problem-codes.ts';

/** Per code: a short title, and what a developer does about it. Printed at `/docs/problems`, which `type` names. */
export const problemHelp: Record<ProblemCode, readonly [title: string, advice: string]> = {
  TOKEN_MISSING: ['A token is needed', 'Send the token of the hold or booking as `Authorization: Bearer …`.'],
  TOKEN_INVALID: [
    'The token is not valid',
    'Send a token of the kind that this endpoint takes, unaltered. A hold token does not manage a booking, a booking token cannot change one.',
  ],
  TOKEN_EXPIRED: ['The token has expired', 'Find the booking by its code (`lookups`) for a new token, or start again.'],
  TOKEN_REVOKED: [
    'The token was replaced',
    'The booking was moved. Use the tokens of the answer to the move, or look the booking up.',
  ],
  NOT_ALLOWED: ['Not allowed', 'The token is valid but belongs to something else.'],
  ORIGIN_NOT_ALLOWED: [
    'This site is not on the list',
    'Ask the operator to add the exact origin of the page to `ALLOWED_ORIGINS`.',
  ],
  PROOF_REQUIRED: ['A proof is needed', 'Solve the challenge of this office and send it as `proof`.'],
  PASS_REQUIRED: ['A pass is needed', 'Wait in the waiting room of this office and send the pass as bearer token.'],
  ROUTE_UNKNOWN: ['There is nothing here', 'Compare the path with the API reference at `/docs`.'],
  OFFICE_UNKNOWN: ['No such office', 'List the offices at `/v1/offices`.'],
  SERVICE_NOT_OFFERED: [
    'Not offered here',
    'This office does not offer this service. Choose another office or service.',
  ],
  SLOT_UNKNOWN: ['No such slot', 'Take a slot from the availability of this office and service.'],
  HOLD_UNKNOWN: ['No such hold', 'Hold a slot again.'],
  BOOKING_UNKNOWN: ['No such booking', 'Check the code, the last four digits of the NIK and the birth date.'],
  METHOD_NOT_ALLOWED: ['This verb is not served here', 'The `Allow` header lists the ones that are.'],
  SLOT_FULL: [
    'The slot is full',
    'Take one of `alternatives`, an office of `elsewhere`, or come back at `nextReleaseAt`.',
  ],
  SLOT_NOT_RELEASED: ['Not open yet', 'Seats of this day open at `nextReleaseAt`.'],
  SLOT_PAST: ['The slot has begun', 'Choose a later slot.'],
  NIK_ALREADY_BOOKED: [
    'This person already has a booking',
    'One person has one live booking, at all offices together. Look it up to move or cancel it; `help` names who can be asked.',
  ],
  IDEMPOTENCY_CONFLICT: [
    'Something else was asked before',
    'Under the same key or hold, other data was sent before. Use a new key or a new hold.',
  ],
  HOLD_BOOKED: ['The hold became a booking', 'Cancel the booking instead.'],
  HOLD_EXTENDED: ['Already extended', 'A hold can be extended once.'],
  RESCHEDULE_LIMIT: ['No moves left', 'The office allows no further move. The booking can still be cancelled.'],
  TOO_LATE: ['Too late', 'The office’s time for this has passed.'],
  PROOF_SPENT: ['The proof was used before', 'Solve a new challenge.'],
  WRONG_OFFICE: ['Another office', 'The booking is for another office.'],
  WRONG_DAY: ['Another day', 'The booking is for another day.'],
  ALREADY_ARRIVED: [
    'Already arrived',
    'The applicant was checked in before: `arrivedAt` and `device` say when and where.',
  ],
  NOT_ARRIVED: ['Not arrived', 'Record the arrival first.'],
  ALREADY_CALLED: [
    'Called to another booth',
    'Another booth was first: `booth` and `calledAt` say which. Take the next person.',
  ],
  ALREADY_SERVED: ['Already served', 'The applicant was served; nothing was changed.'],
  HOLDER_MISMATCH: ['Not the holder', 'The NIK belongs to nobody of this booking. Nobody was recorded as arrived.'],
  BOOKING_CANCELLED: ['The booking is cancelled', 'Book again.'],
  BOOKING_MOVED: [
    'The booking was moved',
    'The applicant has a newer token; the counter is told the slot in `movedTo`.',
  ],
  WOULD_STRAND: ['Bookings would be stranded', 'Move or cancel the bookings in the list first.'],
  HOLD_EXPIRED: ['The hold has ended', 'Nothing was booked. Hold a slot again; what was typed can be sent again.'],
  PRECONDITION_FAILED: ['Changed meanwhile', 'Read it again and repeat with the new `ETag`.'],
  BODY_TOO_LARGE: ['Too large', 'Bodies have at most 64 KiB.'],
  UNSUPPORTED_MEDIA_TYPE: ['Not JSON', 'Send `Content-Type: application/json`.'],
  INVALID_INPUT: ['Some fields need attention', '`fields` names each one and why.'],
  PARTY_TOO_LARGE: [
    'Too many people',
    'The office’s `partyMax` is the most for one booking; a booking cannot have more people than its hold.',
  ],
  RATE_LIMITED: ['Too many attempts', 'Wait `retryAfterSeconds`.'],
  INTERNAL: [
    'Something broke',
    'It is our fault and was recorded under the request id. Whether a write took effect is not known; the same again is safe.',
  ],
  OVERLOADED: [
    'Very busy',
    'Repeat after `retryAfterSeconds`. Whether a write took effect is not known; the same again is safe.',
  ],
};
