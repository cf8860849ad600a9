import type { SchemaName } from './schemas.ts';
import type {
  Availability,
  Booking,
  Draft,
  Hold,
  NewBooking,
  NewHold,
  Office,
  OfficeDay,
  Problem,
  Shape,
  Visit,
} from './wire.ts';

/** Valid values of every shape, for stories, tests and docs. All people and NIKs are made up. */

const slot = {
  slot: '2026-12-01T09:00',
  startsAt: '2026-12-01T09:00:00+07:00',
  endsAt: '2026-12-01T10:00:00+07:00',
  remaining: 12,
};

export const office: Office = {
  id: 'bandung',
  number: 51,
  name: 'Kantor Imigrasi Bandung',
  kind: 'kanim',
  parentId: null,
  city: 'Kota Bandung',
  province: 'Jawa Barat',
  timeZone: 'Asia/Jakarta',
  location: { lat: -6.899146, lng: 107.631588 },
  address: 'Jl. Surapati No. 82, Cihaurgeulis',
  phone: null,
  status: 'live',
  services: (['new', 'renewal'] as const).map((id) => ({
    id,
    channel: 'online',
    passportTypes: [
      { id: 'electronic-5', validYears: 5, electronic: true, feeIdr: 650_000 },
      { id: 'electronic-10', validYears: 10, electronic: true, feeIdr: 950_000 },
    ],
    documents: id === 'new' ? ['ktp', 'kk', 'birth-or-marriage-or-diploma'] : ['ktp', 'old-passport'],
  })),
  partyMax: 5,
  holdMinutes: 10,
  retentionDays: 30,
  rescheduleLimit: 1,
  rescheduleUntil: 'day-before',
  sameDayUntilMinutes: 0,
  releaseMode: 'fcfs',
  nextReleaseAt: '2026-11-22T08:00:00+07:00',
  privacy: { version: '2026-11', url: '/privasi' },
  notice: null,
};

export const availability: Availability = {
  officeId: 'bandung',
  service: 'new',
  timeZone: 'Asia/Jakarta',
  asOf: '2026-11-21T10:00:00+07:00',
  earliest: slot,
  nextReleaseAt: '2026-11-22T08:00:00+07:00',
  days: [
    { on: '2026-11-28', status: 'closed', reason: 'weekend', remaining: 0, slots: [] },
    { on: '2026-11-30', status: 'full', remaining: 0, slots: [] },
    { on: '2026-12-01', status: 'open', remaining: 12, slots: [slot] },
    { on: '2026-12-25', status: 'holiday', reason: 'Hari Raya Natal', remaining: 0, slots: [] },
    { on: '2026-12-28', status: 'not-released', releasesAt: '2026-11-28T08:00:00+07:00', remaining: 0, slots: [] },
  ],
  elsewhere: [],
};

export const newHold: NewHold = { service: 'new', party: 3 };

export const hold: Hold = {
  id: 'AZq1m3x8fUqL0pWn2Vb7Hg',
  token: 'eyJhbGciOiJIUzI1NiIsInR5cCI6ImhvbGQrand0In0.eyJzdWIiOiJBWnExIn0.c2lnbmF0dXJl',
  officeId: 'bandung',
  service: 'new',
  slot,
  party: 3,
  expiresAt: '2026-11-21T10:10:00+07:00',
  extendable: true,
};

export const newBooking: NewBooking = {
  contact: { phone: '0812 0000 0001' },
  applicants: [
    {
      name: 'Budi Contoh',
      nik: '3273001205900001',
      birthOn: '1990-05-12',
      relation: 'self',
      passportType: 'electronic-10',
    },
    {
      name: 'Siti Contoh',
      nik: '3273005503920002',
      birthOn: '1992-03-15',
      relation: 'spouse',
      passportType: 'electronic-10',
    },
    { name: 'Rani', nik: '3273004106150003', birthOn: '2015-06-01', relation: 'child', passportType: 'electronic-5' },
  ],
  privacyVersion: '2026-11',
  guardian: true,
};

export const booking: Booking = {
  id: hold.id,
  officeId: 'bandung',
  code: '7K3MD9QA',
  status: 'booked',
  service: 'new',
  slot,
  token:
    'eyJhbGciOiJFZERTQSIsImtpZCI6IjEiLCJ0eXAiOiJib29raW5nK2p3dCJ9.eyJzdWIiOiJBWnExbTN4OGZVcUwwcFduMlZiN0hnIiwibyI6NTEsInMiOjI5OTQzMzYwLCJleHAiOjE3OTY2MzAzOTksInYiOjF9.c2lnbmF0dXJl',
  manageToken: 'eyJhbGciOiJIUzI1NiIsInR5cCI6Im1hbmFnZStqd3QifQ.eyJzdWIiOiJBWnExIn0.c2lnbmF0dXJl',
  reschedulesLeft: 1,
  createdAt: '2026-11-21T10:04:00+07:00',
  applicants: [
    { name: 'Budi Contoh', nikLast4: '0001', queueCode: 'A09-017', feeIdr: 950_000, status: 'booked' },
    { name: 'Siti Contoh', nikLast4: '0002', queueCode: 'A09-018', feeIdr: 950_000, status: 'booked' },
    { name: 'Rani', nikLast4: '0003', queueCode: 'A09-019', feeIdr: 650_000, status: 'booked' },
  ],
  contact: { phone: '+62812•••0001' },
};

