import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { servePage } from '../../packages/api/test/served-page.ts';
import { openBrowser } from '../setup/browser.ts';

let site: Awaited<ReturnType<typeof servePage>>;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([servePage(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  faults = [];
  context = await browser.newContext();
  page = await context.newPage();
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => request.url().startsWith(site.base) || faults.push(request.url()));
  return () => context.close();
});

const whenKept = () => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);

test('the counter’s page opens under its strict policy and asks no other host for anything', async () => {
  const answer = await page.goto(`${site.base}/loket`);
  const policy = answer?.headers()['content-security-policy'];
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe');
  expect(answer?.headers()['permissions-policy']).toContain('camera=(self)');
  await page.getByRole('heading', { name: 'Masuk ke loket' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Sign in to the counter' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in to the counter' }).waitFor();
  expect(faults).toEqual([]);
});

test('Chromium finds nothing that keeps it from being installed', async () => {
  await page.goto(`${site.base}/loket`);
  await whenKept();
  const client = await context.newCDPSession(page);
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  // A window without an address bar to install from is what this test runs in.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { errors, data } = await client.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '')).toMatchObject({ start_url: '/loket', scope: '/loket', display: 'standalone' });
  expect(faults).toEqual([]);
});

test('loaded again without a server it is there, with its decoder, and no answer of the API was kept', async () => {
  const gone = await servePage();
  await page.goto(`${gone.base}/loket`);
  expect(await whenKept()).toMatch(/activat/);
  await page.evaluate(() => fetch('/v1/offices/bandung/days/2026-12-01'));
  await gone.close();
  await expect(fetch(`${gone.base}/loket`)).rejects.toThrow();
  await page.reload();
  await page.getByRole('heading', { name: 'Masuk ke loket' }).waitFor();
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toEqual(expect.arrayContaining(['/loket', '/loket/loket.js', '/loket/manifest.webmanifest']));
  expect(kept.some((path) => /^\/loket\/loket-qr-decoder-[\w-]+\.js$/.test(path))).toBe(true);
  expect(kept.filter((path) => !path.startsWith('/loket'))).toEqual([]);
});
