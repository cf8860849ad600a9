import { describe, expect, test } from 'vitest';
import { dayAt, endOf } from './office-time.ts';

describe('an office’s day', () => {
  test.each([
    ['Asia/Jakarta', '2026-12-01T16:59:59Z', '2026-12-01'],
    ['Asia/Jakarta', '2026-12-01T17:00:00Z', '2026-12-02'],
    ['Asia/Makassar', '2026-12-01T15:59:59Z', '2026-12-01'],
    ['Asia/Makassar', '2026-12-01T16:00:00Z', '2026-12-02'],
    ['Asia/Jayapura', '2026-12-31T14:59:59Z', '2026-12-31'],
    ['Asia/Jayapura', '2026-12-31T15:00:00Z', '2027-01-01'],
    ['America/New_York', '2026-12-01T04:59:59Z', '2026-11-30'],
  ])('in %s at %s is %s', (timeZone, at, on) => {
    expect(dayAt(new Date(at), timeZone)).toBe(on);
  });

  test.each([
    ['Asia/Jakarta', '2026-12-01', '2026-12-01T17:00:00.000Z'],
    ['Asia/Jayapura', '2026-12-31', '2026-12-31T15:00:00.000Z'],
    ['Asia/Kathmandu', '2026-12-01', '2026-12-01T18:15:00.000Z'],
    // The day has 25 hours there.
    ['America/New_York', '2026-11-01', '2026-11-02T05:00:00.000Z'],
  ])('in %s: %s ends at %s', (timeZone, on, end) => {
    expect(endOf(on, timeZone).toISOString()).toBe(end);
  });
});
