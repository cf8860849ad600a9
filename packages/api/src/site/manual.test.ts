import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../../../../test/setup/browser.ts';
import type { App } from '../http/endpoint.ts';
import { diskAssets } from './disk-assets.ts';
import { siteRoutes } from './routes.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const manual = join(repository, '.cache/manual');

let server: ReturnType<typeof createAdaptorServer>;
let browser: Browser;
let base: string;
let page: Page;
let faults: string[];

beforeAll(async () => {
  // VitePress fails where a page links to one that is not there.
  await promisify(execFile)(process.execPath, [join(repository, 'scripts/docs.mjs')], { cwd: repository });
  const app = new Hono() as App;
  const config = { ALLOWED_ORIGINS: [], PUBLIC_URL: 'http://antrean.test' };
  siteRoutes(app, { config, assets: await diskAssets() } as unknown as Parameters<typeof siteRoutes>[1]);
  server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});
beforeEach(async () => {
  faults = [];
  page = await browser.newPage();
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (answer) => answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`));
  page.on('request', (request) => request.url().startsWith(base) || faults.push(request.url()));
  return () => page.close();
});

test('each page of the manual opens under its policy and asks no other host for anything', async () => {
  const files = (await readdir(manual, { recursive: true })).filter((file) => file.endsWith('.html'));
  expect(files.length).toBeGreaterThan(20);
  for (const file of files.filter((name) => name !== '404.html')) {
    await page.goto(`${base}/manual/${file.replace(/\bindex\.html$/, '')}`);
    expect(await page.locator('main h1').count(), file).toBe(1);
  }
  expect(faults).toEqual([]);
});

test('the manual is searched without asking anyone', async () => {
  await page.goto(`${base}/manual/`);
  await page
    .getByRole('button', { name: /search/i })
    .first()
    .click();
  await page.getByRole('searchbox').fill('NIK_ALREADY_BOOKED');
  await page.getByRole('option').first().waitFor();
  expect(await page.getByRole('option').first().innerText()).toContain('Problem codes');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/manual\/problems\.html/);
  expect(faults).toEqual([]);
});

test('links to files of the repository are words only, and those to pages lead there', async () => {
  await page.goto(`${base}/manual/architecture.html`);
  const targets = await page
    .locator('main .vp-doc a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(targets.filter((target) => /\.(ts|sql|mjs)$|packages\//.test(target))).toEqual([]);
  await page.locator('main .vp-doc a[href="./decisions/"]').click();
  await page.waitForURL(`${base}/manual/decisions/`);
  await page.reload();
  expect(await page.locator('main h1').innerText()).toContain('Decisions');
  expect(faults).toEqual([]);
});
