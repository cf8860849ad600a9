import { office } from '@paspor-antrean/contract/examples';
import { expect, test } from 'vitest';
import { matches } from './office.ts';

test.each([
  ['bandung', true],
  ['JAWA barat', true],
  ['barat bandung', true],
  ['', true],
  ['surabaya', false],
])('an office is found by name, city or province: "%s" is %s', (search, found) => {
  expect(matches(office, search)).toBe(found);
});
