/** Of each version: error-correction words a block, data words of the blocks at level M, rows of alignment patterns. */
const layouts: Record<number, { correction: number; blocks: readonly number[]; alignment: readonly number[] }> = {
  8: { correction: 22, blocks: [38, 38, 39, 39], alignment: [6, 24, 42] },
  9: { correction: 22, blocks: [36, 36, 36, 37, 37], alignment: [6, 26, 46] },
  10: { correction: 26, blocks: [43, 43, 43, 43, 44], alignment: [6, 28, 50] },
  11: { correction: 30, blocks: [50, 51, 51, 51, 51], alignment: [6, 30, 54] },
  12: { correction: 22, blocks: [36, 36, 36, 36, 36, 36, 37, 37], alignment: [6, 32, 58] },
};

const masks: readonly ((y: number, x: number) => boolean)[] = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
];

const levelM = 0;
/** The ECI designator 26, which may stand in front. */
const utf8 = 0b0111_0001_1010;

/**
 * The text of an undamaged QR code of level M in bytes, from rows of `#` and ` `: ISO/IEC 18004 read backwards, and
 * written apart from the library that draws, so that both would have to be wrong in the same way.
 */
export const decodeQr = (rows: readonly string[]): string => {
  const size = rows.length;
  const dark = (y: number, x: number) => rows[y]?.[x] === '#';
  const layout = layouts[(size - 17) / 4];
  if (!layout) throw new Error(`No QR code of ${size} modules is expected.`);

  const formatAt = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => [8, x]).concat([7, 5, 4, 3, 2, 1, 0].map((y) => [y, 8]));
  const format = formatAt.reduce((bits, [y = 0, x = 0]) => bits * 2 + Number(dark(y, x)), 0) ^ 0x5412;
  const mask = masks[(format >> 10) & 7];
  if (format >> 13 !== levelM || !mask) throw new Error('The QR code is not of level M.');

  const isPattern = (y: number, x: number) => {
    const [near, far] = [8, size - 9];
    if (y === 6 || x === 6) return true;
    if ((y <= near && (x <= near || x > far)) || (y > far && x <= near)) return true;
    if ((y < 6 && x >= size - 11) || (x < 6 && y >= size - 11)) return true;
    return layout.alignment.some((cy) =>
      layout.alignment.some((cx) => {
        const overFinder = (cy === 6 && (cx === 6 || cx === size - 7)) || (cx === 6 && cy === size - 7);
        return !overFinder && Math.abs(y - cy) <= 2 && Math.abs(x - cx) <= 2;
      }),
    );
  };

  const bits: number[] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = upwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (!isPattern(y, x)) bits.push(Number(dark(y, x) !== mask(y, x)));
    }
    upwards = !upwards;
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, at) => number(bits.slice(at * 8, at * 8 + 8)));

  // Words stand in turn, one of each block; shorter blocks drop out of the last turn.
  const blocks: number[][] = layout.blocks.map(() => []);
  let at = 0;
  for (let turn = 0; turn < Math.max(...layout.blocks); turn++) {
    for (const [block, length] of layout.blocks.entries()) if (turn < length) blocks[block]?.push(words[at++] ?? 0);
  }
  if (words.length !== at + layout.blocks.length * layout.correction) throw new Error('The layout does not add up.');

  const data = blocks.flat().flatMap((word) => Array.from({ length: 8 }, (_, bit) => (word >> (7 - bit)) & 1));
  const from = number(data.slice(0, 12)) === utf8 ? 12 : 0;
  if (number(data.slice(from, from + 4)) !== 0b0100) throw new Error('The QR code is not in bytes.');
  const start = from + 4 + (size >= 57 ? 16 : 8);
  const length = number(data.slice(from + 4, start));
  const bytes = Array.from({ length }, (_, byte) => number(data.slice(start + byte * 8, start + byte * 8 + 8)));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
};

const number = (bits: readonly number[]) => bits.reduce((sum, bit) => sum * 2 + bit, 0);
