import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Office = {
  id: string;
  number: number;
  name: string;
  kind: string;
  parentId: string | null;
  city: string;
  province: string;
  timeZone: string;
  location: { lat: number; lng: number } | null;
  address: string;
  phone: string | null;
  host: string | null;
  status: string;
  schedule: string;
};
type Hours = { weekdays: number[]; slots: Record<string, number>; counter: { priority: Record<string, number> } };
type Holiday = { on: string; name: string; nameEn: string; kind: string; source: string; estimate?: boolean };
type Services = {
  passportTypes: { id: string; validYears: number; electronic: boolean; feeIdr: number }[];
  documents: Record<string, string[]>;
  documentNames: Record<string, { id: string; en: string }>;
};

const offices: Office[] = JSON.parse(readFileSync(new URL('../../data/offices.json', import.meta.url), 'utf8'));
const schedules: Record<string, Hours[]> = JSON.parse(
  readFileSync(new URL('../../data/schedules.json', import.meta.url), 'utf8'),
);
const holidays: Holiday[] = JSON.parse(readFileSync(new URL('../../data/holidays.json', import.meta.url), 'utf8'));
const services: Services = JSON.parse(readFileSync(new URL('../../data/services.json', import.meta.url), 'utf8'));

const slotsOn = (profile: string, weekday: number) => {
  const hours = (schedules[profile] ?? []).filter(({ weekdays }) => weekdays.includes(weekday));
  expect(hours.length, `${profile} describes weekday ${weekday} at most once`).toBeLessThan(2);
  return hours[0]?.slots ?? {};
};
const dailyTotal = (profile: string, weekday: number) =>
  Object.values(slotsOn(profile, weekday)).reduce((sum, seats) => sum + seats, 0);

test('there are 123 immigration offices and one passport unit under Bandung', () => {
  expect(offices.filter(({ kind }) => kind === 'kanim')).toHaveLength(123);
  expect(offices.filter(({ kind }) => kind !== 'kanim')).toMatchObject([
    { id: 'bandung-soekarno-hatta', kind: 'ulp', parentId: 'bandung', number: 124 },
  ]);
});

