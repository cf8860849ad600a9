import * as v from 'valibot';
import { Instant, OfficeId, PassportType, Service } from './scalars.ts';

const Location = v.strictObject({ lat: v.number(), lng: v.number() });

export const OfficeSummary = v.strictObject({
  id: OfficeId,
  /** The short public number that stands in tokens. */
  number: v.pipe(v.number(), v.integer()),
  name: v.string(),
  kind: v.picklist(['kanim', 'ulp', 'ukk', 'mpp']),
  parentId: v.nullable(OfficeId),
  city: v.string(),
  province: v.string(),
  timeZone: v.string(),
  location: v.nullable(Location),
  /** Kilometres from the `near` that was asked for, one decimal. */
  distanceKm: v.optional(v.number()),
});

export const OfficeList = v.strictObject({ offices: v.array(OfficeSummary) });

export const OfficeService = v.strictObject({
  id: Service,
  /** Services of one channel share its seats. */
  channel: v.string(),
  passportTypes: v.array(
    v.strictObject({
      id: PassportType,
      validYears: v.number(),
      electronic: v.boolean(),
      /** Whole rupiah, as in PP 45/2024. Paid at the office, never here. */
      feeIdr: v.pipe(v.number(), v.integer()),
    }),
  ),
  /** What to bring, as ids that the widget has words for. */
  documents: v.array(v.string()),
});

export const Office = v.strictObject({
  ...OfficeSummary.entries,
  address: v.string(),
  phone: v.nullable(v.string()),
  status: v.picklist(['announced', 'trial', 'live']),
  services: v.array(OfficeService),
  partyMax: v.number(),
  holdMinutes: v.number(),
  /** Personal data is deleted this many days after the visit. */
  retentionDays: v.number(),
  rescheduleLimit: v.number(),
  rescheduleUntil: v.picklist(['day-before', 'slot-start']),
  /** Today's slots can be taken until this many minutes before they start. */
  sameDayUntilMinutes: v.number(),
  releaseMode: v.picklist(['fcfs']),
  nextReleaseAt: v.nullable(Instant),
  privacy: v.strictObject({ version: v.string(), url: v.string() }),
  notice: v.nullable(v.string()),
});

const oneDecimal = /^-?\d{1,2}(\.\d)?,-?\d{1,3}(\.\d)?$/;

export const OfficesQuery = v.strictObject({
  q: v.optional(
    v.pipe(
      v.string('FORMAT'),
      v.maxLength(60, 'TOO_LONG'),
      v.description('Words of the name, city, province or address; all must occur.'),
    ),
  ),
  /** `lat,lng` with at most one decimal (about 11 km): a phone's place is nobody's business. */
  near: v.optional(
    v.pipe(
      v.string('FORMAT'),
      v.regex(oneDecimal, 'FORMAT'),
      v.check((text) => {
        const [lat = 0, lng = 0] = text.split(',').map(Number);
        return Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
      }, 'FORMAT'),
      v.description('`lat,lng`, each with at most one decimal (about 11 km). The nearest offices come first.'),
      v.metadata({ examples: ['-6.9,107.6'] }),
    ),
  ),
  ids: v.optional(
    v.pipe(
      v.string('FORMAT'),
      v.maxLength(2000, 'TOO_LONG'),
      v.regex(/^[a-z0-9-]+(,[a-z0-9-]+)*$/, 'FORMAT'),
      v.description('Ids of offices, separated by commas. Only these are listed.'),
      v.metadata({ examples: ['bandung,bogor'] }),
    ),
  ),
});
