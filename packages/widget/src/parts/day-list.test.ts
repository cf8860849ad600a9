import type { AvailabilityDay } from '@paspor-antrean/client';
import { expect, test } from 'vitest';
import { id } from '../i18n/id/index.ts';
import { entriesOf } from './day-list.ts';

const hour = (on: string, remaining: number) => ({
  slot: `${on}T09:00`,
  startsAt: `${on}T09:00:00+07:00`,
  endsAt: `${on}T10:00:00+07:00`,
  remaining,
});
const open = (on: string, remaining: number): AvailabilityDay => ({
  on,
  status: 'open',
  remaining,
  slots: [hour(on, remaining)],
});
const shut = (on: string, reason = 'weekend'): AvailabilityDay => ({
  on,
  status: 'closed',
  reason,
  remaining: 0,
  slots: [],
});

const told = (party: number, ...days: AvailabilityDay[]) =>
  entriesOf(days, party, id).map(({ day, until, why }) => [day.on, until, why]);

test('neighbouring days that are closed for one reason are told together', () => {
  const { weekend } = id.time.closed;
  expect(told(1, open('2026-12-04', 3), shut('2026-12-05'), shut('2026-12-06'), open('2026-12-07', 3))).toEqual([
    ['2026-12-04', '2026-12-04', undefined],
    ['2026-12-05', '2026-12-06', weekend],
    ['2026-12-07', '2026-12-07', undefined],
  ]);
});

test('another reason, or a day between that nobody told of, begins anew', () => {
  const entries = told(1, shut('2026-12-05'), shut('2026-12-06', 'no-hours'), shut('2026-12-12', 'no-hours'));
  expect(entries.map(([from, until]) => [from, until])).toEqual([
    ['2026-12-05', '2026-12-05'],
    ['2026-12-06', '2026-12-06'],
    ['2026-12-12', '2026-12-12'],
  ]);
});

test('two free days are never told together, and a day without room for all has its reason', () => {
  expect(told(2, open('2026-12-01', 2), open('2026-12-02', 2), open('2026-12-03', 1))).toEqual([
    ['2026-12-01', '2026-12-01', undefined],
    ['2026-12-02', '2026-12-02', undefined],
    ['2026-12-03', '2026-12-03', id.time.fullDay(undefined)],
  ]);
});