test('every office has an id and a number of its own, numbers run from 1 to 124', () => {
  expect(new Set(offices.map(({ id }) => id)).size).toBe(offices.length);
  expect(offices.map(({ number }) => number)).toEqual(offices.map((_, index) => index + 1));
  for (const { id } of offices) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('a parent is an office of the list', () => {
  const ids = new Set(offices.map(({ id }) => id));
  for (const { parentId } of offices) expect(parentId === null || ids.has(parentId)).toBe(true);
});

test('every office that has a place lies within Indonesia', () => {
  for (const { id, location } of offices) {
    if (location === null) continue;
    expect(location.lat, id).toBeGreaterThanOrEqual(-11);
    expect(location.lat, id).toBeLessThanOrEqual(6.5);
    expect(location.lng, id).toBeGreaterThanOrEqual(94);
    expect(location.lng, id).toBeLessThanOrEqual(142);
  }
  expect(offices.filter(({ location }) => location === null).map(({ id }) => id)).toEqual(['labuanbajo']);
});

test('an office keeps the time of its province', () => {
  const zones = new Set(offices.map(({ timeZone }) => timeZone));
  expect([...zones].sort()).toEqual(['Asia/Jakarta', 'Asia/Jayapura', 'Asia/Makassar', 'Asia/Pontianak']);
  for (const { province, timeZone } of offices) {
    const western = province === 'Kalimantan Barat' || province === 'Kalimantan Tengah';
    expect(timeZone === 'Asia/Pontianak', province).toBe(western);
  }
  const provinces = new Set(offices.map(({ province, timeZone }) => `${province} ${timeZone}`));
  expect(provinces.size).toBe(new Set(offices.map(({ province }) => province)).size);
});

test('names, cities and addresses carry no remarks, and hosts are government hosts', () => {
  for (const { id, name, city, address, host, phone } of offices) {
    expect(`${name}${city}${address}`, id).not.toMatch(/[()]|later|source/);
    expect(name, id).toMatch(/^(Kantor Imigrasi|ULP) \S/);
    expect(city, id).toMatch(/^(Kota|Kab\.) \S/);
    expect(host ?? 'none.imigrasi.go.id', id).toMatch(/^[a-z]+\.imigrasi\.go\.id$/);
    expect(phone, id).toBeNull();
  }
});

test('every office follows a schedule that exists, and no schedule is idle', () => {
  expect([...new Set(offices.map(({ schedule }) => schedule))].sort()).toEqual(Object.keys(schedules).sort());
});

test.each([
  ['bandung', 330],
  ['bandung-ulp', 120],
  ['palembang', 200],
  ['malang', 175],
  ['class-1-special', 200],
  ['class-1', 150],
  ['class-2', 100],
  ['class-3', 60],
])('%s serves %i people on each of the five weekdays and nobody at the weekend', (profile, total) => {
  expect([1, 2, 3, 4, 5, 6, 7].map((weekday) => dailyTotal(profile, weekday))).toEqual([
    ...Array<number>(5).fill(total),
    0,
    0,
  ]);
});

test('Bandung serves 50 an hour and 450 a day with its passport unit', () => {
  expect(Math.max(...Object.values(slotsOn('bandung', 1)))).toBe(50);
  expect(Math.max(...Object.values(slotsOn('bandung', 5)))).toBe(50);
  expect(dailyTotal('bandung', 1) + dailyTotal('bandung-ulp', 1)).toBe(450);
});

test('slots start on the hour, in order, and leave the breaks free', () => {
  for (const profile of Object.keys(schedules)) {
    for (const weekday of [1, 2, 3, 4, 5]) {
      const starts = Object.keys(slotsOn(profile, weekday));
      expect(starts).toEqual([...starts].sort());
      for (const start of starts) expect(start).toMatch(/^(08|09|1[0-6]):00$/);
      expect(starts).not.toContain('12:00');
      if (weekday === 5) expect(starts).not.toContain('11:00');
    }
  }
});

test('beside the seats that are booked online each hour has a few for priority, fewer at a smaller office', () => {
  const most = new Map<string, number>();
  for (const [profile, hours] of Object.entries(schedules))
    for (const { slots, counter } of hours) {
      expect(Object.keys(counter.priority)).toEqual(Object.keys(slots));
      for (const [start, seats] of Object.entries(counter.priority))
        expect(seats).toBeLessThanOrEqual((slots[start] ?? 0) / 3);
      most.set(profile, Math.max(...Object.values(counter.priority)));
    }
  expect(['class-1-special', 'class-1', 'class-2', 'class-3'].map((profile) => most.get(profile))).toEqual([
    5, 4, 3, 2,
  ]);
  expect(most.get('bandung')).toBe(5);
});

test('every holiday is a real day, in order, and named once', () => {
  const days = holidays.map(({ on }) => on);
  expect(days).toEqual([...new Set(days)].sort());
  for (const on of days) expect(new Date(`${on}T00:00:00Z`).toISOString().slice(0, 10)).toBe(on);
});

test('2026 has 17 national holidays, 2027 has 18, and each has 8 days of collective leave', () => {
  const count = (year: string, kind: string) =>
    holidays.filter((holiday) => holiday.on.startsWith(year) && holiday.kind === kind).length;
  expect([count('2026', 'national'), count('2026', 'collective-leave')]).toEqual([17, 8]);
  expect([count('2027', 'national'), count('2027', 'collective-leave')]).toEqual([18, 8]);
});

test('collective leave never falls on a weekend', () => {
  for (const { on, kind } of holidays) {
    const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
    if (kind === 'collective-leave') expect([1, 2, 3, 4, 5], on).toContain(weekday);
  }
});

test('every holiday has both names and a source, and only 2027 holds estimates', () => {
  for (const { on, name, nameEn, kind, source, estimate } of holidays) {
    expect([name, nameEn, source], on).not.toContain('');
    expect(name.startsWith('Cuti bersama '), on).toBe(kind === 'collective-leave');
    if (estimate) expect(on).toMatch(/^2027/);
  }
});

test('passport fees are those of PP 45/2024', () => {
  expect(services.passportTypes.map(({ id, feeIdr }) => [id, feeIdr])).toEqual([
    ['regular-5', 350_000],
    ['regular-10', 650_000],
    ['electronic-5', 650_000],
    ['electronic-10', 950_000],
  ]);
  for (const { id, validYears, electronic } of services.passportTypes) {
    expect(id).toBe(`${electronic ? 'electronic' : 'regular'}-${validYears}`);
  }
});

test('every document to bring has a name in Indonesian and English, and no name is unused', () => {
  expect(Object.keys(services.documents)).toEqual(['new', 'renewal', 'child']);
  const listed = new Set(Object.values(services.documents).flat());
  expect([...listed].sort()).toEqual(Object.keys(services.documentNames).sort());
  for (const { id, en } of Object.values(services.documentNames)) expect([id, en]).not.toContain('');
});
