import { expect, test } from 'vitest';
import { simulateDay } from './simulated-day.ts';

test('a day of Bandung and its service unit: 450 people, 12 devices, bursts, some of it offline', {
  timeout: 600_000,
}, async () => {
  const seed = Number(process.env.DAY_SEED ?? Math.floor(Math.random() * 2 ** 31));
  const day = await simulateDay(seed, { offline: 0.05, twice: 0.1, missed: 0.08 });
  console.log(`DAY_SEED=${seed}: ${JSON.stringify(day)}`);
  expect(day.people).toBe(450);
  expect(day.served + day.missed).toBe(450);
  expect(day.offline).toBeGreaterThan(0);
  expect(day.conflicts).toBeGreaterThan(0);
});
