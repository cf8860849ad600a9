import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createServerClock } from './server-clock.ts';

const start = Date.parse('2026-12-01T02:00:00Z');

/** A device at the server's `start`, and what is off by there. */
const device = (offMs: number) => {
  let server = start;
  const clock = createServerClock(() => new Date(server + offMs));
  return {
    clock,
    /** Asks, and is answered after both ways. */
    ask: (thereMs: number, backMs: number) => {
      const asked = clock.device();
      server += thereMs;
      const asOf = new Date(server);
      server += backMs;
      clock.learn(asOf, asked, clock.device());
    },
    set: (byMs: number) => {
      offMs += byMs;
    },
    errorMs: () => Math.abs(clock.now().getTime() - server),
  };
};

const ways = fc.array(fc.tuple(fc.nat(9000), fc.nat(9000)), { minLength: 1, maxLength: 12 });

test('the server’s time is known to half of the quickest answer’s way, however wrong the device’s clock', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -9, max: 9 })),
      ways,
      (offMs, answers) => {
        const { ask, errorMs } = device(offMs);
        for (const [there, back] of answers) ask(there, back);
        expect(errorMs()).toBeLessThanOrEqual(Math.min(...answers.map(([there, back]) => there + back)) / 2 + 1);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a clock that is set meanwhile is known as wrong with the next answer', () => {
  const { ask, set, errorMs } = device(0);
  ask(10, 10);
  set(3_600_000);
  expect(errorMs()).toBeGreaterThan(3_599_000);
  ask(10, 30);
  expect(errorMs()).toBeLessThanOrEqual(20);
});

test('a clock set back while the question is under way teaches nothing', () => {
  const { clock, ask } = device(500);
  ask(0, 0);
  clock.learn(new Date(start), new Date(start + 60_000), new Date(start));
  expect(clock.offMs).toBe(500);
});

test('a time of the server is told as this device shows it', () => {
  const { clock, ask } = device(-90_000);
  ask(0, 0);
  expect(clock.onDevice(new Date(start)).getTime()).toBe(start - 90_000);
  expect(clock.now().getTime()).toBe(start);
});
