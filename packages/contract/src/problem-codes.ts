/** Every refusal there is, with its HTTP status. The one closed list. */
export const problemStatus = {
  TOKEN_MISSING: 401,
  TOKEN_INVALID: 401,
  TOKEN_EXPIRED: 401,
  TOKEN_REVOKED: 401,
  NOT_ALLOWED: 403,
  ORIGIN_NOT_ALLOWED: 403,
  PROOF_REQUIRED: 403,
  PASS_REQUIRED: 403,
  ROUTE_UNKNOWN: 404,
  OFFICE_UNKNOWN: 404,
  SERVICE_NOT_OFFERED: 404,
  SLOT_UNKNOWN: 404,
  HOLD_UNKNOWN: 404,
  BOOKING_UNKNOWN: 404,
  METHOD_NOT_ALLOWED: 405,
  SLOT_FULL: 409,
  SLOT_NOT_RELEASED: 409,
  SLOT_PAST: 409,
  NIK_ALREADY_BOOKED: 409,
  IDEMPOTENCY_CONFLICT: 409,
  HOLD_BOOKED: 409,
  HOLD_EXTENDED: 409,
  RESCHEDULE_LIMIT: 409,
  TOO_LATE: 409,
  PROOF_SPENT: 409,
  WRONG_OFFICE: 409,
  WRONG_DAY: 409,
  ALREADY_ARRIVED: 409,
  NOT_ARRIVED: 409,
  ALREADY_CALLED: 409,
  ALREADY_SERVED: 409,
  HOLDER_MISMATCH: 409,
  BOOKING_CANCELLED: 409,
  BOOKING_MOVED: 409,
  WOULD_STRAND: 409,
  HOLD_EXPIRED: 410,
  PRECONDITION_FAILED: 412,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INVALID_INPUT: 422,
  PARTY_TOO_LARGE: 422,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  OVERLOADED: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** What only the counter's staff are told. */
export const counterProblemCodes = [
  'NOT_ARRIVED',
  'ALREADY_CALLED',
  'ALREADY_SERVED',
  'HOLDER_MISMATCH',
] as const satisfies readonly ProblemCode[];

export type CounterProblemCode = (typeof counterProblemCodes)[number];

/** What an applicant may be told: each has its sentence in each of their languages. */
export type ApplicantProblemCode = Exclude<ProblemCode, CounterProblemCode>;

/** What can be wrong with one field of `INVALID_INPUT`. */
export const fieldCodes = [
  'REQUIRED',
  'UNKNOWN_FIELD',
  'FORMAT',
  'TOO_LONG',
  'TOO_SMALL',
  'TOO_LARGE',
  'DUPLICATE',
  'OUTDATED',
  'FUTURE',
  'NIK_LENGTH',
  'NIK_DIGITS',
  'NIK_DAY',
  'NIK_MONTH',
  'NIK_SERIAL',
] as const;

export type FieldCode = (typeof fieldCodes)[number];
