import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { weighClient } from '../../../scripts/setup/weigh-client.mjs';

const weights = await weighClient();
/** Said here and not taken from what is tested. */
const budgets = [4000, 2560, 1500, 1500];

describe('a bundle weighs no more than is allowed', () => {
  test('and the table of `npm run size` says how much that is', () => {
    expect(weights.map(({ budget }) => budget)).toEqual(budgets);
  });

  test.each(weights.map(({ name, gzip }, at) => [name, gzip, budgets[at] ?? 0] as const))(
    '%s: %i of %i bytes',
    (_, gzip, budget) => {
      expect(gzip).toBeGreaterThan(0);
      expect(gzip).toBeLessThanOrEqual(budget);
    },
  );
});

test('and holds neither valibot nor what it does not use', () => {
  const [whole = '', bare = '', ticket = '', holder = ''] = weights.map(({ code }) => code);
  for (const code of [whole, bare, ticket, holder]) expect(code).not.toMatch(/valibot|strictObject|safeParse/);
  expect(whole).toMatch(/SLOT_FULL[\s\S]*if-none-match/);
  expect(bare).not.toMatch(/SLOT_FULL|if-none-match/);
  expect(ticket).not.toMatch(/\/v1\/|Refused|HMAC/);
  expect(holder).not.toMatch(/\/v1\/|Refused/);
});

test('docs/sdk.md gives the weights as they are', async () => {
  const text = await readFile(new URL('../../../docs/sdk.md', import.meta.url), 'utf8');
  const [whole = 0, bare = 0, ticket = 0] = weights.map(({ gzip }) => gzip);
  const said = [...text.matchAll(/([\d.]+) kB/g)].map(([, kilobytes]) => Number(kilobytes));
  expect(said).toEqual([Math.round(whole / 100) / 10, Math.ceil(ticket / 1000), Math.round(bare / 100) / 10]);
});
