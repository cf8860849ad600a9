import { describe, expect, test } from 'vitest';
import { weighClient } from '../../../scripts/setup/weigh-client.mjs';

const weights = await weighClient();

describe('a bundle weighs no more than is allowed', () => {
  test.each(weights.map(({ name, gzip, budget }) => [name, gzip, budget] as const))(
    '%s: %i of %i bytes',
    (_, gzip, budget) => {
      expect(gzip).toBeLessThanOrEqual(budget);
    },
  );
});

test('and holds neither valibot nor what it does not use', () => {
  const [whole = '', bare = '', ticket = ''] = weights.map(({ code }) => code);
  for (const code of [whole, bare, ticket]) expect(code).not.toMatch(/valibot|strictObject|safeParse/);
  expect(whole).toMatch(/SLOT_FULL[\s\S]*if-none-match/);
  expect(bare).not.toMatch(/SLOT_FULL|if-none-match/);
  expect(ticket).not.toMatch(/\/v1\/|Refused/);
});
