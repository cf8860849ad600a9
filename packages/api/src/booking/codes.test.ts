import { normaliseBookingCode } from '@paspor-antrean/contract';
import { expect, test } from 'vitest';
import { idOfUuid, newBookingCode, newBookingUuid, queueCode, uuidOf } from './codes.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a booking code is found again however it is typed', () => {
  const code = newBookingCode();
  expect(normaliseBookingCode(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)).toBe(code);
  expect(normaliseBookingCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
});

test('every single wrong character in a booking code is noticed', () => {
  for (let round = 0; round < 50; round++) {
    const code = newBookingCode();
    for (let at = 0; at < 8; at++) {
      for (const char of alphabet) {
        const typed = code.slice(0, at) + char + code.slice(at + 1);
        if (typed !== code) expect(normaliseBookingCode(typed), `${code} as ${typed}`).toBeUndefined();
      }
    }
  }
});

test('a swap of neighbours is noticed, but for 0 and Z', () => {
  let missed = 0;
  for (let round = 0; round < 2000; round++) {
    const code = newBookingCode();
    for (let at = 0; at < 7; at++) {
      const pair = code.slice(at, at + 2);
      if (pair[0] === pair[1] || pair === '0Z' || pair === 'Z0') continue;
      const typed = code.slice(0, at) + pair[1] + pair[0] + code.slice(at + 2);
      if (normaliseBookingCode(typed) !== undefined) missed++;
    }
  }
  expect(missed).toBe(0);
});

test('queue codes carry the channel, the hour and the number', () => {
  expect(queueCode('A', '2026-12-01T09:00', 17)).toBe('A09-017');
  expect(queueCode('P', '2026-12-01T09:30', 1234)).toBe('P0930-1234');
});

test('ids sort by time, are of version 7 and are spelled in 22 characters', () => {
  const [a, b] = [newBookingUuid(new Date(1000)), newBookingUuid(new Date(2000))];
  expect(a < b).toBe(true);
  expect(a).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(idOfUuid(a)).toMatch(/^[\w-]{21}[AQgw]$/);
  expect(uuidOf(idOfUuid(a))).toBe(a);
});