/**
 * A family of three at the counter: one waits, one was called, the child is still to come. Its `holders` are those of
 * `newBooking` under the key of `officeDay`.
 */
export const visit: Visit = {
  id: booking.id,
  code: booking.code,
  version: 1,
  channel: 'online',
  service: 'new',
  slot: slot.slot,
  startsAt: slot.startsAt,
  endsAt: slot.endsAt,
  holders: 'DvZAmA6WQYA',
  applicants: [
    {
      queueCode: 'A09-017',
      status: 'arrived',
      arrivedAt: '2026-12-01T08:41:12.250+07:00',
      device: 'q83vEjRWeJq83vEjRWeJqw',
      conflicts: [{ at: '2026-12-01T08:43:05+07:00', device: 'EjRWeJq83vEjRWeJq83vEg' }],
      calledAt: '2026-12-01T09:02:00+07:00',
      booth: 'Loket 3',
      servedAt: null,
    },
    {
      queueCode: 'A09-018',
      status: 'arrived',
      arrivedAt: '2026-12-01T08:41:12.250+07:00',
      device: 'q83vEjRWeJq83vEjRWeJqw',
      conflicts: [],
      calledAt: null,
      booth: null,
      servedAt: null,
    },
    {
      queueCode: 'A09-019',
      status: 'booked',
      arrivedAt: null,
      device: null,
      conflicts: [],
      calledAt: null,
      booth: null,
      servedAt: null,
    },
  ],
};

export const officeDay: OfficeDay = {
  officeId: office.id,
  officeNumber: office.number,
  officeName: office.name,
  timeZone: office.timeZone,
  on: '2026-12-01',
  asOf: '2026-12-01T09:05:30.120+07:00',
  dayKeys: ['hhBCv8NGP0XyySkaOJEDI_i64-5wYEnmAYBDqRjPxBU'],
  visits: [visit],
  revoked: [
    { id: 'AZq1m3x8fUqL0pWn2Vb7HQ', version: 1, code: 'BOOKING_MOVED', movedTo: '2026-12-03T10:00' },
    { id: 'AZq1m3x8fUqL0pWn2Vb7IA', version: 1, code: 'BOOKING_CANCELLED', movedTo: null },
  ],
  seats: [
    { channel: 'priority', slot: '2026-12-01T09:00', endsAt: '2026-12-01T10:00:00+07:00', capacity: 5, taken: 2 },
  ],
};

export const problem: Problem = {
  type: '/docs/problems#SLOT_FULL',
  title: 'The slot is full',
  status: 409,
  code: 'SLOT_FULL',
  detail: 'This slot has no room for the party.',
  alternatives: [
    { ...slot, slot: '2026-12-01T10:00', startsAt: '2026-12-01T10:00:00+07:00', endsAt: '2026-12-01T11:00:00+07:00' },
  ],
};

type Example<N extends SchemaName> = Draft<N> | Shape<N>;

/** One for each shape that crosses the wire, by its name: a shape without an example does not compile. */
export const examples: { readonly [N in SchemaName]: Example<N> } = {
  ArrivalBatch: {
    device: 'q83vEjRWeJq83vEjRWeJqw',
    sentAt: '2026-12-01T08:50:00.000Z',
    arrivals: [
      { sequence: 12, at: '2026-12-01T01:41:12.000Z', token: booking.token, queueCodes: ['A09-017', 'A09-018'] },
    ],
  },
  ArrivalResults: { results: [{ sequence: 12, outcome: 'arrived', visit }] },
  Availability: availability,
  AvailabilityQuery: { service: 'new', from: '2026-12-01', days: 7, party: 3 },
  Booking: booking,
  ClaimRelease: { nik: '3273001205900001' },
  ClaimReleased: { released: true },
  Hold: hold,
  HoldStatus: { state: 'held', hold },
  Jwks: {
    keys: [
      {
        kty: 'OKP',
        crv: 'Ed25519',
        x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
        kid: '1',
        alg: 'EdDSA',
        use: 'sig',
      },
    ],
  },
  Lookup: { code: booking.code, nikLast4: '0001', birthOn: '1990-05-12' },
  Move: { slot: '2026-12-02T10:00' },
  NewArrival: { token: booking.token, queueCodes: ['A09-017', 'A09-018'], nik: '3273001205900001' },
  NewBooking: newBooking,
  NewHold: newHold,
  NewWalkIn: { channel: 'priority', service: 'renewal', nik: '3273001205900001' },
  Office: office,
  OfficeDay: officeDay,
  OfficeList: {
    offices: [
      {
        id: office.id,
        number: office.number,
        name: office.name,
        kind: office.kind,
        parentId: office.parentId,
        city: office.city,
        province: office.province,
        timeZone: office.timeZone,
        location: office.location,
        distanceKm: 2.7,
      },
    ],
  },
  OfficesQuery: { near: '-6.9,107.6' },
  Problem: problem,
  Progress: { queueCodes: ['A09-017'], booth: 'Loket 3' },
  Visit: visit,
};
