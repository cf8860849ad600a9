import type { CounterEndpoints } from './counter-endpoints.ts';
import type { Operation } from './operation.ts';
import type { ProblemCode } from './problem-codes.ts';

const body: ProblemCode[] = ['INVALID_INPUT', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'];
const staff: ProblemCode[] = ['OFFICE_UNKNOWN', 'TOKEN_MISSING', 'TOKEN_INVALID', 'TOKEN_EXPIRED', 'NOT_ALLOWED'];
const progress: ProblemCode[] = [
  ...staff,
  ...body,
  'BOOKING_UNKNOWN',
  'BOOKING_CANCELLED',
  'WRONG_DAY',
  'ALREADY_SERVED',
];

/** What the reference says of the staff's endpoints. */
export const counterOperations: Record<keyof CounterEndpoints, Operation> = {
  readDay: {
    tag: 'Counter',
    summary: 'Read the day’s list',
    description:
      'Who is due, arrived, called, served or missed, without a name or NIK; which tokens no longer count; and the keys of the day, under which a device tells offline whether a NIK belongs to a token. Keep them no longer than the session.',
    problems: [...staff, 'INVALID_INPUT'],
  },
  recordArrival: {
    tag: 'Counter',
    summary: 'Record an arrival',
    description:
      'Checks in those of a booking who are still to come, by the token that was scanned or the code that was typed. With `nik` it has to be one of theirs. A refusal says why, and where or when else.',
    problems: [
      ...staff,
      ...body,
      'BOOKING_UNKNOWN',
      'WRONG_OFFICE',
      'WRONG_DAY',
      'BOOKING_CANCELLED',
      'BOOKING_MOVED',
      'ALREADY_ARRIVED',
      'HOLDER_MISMATCH',
    ],
  },
  recordArrivals: {
    tag: 'Counter',
    summary: 'Record arrivals made offline',
    description:
      'Up to a hundred arrivals that a device kept while it was offline. Each is named for ever by device and sequence, so the same can be sent again. The earliest by the server-corrected clock wins; later ones are kept and listed as conflicts, and what cannot count is kept with the reason. Nothing is dropped.',
    problems: [...staff, ...body],
  },
  callApplicants: {
    tag: 'Counter',
    summary: 'Call people to a booth',
    description:
      'Calls those of a booking who arrived and were not served. Calling again from the same booth is no error; whom another booth called first is refused, so that nobody is called to two places.',
    problems: [...progress, 'NOT_ARRIVED', 'ALREADY_CALLED'],
  },
  serveApplicants: {
    tag: 'Counter',
    summary: 'Mark people as served',
    description: 'Ends the visit of those who arrived. Repeating is no error.',
    problems: [...staff, ...body, 'BOOKING_UNKNOWN', 'BOOKING_CANCELLED', 'WRONG_DAY', 'NOT_ARRIVED'],
  },
  missApplicants: {
    tag: 'Counter',
    summary: 'Mark people as missed',
    description:
      'For each person: three of a family of five may come. Whoever arrives after all is arrived. Repeating is no error.',
    problems: progress,
  },
  admitWalkIn: {
    tag: 'Counter',
    summary: 'Give a walk-in a seat',
    description:
      'Takes the first seat of today that has not ended, in a channel that is not booked online (`priority`: over 60, disability, pregnancy, under five, illness), and records the arrival. The same NIK again is answered with the seat it has.',
    again: 'This person was given a seat in this channel before: that one.',
    problems: [...staff, ...body, 'SERVICE_NOT_OFFERED', 'SLOT_FULL', 'NIK_ALREADY_BOOKED', 'RATE_LIMITED'],
  },
  releaseClaim: {
    tag: 'Counter',
    summary: 'Free a person whose NIK someone else used',
    description:
      'Needs the card in hand, and the role of a head. Cancels that one person’s place wherever it is, so that they can book; says nothing of the other booking. Audited.',
    problems: [...staff, ...body, 'ALREADY_ARRIVED'],
  },
};
