import { expect, test } from 'vitest';
import { createFormat } from './format.ts';

const at = new Date('2026-11-30T23:30:00Z');

test.each([
  ['Asia/Jakarta', '06.30 WIB', 'Selasa, 1 Desember 2026'],
  ['Asia/Makassar', '07.30 WITA', 'Selasa, 1 Desember 2026'],
  ['Asia/Jayapura', '08.30 WIT', 'Selasa, 1 Desember 2026'],
])('an instant is told by the clock on the wall of the office in %s', (timeZone, time, day) => {
  const format = createFormat('id-ID', timeZone);
  expect([format.time(at), format.day(at)]).toEqual([time, day]);
});

test('a slot’s name is the office’s own time already', () => {
  expect(createFormat('id-ID', 'Asia/Jayapura').slot('2026-12-03T10:00')).toEqual([
    'Kamis, 3 Desember 2026',
    '10.00 WIT',
  ]);
  expect(createFormat('en-GB', 'Asia/Jakarta').slot('2026-12-03T10:00')[1]).toBe('10:00 WIB');
});
