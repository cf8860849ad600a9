import { expect, test } from 'vitest';
import { addDays, addMonths, weekday, weeksOf } from './days.ts';
import { dayAfterKey } from './parts/calendar.ts';

test('days cross months, years and 29 February', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
});

test('a month on from the 31st is the last day of the next', () => {
  expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
});

test('weeks run from Monday to Sunday and hold the whole month', () => {
  expect(weekday('2026-05-04')).toBe(0);
  const weeks = weeksOf('2026-11-15');
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeks.flat().filter(Boolean)).toHaveLength(30);
  expect(weeks[0]?.[6]).toBe('2026-11-01');
});

test.each([
  ['ArrowRight', false, '2026-05-07'],
  ['ArrowUp', false, '2026-04-29'],
  ['Home', false, '2026-05-04'],
  ['End', false, '2026-05-10'],
  ['PageDown', false, '2026-06-06'],
  ['PageUp', true, '2025-05-06'],
  ['Tab', false, undefined],
])('from Wednesday 6 May 2026 %s (shift %s) leads to %s', (key, shift, to) => {
  expect(dayAfterKey(key, shift, '2026-05-06')).toBe(to);
});
