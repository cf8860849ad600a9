import { booking } from '@paspor-antrean/contract/examples';
import { correction, generate } from 'lean-qr/nano';
import { expect, test } from 'vitest';
import { decodeQr } from '../../../../test/journey/decode-qr.ts';
import { qrCode, wordsFor } from './qr-code.ts';

const picture = (text: string) => qrCode(text).map((row) => row.replaceAll('1', '#').replaceAll('0', ' '));

test.each([booking.token, 'x'.repeat(150), '~'.repeat(213), 'A'.repeat(287), 'ä€'.repeat(40)])(
  'what is written is read again, by a reader that knows nothing of the writer: %s',
  (text) => {
    expect(decodeQr(picture(text))).toBe(text);
  },
);

test('a code grows with its text, and text that is too long is refused', () => {
  expect(qrCode('1').length).toBe(21);
  expect(qrCode('x'.repeat(287)).length).toBe(65);
  expect(qrCode('x'.repeat(666)).length).toBe(97);
  expect(() => qrCode('x'.repeat(667))).toThrow(RangeError);
});

/** Another library's drawing of the same text differs in what stands in front of it, and so in its words and mask. */
test.each([1, 30, 100, 200, 400, 600])('patterns stand where another library puts them, at %s characters', (length) => {
  const rows = qrCode('x'.repeat(length));
  const version = (rows.length - 17) / 4;
  const other = generate('x', { minCorrectionLevel: correction.M, minVersion: version });
  const isPattern = (x: number, y: number) => {
    const far = rows.length - 9;
    return (x < 9 && y < 9) || (x > far + 1 && y < 9) || (x < 9 && y > far + 1) || x === 6 || y === 6;
  };
  const isFormat = (x: number, y: number) => x === 8 || y === 8;
  expect(other.size).toBe(rows.length);
  for (const [y, row] of rows.entries())
    for (const [x, module] of [...row].entries())
      if (isPattern(x, y) && !isFormat(x, y)) expect(module === '1', `${x}, ${y}`).toBe(Boolean(other.get(x, y)));
});

/** Multiplication by hand, without the tables of powers. */
const times = (a: number, b: number): number => {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 285);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
};

test('words and correction together are divisible by every root, so that a damaged code can be mended', () => {
  const words = wordsFor(new TextEncoder().encode('B09-017'), 1);
  expect(words).toHaveLength(26);
  for (let root = 1, at = 0; at < 10; at++, root = times(root, 2))
    expect(words.reduce((value, word) => times(value, root) ^ word, 0)).toBe(0);
});
