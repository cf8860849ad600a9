import { Day } from '@paspor-antrean/contract';
import * as v from 'valibot';

const Text = v.pipe(v.string(), v.minLength(1, 'must not be empty'));
const whole = (min: number, max: number) => {
  const rule = `must be a whole number from ${min} to ${max}`;
  return v.pipe(v.number(rule), v.integer(rule), v.minValue(min, rule), v.maxValue(max, rule));
};
const degrees = (most: number) => v.pipe(v.number(), v.minValue(-most), v.maxValue(most));
const TimeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 08:00'));

const isTimeZone = (name: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

const Services = v.strictObject({
  passportTypes: v.array(
    v.strictObject({
      id: v.picklist(['regular-5', 'regular-10', 'electronic-5', 'electronic-10']),
      validYears: whole(1, 20),
      electronic: v.boolean(),
      feeIdr: whole(0, 1_000_000_000),
    }),
  ),
  /** What to bring, by service. */
  documents: v.record(v.string(), v.array(v.string())),
});

const ChannelId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,30}$/, 'must be a short name like online'));
const Letter = v.pipe(v.string(), v.regex(/^[A-Z]$/, 'must be one letter from A to Z'));

const policy = {
  partyMax: whole(1, 20),
  holdMinutes: whole(1, 120),
  retentionDays: whole(1, 3650),
  graceMinutes: whole(0, 1440),
  rescheduleLimit: whole(0, 100),
  rescheduleUntil: v.picklist(['day-before', 'slot-start']),
  sameDayUntilMinutes: whole(0, 1440),
  release: v.strictObject({ days: whole(1, 365), at: TimeOfDay }),
  privacy: v.strictObject({ version: Text, url: Text }),
  channel: v.strictObject({
    id: ChannelId,
    letter: Letter,
    services: v.pipe(v.array(v.picklist(['new', 'renewal'])), v.minLength(1, 'must name a service')),
  }),
  /** Whose seats are given at the counter alone, for all services of the office. */
  counterChannels: v.optional(v.array(v.strictObject({ id: ChannelId, letter: Letter })), []),
  slotMinutes: whole(5, 600),
};

const Office = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be an id like bandung-timur'), v.maxLength(60)),
  number: whole(1, 2_000_000_000),
  name: Text,
  kind: v.picklist(['kanim', 'ulp', 'ukk', 'mpp']),
  parentId: v.nullable(v.string()),
  city: Text,
  province: Text,
  timeZone: v.pipe(v.string(), v.check(isTimeZone, 'must be a time zone like Asia/Jakarta')),
  location: v.nullable(v.strictObject({ lat: degrees(90), lng: degrees(180) })),
  address: v.string(),
  phone: v.nullable(v.string()),
  /** The office's own site. */
  host: v.nullable(v.string()),
  status: v.picklist(['announced', 'trial', 'live']),
  /** One of schedules.json. */
  schedule: v.string(),
  notice: v.optional(v.nullable(Text)),
  /** Where this office differs from policy.json and services.json. */
  policy: v.optional(v.partial(v.strictObject(policy))),
  services: v.optional(Services),
});

/** Seats by the start of a slot. */
const Seats = v.record(TimeOfDay, whole(1, 100_000));

const Schedule = v.array(
  v.strictObject({
    /** ISO: Monday is 1. */
    weekdays: v.array(whole(1, 7)),
    slots: Seats,
    /** Likewise, of each counter channel. */
    counter: v.optional(v.record(ChannelId, Seats)),
  }),
);

const Holiday = v.strictObject({
  on: v.pipe(
    v.string(),
    v.check((text) => v.is(Day, text), 'must be a day like 2026-12-25'),
  ),
  name: Text,
  source: v.string(),
  /** Ids; without them it is for all. */
  offices: v.optional(v.array(v.string())),
  ...v.entriesFromList(['nameEn', 'kind', 'estimate'], v.optional(v.unknown())),
});

/** The files of `data/`, of `office import` and of `office export`. */
export const officeFiles = {
  offices: v.array(Office),
  schedules: v.record(v.string(), Schedule),
  holidays: v.array(Holiday),
  services: v.strictObject({
    ...Services.entries,
    ...v.entriesFromList(['source', 'documentNames'], v.optional(v.unknown())),
  }),
  policy: v.strictObject(policy),
};

export type OfficeFiles = { [F in keyof typeof officeFiles]: v.InferOutput<(typeof officeFiles)[F]> };
export type FileName = keyof OfficeFiles;
export const fileNames = Object.keys(officeFiles) as FileName[];
