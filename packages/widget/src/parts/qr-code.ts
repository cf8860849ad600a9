/*
 * QR codes (ISO/IEC 18004) of text in bytes at error-correction level M, and no others. No ECI header stands in front
 * of the bytes: some hand scanners print it, and ASCII needs none.
 */

/** Of each version from 1: words of error correction in a block, and blocks. 20 holds 666 bytes. */
const corrections = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

type Grid = (boolean | undefined)[][];

const range = (length: number) => Array.from({ length }, (_, at) => at);
const binary = (value: number, length: number) => value.toString(2).padStart(length, '0');

/** Multiplies in the field of 256 elements, modulo x⁸+x⁴+x³+x²+1: bit by bit, which needs no tables. */
const times = (a: number, b: number): number => (b ? (b & 1 && a) ^ times((a << 1) ^ (a > 127 ? 285 : 0), b >> 1) : 0);

/** The remainder of the words, with room behind them, by (x−1)(x−2)(x−4)… */
const correctionOf = (words: readonly number[], length: number): number[] => {
  let divisor = [1];
  for (let root = 1; divisor.length <= length; root = times(root, 2))
    divisor = [...divisor, 0].map((factor, at) => factor ^ times(divisor[at - 1] ?? 0, root));
  const rest = [...words, ...Array<number>(length).fill(0)];
  for (const at of words.keys()) {
    const lead = rest[at] as number;
    for (const [by, factor] of divisor.entries()) (rest[at + by] as number) ^= times(lead, factor);
  }
  return rest.slice(words.length);
};

/** Divides as polynomials of bits and puts the remainder behind the value. */
const withRest = (value: number, divisor: number, length: number) => {
  let rest = value << length;
  for (let bit = 31 - Math.clz32(rest); bit >= length; bit--) if ((rest >> bit) & 1) rest ^= divisor << (bit - length);
  return (value << length) | rest;
};

/** How many words a version holds: what its patterns leave free. */
const wordsOf = (version: number) => {
  const aligned = version > 1 ? Math.floor(version / 7) + 2 : 0;
  const patterns = aligned ? (25 * aligned - 10) * aligned - 55 : 0;
  return ((16 * version + 128) * version + 64 - patterns - (version > 6 ? 36 : 0)) >> 3;
};

/** The bytes with their length, filled up, each block followed by its correction; a word of each block in turn. */
export const wordsFor = (bytes: Uint8Array, version: number): number[] => {
  const count = blocks[version - 1] as number;
  const correction = corrections[version - 1] as number;
  const total = wordsOf(version);
  const bits = `0100${binary(bytes.length, version > 9 ? 16 : 8)}${Array.from(bytes, (byte) => binary(byte, 8)).join('')}0000`;
  const words = (bits.match(/.{8}/g) ?? []).map((word) => Number.parseInt(word, 2));
  for (let fill = 236; words.length < total - count * correction; fill ^= 253) words.push(fill);
  const short = Math.floor(total / count) - correction;
  const data = range(count).map((at) => words.splice(0, short + Number(at >= count - (total % count))));
  const turn = (columns: readonly number[][], length: number) =>
    range(length).flatMap((at) => columns.flatMap((column) => column[at] ?? []));
  return [
    ...turn(data, short + 1),
    ...turn(
      data.map((block) => correctionOf(block, correction)),
      correction,
    ),
  ];
};

const masks: readonly ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + (y >> 1)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Everything that is there whatever the text is; `undefined` where its bits go. */
const patterns = (version: number): Grid => {
  const size = version * 4 + 17;
  const grid: Grid = range(size).map(() => Array(size).fill(undefined));
  const rings = (cx: number, cy: number, radius: number, isDark: (ring: number) => boolean) => {
    for (let y = -radius; y <= radius; y++)
      for (let x = -radius; x <= radius; x++) {
        const row = grid[cy + y];
        if (row && cx + x >= 0 && cx + x < size) row[cx + x] = isDark(Math.max(Math.abs(x), Math.abs(y)));
      }
  };
  for (const at of range(size)) (grid[6] as boolean[])[at] = (grid[at] as boolean[])[6] = at % 2 === 0;
  const far = size - 7;
  const gaps = Math.floor(version / 7) + 1;
  const step = Math.ceil((version * 4 + 4) / gaps / 2) * 2;
  const centres = version > 1 ? [6, ...range(gaps).map((at) => far - at * step)] : [];
  const inCorner = (x: number, y: number) => x === 6 && (y === 6 || y === far);
  for (const x of centres)
    for (const y of centres) if (!inCorner(x, y) && !inCorner(y, x)) rings(x, y, 2, (ring) => ring !== 1);
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(x, y, 4, (ring) => ring !== 2 && ring !== 4);
  if (version > 6)
    for (const [at, bit] of [...binary(withRest(version, 0x1f25, 12), 18)].reverse().entries()) {
      const [a, b] = [size - 11 + (at % 3), Math.floor(at / 3)];
      (grid[a] as boolean[])[b] = (grid[b] as boolean[])[a] = bit === '1';
    }
  return grid;
};

