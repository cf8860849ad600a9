import { expect, test } from 'vitest';
import { strangersThatPass } from './holder.ts';

test('of 250,000 strangers at a booking for twenty as many pass as 20 bits let through', async () => {
  const { passed, of, expected } = await strangersThatPass(250_000);
  console.log(`strangers that pass: ${passed} of ${of}; 20 bits let ${expected.toFixed(1)} through`);
  // Four standard deviations to either side.
  expect(Math.abs(passed - expected)).toBeLessThan(4 * Math.sqrt(expected));
}, 600_000);
