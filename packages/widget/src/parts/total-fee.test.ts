import { expect, test } from 'vitest';
import { en } from '../i18n/en/index.ts';
import { id } from '../i18n/id/index.ts';
import { feeLines, totalFee } from './total-fee.ts';

test('the fees of several people are summed', () => {
  expect(totalFee(id, [950_000, 350_000])).toBe('Rp1.300.000');
  expect(totalFee(en, [950_000, 350_000, 650_000])).toBe('Rp1,950,000');
});

test('a sum says whom it leaves out', () => {
  expect(totalFee(id, [950_000, null, null])).toBe('Rp950.000, belum termasuk 2 orang yang memilih di kantor');
  expect(totalFee(en, [950_000, null])).toBe('Rp950,000, not counting 1 person deciding at the office');
});

test('there is no sum of one fee, nor of none that is known', () => {
  expect(totalFee(id, [950_000])).toBeUndefined();
  expect(totalFee(id, [null, null])).toBeUndefined();
});

test('each fee is named with who pays it, and said once where all pay the same', () => {
  const paying = (...fees: (number | null)[]) =>
    fees.map((feeIdr, at) => ({ name: ['Siti', 'Budi'][at] ?? '', feeIdr }));
  expect(feeLines(id, paying(350_000, null))).toEqual(['Siti: Rp350.000', `Budi: ${id.ticket.feeUnknown}`]);
  expect(feeLines(id, paying(null, null))).toEqual([id.ticket.feeUnknown]);
  expect(feeLines(id, paying(350_000, 350_000))).toEqual(['Rp350.000']);
  expect(feeLines(id, paying(350_000))).toEqual(['Rp350.000']);
});
