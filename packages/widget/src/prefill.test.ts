import { availability, office } from '@paspor-antrean/contract/examples';
import { expect, test } from 'vitest';
import { suggestedDay } from './controllers/time-watch.ts';
import { suggestedService } from './prefill.ts';

test('a service is suggested only where the office has it', () => {
  expect(suggestedService('renewal', office)).toBe('renewal');
  for (const wish of ['express', '', ' renewal', null, undefined])
    expect(suggestedService(wish, office)).toBe(undefined);
  expect(suggestedService('renewal', undefined)).toBe(undefined);
});

test('a day is suggested only while the slot that was wished for has room', () => {
  const day = availability.days.find(({ slots }) => slots.some(({ remaining }) => remaining > 0));
  const free = day?.slots.find(({ remaining }) => remaining > 0)?.slot ?? '';
  expect(suggestedDay(free, availability)).toBe(day?.on);
  const full = availability.days.map((each) => ({
    ...each,
    slots: each.slots.map((slot) => ({ ...slot, remaining: 0 })),
  }));
  expect(suggestedDay(free, { ...availability, days: full })).toBe(undefined);
  for (const wish of ['', '2026-02-31T09:00', 'besok']) expect(suggestedDay(wish, availability)).toBe(undefined);
});
