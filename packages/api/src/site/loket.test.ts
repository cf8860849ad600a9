import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../../../../test/setup/browser.ts';
import type { App } from '../http/endpoint.ts';
import { diskAssets } from './disk-assets.ts';
import { siteRoutes } from './routes.ts';

let server: ReturnType<typeof createAdaptorServer>;
let browser: Browser;
let base: string;
let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  const app = new Hono() as App;
  const config = { ALLOWED_ORIGINS: [], PUBLIC_URL: 'http://antrean.test' };
  siteRoutes(app, { config, assets: await diskAssets() } as unknown as Parameters<typeof siteRoutes>[1]);
  server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});
beforeEach(async () => {
  faults = [];
  context = await browser.newContext();
  page = await context.newPage();
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => request.url().startsWith(base) || faults.push(request.url()));
  return () => context.close();
});

const isKept = () => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);

test('the counter’s page opens under its strict policy and asks no other host for anything', async () => {
  const answer = await page.goto(`${base}/loket`);
  const policy = answer?.headers()['content-security-policy'];
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe');
  expect(answer?.headers()['permissions-policy']).toContain('camera=(self)');
  await page.getByRole('heading', { name: 'Masuk ke loket' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Sign in to the counter' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(faults).toEqual([]);
});

test('Chromium finds nothing that keeps it from being installed', async () => {
  await page.goto(`${base}/loket`);
  await isKept();
  const client = await context.newCDPSession(page);
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  // A window without an address bar to install from is what this test runs in.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { errors, data } = await client.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '')).toMatchObject({ start_url: '/loket', scope: '/loket', display: 'standalone' });
  expect(faults).toEqual([]);
});

test('loaded again without a network it is there, with its decoder, and keeps no answer of the API', async () => {
  await page.goto(`${base}/loket`);
  expect(await isKept()).toMatch(/activat/);
  await page.evaluate(() => fetch('/v1/offices/bandung/days/2026-12-01'));
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
  await expect(fetch(`${base}/loket`)).rejects.toThrow();
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
