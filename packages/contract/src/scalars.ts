import * as v from 'valibot';

/** The 400-year Gregorian calendar, so that 31 February is refused where a format check would pass it. */
const isRealDay = (text: string): boolean => {
  const at = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text.slice(0, 10));
};

/** An office's public id, as in its address: `bandung`, `bandung-soekarno-hatta`. */
export const OfficeId = v.pipe(
  v.string('FORMAT'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'FORMAT'),
  v.maxLength(60, 'TOO_LONG'),
);

/** A day in the office's own calendar, of the years 1900 to 2999: `2026-12-01`. */
export const Day = v.pipe(
  v.string('FORMAT'),
  v.regex(/^(19|2\d)\d{2}-\d{2}-\d{2}$/, 'FORMAT'),
  v.check(isRealDay, 'FORMAT'),
  v.metadata({ format: 'date' }),
);

/** A slot's name, its start by the clock on the office's wall: `2026-12-01T09:00`. */
export const SlotName = v.pipe(
  v.string('FORMAT'),
  v.regex(/^2\d{3}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'FORMAT'),
  v.check(isRealDay, 'FORMAT'),
);

/** ISO 8601 with the office's own offset, of the years 1900 to 2999: `2026-12-01T09:00:00+07:00`. */
export const Instant = v.pipe(
  v.string('FORMAT'),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/, 'FORMAT'),
  v.check((text) => /^(19|2)/.test(text) && isRealDay(text) && !Number.isNaN(Date.parse(text)), 'FORMAT'),
  v.metadata({ format: 'date-time' }),
);

/** 22 characters of base64url. */
const sixteenBytes = () => v.pipe(v.string('FORMAT'), v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/, 'FORMAT'));

/** 16 random or time-ordered bytes. */
export const BookingId = sixteenBytes();

/** A counter's device: 16 random bytes, made once on it. */
export const DeviceId = sixteenBytes();

/** Where people are called to, as the wall shows it: `Loket 3`. */
export const Booth = v.pipe(
  v.string('FORMAT'),
  v.trim(),
  v.minLength(1, 'REQUIRED'),
  v.maxLength(20, 'TOO_LONG'),
  v.regex(/^[\p{L}\p{N} .-]*$/u, 'FORMAT'),
);

/** Names one applicant at one office on one day, and is read aloud: `A09-017`. */
export const QueueCode = v.pipe(v.string('FORMAT'), v.regex(/^[A-Z]\d{2}(\d{2})?-\d{3,5}$/, 'FORMAT'));

export const Service = v.picklist(['new', 'renewal'], 'FORMAT');

export const PassportType = v.picklist(['regular-5', 'regular-10', 'electronic-5', 'electronic-10'], 'FORMAT');

/** Compact JWS. Three non-empty base64url segments; 2,048 characters is far more than any of ours. */
export const Token = v.pipe(
  v.string('FORMAT'),
  v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'FORMAT'),
  v.maxLength(2048, 'TOO_LONG'),
);

/** A whole number that arrives as text in a query string. */
export const queryInteger = (min: number, max: number) =>
  v.pipe(
    v.union([v.string(), v.number()], 'FORMAT'),
    v.transform((value) => (typeof value === 'string' && !/^\d{1,4}$/.test(value) ? Number.NaN : Number(value))),
    v.number('FORMAT'),
    v.integer('FORMAT'),
    v.minValue(min, 'TOO_SMALL'),
    v.maxValue(max, 'TOO_LARGE'),
  );
