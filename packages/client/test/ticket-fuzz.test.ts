import { expect, test } from 'vitest';
import { fuzzTickets, shareThatParses } from './ticket-fuzz.ts';

test('no token that was changed is valid', async () => {
  const outcomes = await fuzzTickets(5000);
  console.log(`tickets changed: ${(shareThatParses(outcomes) * 100).toFixed(0)} % still parse`, outcomes);
  // A fuzz that only ever meets the first check would say nothing of the others.
  expect(shareThatParses(outcomes)).toBeGreaterThan(0.4);
  expect(Object.keys(outcomes)).toEqual(expect.arrayContaining(['malformed', 'other-kind', 'unknown-key', 'forged']));
});
