import * as v from 'valibot';
import { Applicant } from './applicant.ts';
import { Slot } from './availability.ts';
import { phoneE164 } from './phone.ts';
import { BookingId, Day, Instant, OfficeId, QueueCode, Service, SlotName, Token } from './scalars.ts';

const email = /^[^\s@<>"]{1,64}@[^\s@<>".]+(\.[^\s@<>".]+)+$/;

export const Contact = v.strictObject(
  {
    /** Any spelling of an Indonesian mobile number; kept as E.164. */
    phone: v.pipe(
      v.string('FORMAT'),
      v.maxLength(40, 'TOO_LONG'),
      v.check((text) => phoneE164(text) !== undefined, 'FORMAT'),
      v.description('An Indonesian mobile number: `08…`, `62 8…` or `+62 8…` with spaces, dots, hyphens and brackets.'),
      v.metadata({ examples: ['0812 0000 0001', '+62 812-0000-0001'] }),
      v.transform((text) => phoneE164(text) ?? text),
    ),
    email: v.optional(v.pipe(v.string('FORMAT'), v.trim(), v.maxLength(254, 'TOO_LONG'), v.regex(email, 'FORMAT'))),
  },
  'FORMAT',
);

export const NewBooking = v.strictObject(
  {
    contact: Contact,
    applicants: v.pipe(
      v.array(Applicant, 'FORMAT'),
      v.minLength(1, 'REQUIRED'),
      v.maxLength(20, 'TOO_LARGE'),
      v.rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed) return;
        const niks = dataset.value.map((applicant) => applicant.nik);
        niks.forEach((nik, at) => {
          if (niks.indexOf(nik) === at) return;
          addIssue({
            message: 'DUPLICATE',
            path: [
              { type: 'array', origin: 'value', input: dataset.value, key: at, value: dataset.value[at] },
              { type: 'object', origin: 'value', input: { nik }, key: 'nik', value: nik },
            ],
          });
        });
      }),
    ),
    /** The version of the office's privacy notice that was shown. */
    privacyVersion: v.pipe(v.string('FORMAT'), v.minLength(1, 'REQUIRED'), v.maxLength(40, 'TOO_LONG')),
    /** Needed when an applicant is under 18 (UU 27/2022 art. 25): a parent or guardian agrees. */
    guardian: v.optional(v.literal(true, 'FORMAT')),
  },
  'FORMAT',
);

/** 8 characters of Crockford base32, the last one a check character. */
export const BookingCode = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/));

export const ApplicantStatus = v.picklist(['booked', 'arrived', 'served', 'missed', 'cancelled']);

export const Booking = v.strictObject({
  id: BookingId,
  officeId: OfficeId,
  code: BookingCode,
  /** Derived from the applicants. */
  status: ApplicantStatus,
  service: Service,
  slot: Slot,
  /** What the QR shows. At most 287 characters. */
  token: v.pipe(Token, v.maxLength(287)),
  /** Moves and cancels. Never shown in a QR or on paper. */
  manageToken: v.optional(Token),
  reschedulesLeft: v.pipe(v.number(), v.integer(), v.minValue(0)),
  movedReason: v.optional(v.string()),
  createdAt: Instant,
  applicants: v.array(
    v.strictObject({
      name: v.string(),
      nikLast4: v.string(),
      queueCode: QueueCode,
      feeIdr: v.nullable(v.number()),
      status: ApplicantStatus,
    }),
  ),
  contact: v.strictObject({ phone: v.string(), email: v.optional(v.string()) }),
});

export const Move = v.strictObject({ slot: SlotName }, 'FORMAT');

export const Lookup = v.strictObject(
  {
    /** Case, spaces and hyphens do not matter; O reads as 0, I and L as 1 (Crockford). */
    code: v.pipe(v.string('FORMAT'), v.maxLength(40, 'TOO_LONG'), v.metadata({ examples: ['7K3M-D9QA'] })),
    nikLast4: v.pipe(v.string('FORMAT'), v.regex(/^\d{4}$/, 'FORMAT')),
    birthOn: Day,
  },
  'FORMAT',
);

export const Jwks = v.strictObject({
  keys: v.array(
    v.strictObject({
      kty: v.literal('OKP'),
      crv: v.literal('Ed25519'),
      x: v.string(),
      kid: v.pipe(v.string(), v.maxLength(2)),
      alg: v.literal('EdDSA'),
      use: v.literal('sig'),
    }),
  ),
});
