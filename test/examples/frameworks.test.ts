import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { id } from '../../packages/widget/src/i18n/id/index.ts';
import { Booker } from '../journey/booker.ts';
import { openBrowser } from '../setup/browser.ts';
import { type Example, startExample } from './example-process.ts';

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(['react', 'vue'])('the example %s', (name) => {
  let started: Example;
  beforeAll(async () => {
    started = await startExample(name);
  }, 120_000);
  afterAll(async () => {
    expect(await started.stop()).toBe(0);
  });

  test('ends in a confirmed booking, which the page hears of', async () => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    page.setDefaultTimeout(15_000);
    const faults: string[] = [];
    page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(started.url);
    const { code } = await new Booker(page, id, faults).book({ people: [person(1)] });
    expect(code).toMatch(/^[0-9A-Z]{8}$/);
    await page.getByText(/^Sampai jumpa \S+, \d+ \S+ 20\d\d pukul \d\d\.00, 1 orang\.$/).waitFor();
    expect(faults).toEqual([]);
    await page.close();
  }, 120_000);
});

test('the types of the React example hold', () => {
  const tsc = path('node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', path('examples/react')], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
}, 60_000);
