import { expect, it } from 'vitest';
import { weekOf } from './hours.ts';

const slots = (weekday: number, ...starts: string[]) => starts.map((at) => ({ weekday, starts: at, minutes: 60 }));

it('joins slots to ranges and weekdays to groups, as on a door sign', () => {
  const week = [1, 2, 3, 4].flatMap((day) => slots(day, '08:00', '09:00', '13:00'));
  expect(weekOf([...week, ...slots(5, '08:00')])).toEqual([
    {
      from: 1,
      to: 4,
      ranges: [
        { starts: '08:00', ends: '10:00' },
        { starts: '13:00', ends: '14:00' },
      ],
    },
    { from: 5, to: 5, ranges: [{ starts: '08:00', ends: '09:00' }] },
    { from: 6, to: 7, ranges: [] },
  ]);
});

it('keeps a longer slot when a shorter one lies within it, in any order', () => {
  const [monday] = weekOf([
    { weekday: 1, starts: '08:30', minutes: 15 },
    { weekday: 1, starts: '08:00', minutes: 120 },
  ]);
  expect(monday?.ranges).toEqual([{ starts: '08:00', ends: '10:00' }]);
});

it('is one closed week for an office without hours', () => {
  expect(weekOf([])).toEqual([{ from: 1, to: 7, ranges: [] }]);
});
