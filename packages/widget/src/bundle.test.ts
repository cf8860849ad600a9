import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** Gzipped bytes of the whole widget, QR and both languages in it. Lower it when the widget shrinks. */
const limit = 41_000;

const file = new URL('../dist/embed/paspor-antrean.js', import.meta.url);

test('the bundle is there: npm run build makes it', () => {
  expect(existsSync(file)).toBe(true);
});

test('the bundle is one module within its limit and holds no valibot', () => {
  const code = readFileSync(file, 'utf8');
  const weight = gzipSync(code, { level: 9 }).length;
  console.info(`paspor-antrean.js: ${code.length} bytes, ${weight} gzipped`);
  expect(weight).toBeLessThanOrEqual(limit);
  expect(code).not.toMatch(/valibot|ValiError|strictObject|safeParse/);
  expect(code).not.toMatch(/\bimport\s*[{*"'(]/);
  expect(code).not.toMatch(/\beval\(|new Function/);
});
