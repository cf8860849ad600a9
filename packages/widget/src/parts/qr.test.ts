import { booking } from '@paspor-antrean/contract/examples';
import { correction, generate } from 'lean-qr/nano';
import { expect, test } from 'vitest';
import { draw } from './qr.ts';

test('the path darkens exactly the dark modules of the code', () => {
  const { size, path } = draw(booking.token);
  const code = generate(booking.token, { minCorrectionLevel: correction.M });
  const dark = new Set<string>();
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let step = 0; step < Number(run); step++) dark.add(`${Number(x) + step},${y}`);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) expect(dark.has(`${x},${y}`)).toBe(Boolean(code.get(x, y)));
});
