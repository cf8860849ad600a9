import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { weigh } from '../../../scripts/setup/weigh.mjs';

const weight = weigh();
const read = (name: string) => readFileSync(new URL(`../dist/embed/${name}`, import.meta.url), 'utf8');

test('the bundle is there: npm run build makes it', () => {
  expect(weight).toBeDefined();
});

describe('the bundle weighs no more than is allowed', () => {
  test.each((weight?.rows ?? []).map((row) => [row.name, row.gzip, row.budget] as const))(
    '%s: %i of %i bytes',
    (_, gzip, budget) => {
      expect(gzip).toBeLessThanOrEqual(budget);
    },
  );

  test('in two modules, one for a choice of offices, one for a later visit, the doctor, one for each further language, and one file for all', () => {
    const kinds = ['aside', 'booking', 'choice', 'doctor', 'en', 'first', 'jv', 'single', 'su'];
    expect(Object.keys(weight?.files ?? {}).sort()).toEqual(kinds);
    expect(weight?.names).toHaveLength(kinds.length);
  });
});

test('no module imports another, so that a query behind an address never loads one twice', () => {
  for (const name of weight?.names ?? []) expect(read(name), name).not.toMatch(/\bimport\s*[{*"']|\bfrom\s*["']/);
});

test('nothing holds valibot or makes code of text', () => {
  for (const name of weight?.names ?? []) {
    expect(read(name), name).not.toMatch(/valibot|ValiError|strictObject|safeParse/);
    expect(read(name), name).not.toMatch(/\beval\(|new Function/);
  }
});

test('the single file loads nothing, and has no drafts', () => {
  expect(read('paspor-antrean.single.js')).not.toMatch(/\bimport\(/);
  expect(read('paspor-antrean.single.js')).not.toMatch(/Panjenengan|Anjeun/);
});
