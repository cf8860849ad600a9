import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

const folder = new URL('../../data/', import.meta.url);

const DemoOffice = v.object({
  id: v.string(),
  number: v.number(),
  name: v.string(),
  kind: v.picklist(['kanim', 'ulp', 'ukk', 'mpp']),
  parentId: v.nullable(v.string()),
  city: v.string(),
  province: v.string(),
  timeZone: v.string(),
  location: v.nullable(v.object({ lat: v.number(), lng: v.number() })),
  address: v.string(),
  phone: v.nullable(v.string()),
  host: v.nullable(v.string()),
  status: v.picklist(['announced', 'trial', 'live']),
  schedule: v.string(),
});

const Schedule = v.array(
  v.object({
    weekdays: v.array(v.number()),
    slots: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
);

const Services = v.object({
  passportTypes: v.array(
    v.object({ id: v.string(), validYears: v.number(), electronic: v.boolean(), feeIdr: v.number() }),
  ),
  documents: v.record(v.string(), v.array(v.string())),
});

const Policy = v.object({
  partyMax: v.number(),
  holdMinutes: v.number(),
  retentionDays: v.number(),
  graceMinutes: v.number(),
  rescheduleLimit: v.number(),
  rescheduleUntil: v.string(),
  sameDayUntilMinutes: v.number(),
  release: v.object({ days: v.number(), at: v.string() }),
  privacy: v.object({ version: v.string(), url: v.string() }),
  channel: v.object({ id: v.string(), letter: v.string(), services: v.array(v.string()) }),
  slotMinutes: v.number(),
});

const read = async <S extends v.GenericSchema>(name: string, schema: S): Promise<v.InferOutput<S>> =>
  v.parse(schema, JSON.parse(await readFile(new URL(name, folder), 'utf8')));

/** The demo's offices, hours, holidays, fees and rules, from the files in `data/`. */
export const readDemoData = async () => ({
  offices: await read('offices.json', v.array(DemoOffice)),
  schedules: await read('schedules.json', v.record(v.string(), Schedule)),
  holidays: await read('holidays.json', v.array(v.object({ on: v.string(), name: v.string(), source: v.string() }))),
  services: await read('services.json', Services),
  policy: await read('policy.json', Policy),
});

export type DemoData = Awaited<ReturnType<typeof readDemoData>>;
