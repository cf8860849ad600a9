import * as v from 'valibot';
import { Nik } from './applicant.ts';
import { ApplicantStatus, BookingCode } from './booking.ts';
import { BookingId, Booth, Day, DeviceId, Instant, OfficeId, QueueCode, Service, SlotName } from './scalars.ts';

const Channel = v.pipe(v.string('FORMAT'), v.regex(/^[a-z0-9-]{1,30}$/, 'FORMAT'));

/** One person of a visit, as the counter sees them: no name, no NIK. */
export const Visitor = v.strictObject({
  queueCode: QueueCode,
  status: ApplicantStatus,
  /** By the server-corrected clock of the device that saw them first. */
  arrivedAt: v.nullable(Instant),
  /** The device that recorded it; null: not arrived, or recorded by another program than the counter's page. */
  device: v.nullable(DeviceId),
  /** Others that recorded the same arrival later. */
  conflicts: v.array(v.strictObject({ at: Instant, device: v.nullable(DeviceId) })),
  calledAt: v.nullable(Instant),
  booth: v.nullable(v.string()),
  servedAt: v.nullable(Instant),
});

/** A booking as the counter sees it. */
export const Visit = v.strictObject({
  id: BookingId,
  code: v.nullable(BookingCode),
  /** A token of a lower version was replaced by a move. */
  version: v.number(),
  channel: Channel,
  service: Service,
  slot: SlotName,
  startsAt: Instant,
  endsAt: Instant,
  /** The claim `n` of its token, for who types the code instead of scanning; null for walk-ins. */
  holders: v.nullable(v.string()),
  applicants: v.array(Visitor),
});

/** A token that its signature alone would let pass. */
const Revoked = v.strictObject({
  id: BookingId,
  /** The highest version that no longer counts. */
  version: v.number(),
  code: v.picklist(['BOOKING_CANCELLED', 'BOOKING_MOVED']),
  /** Of a moved one. */
  movedTo: v.nullable(SlotName),
});

/** All that happens at one office on one day, and what a device needs to judge tokens without us. */
export const OfficeDay = v.strictObject({
  officeId: OfficeId,
  officeNumber: v.number(),
  officeName: v.string(),
  timeZone: v.string(),
  on: Day,
  /** The server's clock, by which a device corrects its own. */
  asOf: Instant,
  /**
   * The office's keys of this day, base64url, 32 bytes each, the newest first: under one of them a NIK belongs to the
   * bits of `n`. Several while TOKEN_SECRET is rotated; none of
   * days other than yesterday, today and tomorrow.
   */
  dayKeys: v.array(v.string()),
  /** By slot, then queue number. */
  visits: v.array(Visit),
  revoked: v.array(Revoked),
  /** Seats by channel and slot, for walk-ins. */
  seats: v.array(
    v.strictObject({ channel: Channel, slot: SlotName, endsAt: Instant, capacity: v.number(), taken: v.number() }),
  ),
});

const presented = {
  /** What was scanned. Either this or `code`. */
  token: v.optional(v.pipe(v.string('FORMAT'), v.maxLength(2048, 'TOO_LONG'))),
  /** What was typed. Case, spaces and hyphens do not matter. */
  code: v.optional(v.pipe(v.string('FORMAT'), v.maxLength(40, 'TOO_LONG'))),
  /** Who of the party; default: all who are still to come. */
  queueCodes: v.optional(
    v.pipe(v.array(QueueCode, 'FORMAT'), v.minLength(1, 'REQUIRED'), v.maxLength(20, 'TOO_LARGE')),
  ),
};

/** Either a token or a code was presented, not both. */
const exactlyOne = <T extends { token?: string | undefined; code?: string | undefined }>() =>
  v.check<T, 'REQUIRED'>(({ token, code }) => (token === undefined) !== (code === undefined), 'REQUIRED');

export const NewArrival = v.pipe(v.strictObject({ ...presented, nik: v.optional(Nik) }, 'FORMAT'), exactlyOne());

export const ArrivalBatch = v.strictObject(
  {
    /** 16 random bytes, base64url, made once on each device. */
    device: DeviceId,
    /** The device's clock when it sent this; what it is off by corrects each `at`. */
    sentAt: Instant,
    arrivals: v.pipe(
      v.array(
        v.pipe(
          v.strictObject(
            {
              ...presented,
              /** Grows by one with each arrival of this device, and names it for ever. */
              sequence: v.pipe(
                v.number('FORMAT'),
                v.integer('FORMAT'),
                v.minValue(1, 'TOO_SMALL'),
                v.maxValue(2_147_483_647, 'TOO_LARGE'),
              ),
              /** The device's clock. */
              at: Instant,
            },
            'FORMAT',
          ),
          exactlyOne(),
        ),
        'FORMAT',
      ),
      v.minLength(1, 'REQUIRED'),
      v.maxLength(100, 'TOO_LARGE'),
    ),
  },
  'FORMAT',
);

export const ArrivalResults = v.strictObject({
  /** One for each arrival, in its order. */
  results: v.array(
    v.strictObject({
      sequence: v.number(),
      /** `conflict`: someone else recorded each of these people earlier. `refused`: kept, with `code`, but nobody arrived by it. */
      outcome: v.picklist(['arrived', 'conflict', 'refused']),
      code: v.optional(v.string()),
      movedTo: v.optional(SlotName),
      visit: v.optional(Visit),
    }),
  ),
});

export const Progress = v.strictObject(
  {
    /** Who of the party; default: all to whom it can happen. */
    queueCodes: presented.queueCodes,
    /** Where: `Loket 3`. */
    booth: v.optional(Booth),
  },
  'FORMAT',
);

export const NewWalkIn = v.strictObject(
  {
    /** One of the office's, other than those that applicants book online. */
    channel: Channel,
    service: Service,
    nik: Nik,
  },
  'FORMAT',
);

export const ClaimRelease = v.strictObject({ nik: Nik }, 'FORMAT');

export const ClaimReleased = v.strictObject({
  /** False: nobody held this NIK. Where it was held is not said. */
  released: v.boolean(),
});