/** Level M and the mask, twice, around the corners. */
const writeFormat = (grid: Grid, mask: number) => {
  const size = grid.length;
  const bits = [...binary(withRest(mask, 0x537, 10) ^ 0x5412, 15)].map((bit) => bit === '1');
  for (const [at, dark] of bits.entries()) {
    const near = at < 6 ? at : at < 8 ? at + 1 : 15 - at - Number(at > 8);
    const row = grid[8] as boolean[];
    if (at < 8) row[near] = dark;
    else (grid[near] as boolean[])[8] = dark;
    if (at < 7) (grid[size - 1 - at] as boolean[])[8] = dark;
    else row[size - 15 + at] = dark;
  }
  (grid[size - 8] as boolean[])[8] = true;
};

/** What makes a code hard to read: long runs, squares of one colour, what looks like a corner, too dark or too light. */
const penaltyOf = (rows: readonly string[]): number => {
  const columns = rows.map((_, x) => rows.map((row) => row[x]).join(''));
  const runs = [...rows, ...columns].flatMap((line) => [
    ...(line.match(/0{5,}|1{5,}/g) ?? []).map((run) => run.length - 2),
    ...(line.match(/(?=10111010000|00001011101)/g) ?? []).map(() => 40),
  ]);
  let squares = 0;
  for (const [y, row] of rows.slice(1).entries()) {
    const above = rows[y] as string;
    for (let x = 1; x < row.length; x++)
      if (row[x] === row[x - 1] && row[x] === above[x] && row[x] === above[x - 1]) squares += 3;
  }
  const dark = rows.join('').split('1').length - 1;
  const tilt = Math.floor(Math.abs(dark * 20 - rows.length ** 2 * 10) / rows.length ** 2) * 10;
  return runs.reduce((sum, points) => sum + points, squares + tilt);
};

/** The rows of the code, `1` for a dark module. */
export const qrCode = (text: string): string[] => {
  const bytes = new TextEncoder().encode(text);
  const version =
    1 +
    range(20).findIndex((at) => {
      const room = wordsOf(at + 1) - (blocks[at] as number) * (corrections[at] as number);
      return bytes.length + (at > 8 ? 3 : 2) <= room;
    });
  if (version === 0) throw new RangeError('The text is too long for a QR code');
  const bits = wordsFor(bytes, version)
    .map((word) => binary(word, 8))
    .join('');
  const grid = patterns(version);
  writeFormat(grid, 0);
  const isData = grid.map((row) => row.map((module) => module === undefined));
  let at = 0;
  // Two columns at a time, up and down in turn, from the right; the timing column is stepped over.
  for (let pair = 0, right = grid.length - 1; right > 0; pair++, right -= right === 8 ? 3 : 2)
    for (const step of grid.keys()) {
      const row = grid[pair % 2 ? step : grid.length - 1 - step] as boolean[];
      for (const x of [right, right - 1]) row[x] ??= bits[at++] === '1';
    }
  const candidates = masks.map((isLight, mask) => {
    const masked = grid.map((row, y) =>
      row.map((dark, x) => dark !== (isData[y]?.[x] === true && isLight(x, y) === 0)),
    );
    writeFormat(masked, mask);
    return masked.map((row) => row.map(Number).join(''));
  });
  const worth = candidates.map(penaltyOf);
  return candidates[worth.indexOf(Math.min(...worth))] as string[];
};
