import { availability } from '@paspor-antrean/contract/examples';
import { describe, expect, test } from 'vitest';
import { dayMark, dayName } from '../parts/day-words.ts';
import { en } from './en/index.ts';
import { zoneOf } from './format.ts';
import { id } from './id/index.ts';

const slot = { startsAt: '2026-05-04T09:00:00+08:00', endsAt: '2026-05-04T10:00:00+08:00' };

describe('dates', () => {
  test('are written as Indonesian officials write them', () => {
    expect(id.format.day('2026-05-04')).toBe('Senin, 4 Mei 2026');
    expect(id.format.month('2026-05')).toBe('Mei 2026');
    expect(id.format.hours(slot)).toBe('09.00–10.00 WITA');
    expect(id.format.money(950_000)).toBe('Rp950.000');
  });

  test('are written in English', () => {
    expect(en.format.day('2026-05-04').replace(',', '')).toBe('Monday 4 May 2026');
    expect(en.format.hours(slot)).toBe('09:00–10:00 WITA');
    expect(en.format.money(650_000)).toBe('Rp650,000');
  });

  test('carry the office’s zone from any device zone', () => {
    expect(['+07:00', '+08:00', '+09:00'].map((offset) => zoneOf(`2026-05-04T09:00:00${offset}`))).toEqual([
      'WIB',
      'WITA',
      'WIT',
    ]);
  });
});

describe('a day', () => {
  const words = (on: string) =>
    dayName(
      availability.days.find((day) => day.on === on),
      on,
      1,
      id,
    );

  test('is spoken whole, with its places or why it has none', () => {
    expect(words('2026-12-01')).toBe('Selasa, 1 Desember 2026, Sisa 12 tempat');
    expect(words('2026-11-30')).toBe('Senin, 30 November 2026, penuh');
    expect(words('2026-12-25')).toBe('Jumat, 25 Desember 2026, Kantor tutup: Hari Raya Natal.');
    expect(words('2026-12-28')).toContain('Dibuka Sabtu, 28 November 2026, pukul 08.00 WIB');
  });

  test('without room for the whole party is full for that party', () => {
    const day = availability.days.find(({ on }) => on === '2026-12-01');
    expect(dayMark(day, 12, id)).toBe('12');
    expect(dayMark(day, 13, id)).toBe('penuh');
  });
});
