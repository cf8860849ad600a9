import { expect, test } from 'vitest';
import { showForged } from './forged.ts';

test('changed tokens are refused at the counter, whatever was changed', { timeout: 60_000 }, async () => {
  const { shown, parsed, accepted } = await showForged(2_000);
  console.log(
    `${shown} changed tokens shown: ${(parsed * 100).toFixed(0)} % still parse, ${accepted} were left as they were`,
  );
  expect(shown).toBe(2_000);
  expect(parsed).toBeGreaterThan(0.3);
});
