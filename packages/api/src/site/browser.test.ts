import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../../test/setup/browser.ts';
import { openTestOffice, type TestOffice } from '../../test/test-office.ts';
import { diskAssets } from './disk-assets.ts';
import type { Ticket } from './ticket-page.ts';

const ticket: Ticket = {
  office: 'bandung',
  service: 'new',
  code: 'K7Q2M9XP',
  startsAt: '2026-12-01T09:00:00+07:00',
  endsAt: '2026-12-01T10:00:00+07:00',
  applicants: [
    { name: 'Siti Rahmawati', queueCode: 'A09-017', feeIdr: 650_000 },
    { name: '<img src=x onerror=alert(1)>', queueCode: 'A09-018', feeIdr: null },
  ],
  qr: { size: 21, modules: `${'10'.repeat(220)}1` },
};

describe('in a browser', () => {
  let office: TestOffice;
  let server: ReturnType<typeof createAdaptorServer>;
  let browser: Browser;
  let context: BrowserContext;
  let base: string;
  let faults: string[];

  beforeAll(async () => {
    office = await openTestOffice();
    const assets = await diskAssets();
    const fetch = async (request: Request) => {
      const path = new URL(request.url).pathname;
      const asset = /^\/(widget|docs)\/./.test(path) ? await assets(path) : undefined;
      return asset ? new Response(asset.body, { headers: { 'content-type': asset.type } }) : office.ask(request.url);
    };
    server = createAdaptorServer({ fetch });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    await office?.close();
  });
  beforeEach(async () => {
    faults = [];
    // Far from Indonesia, so that a device's time would show.
    context = await browser.newContext({ timezoneId: 'America/New_York' });
    context.on('page', (page) => {
      page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => request.url().startsWith(base) || faults.push(request.url()));
    });
    return () => context.close();
  });

  const axe = async (page: Page) => {
    // A fresh world of its own, which the page's policy does not bind.
    const source = await readFile(new URL('../../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
    const client = await context.newCDPSession(page);
    const { frameTree } = await client.send('Page.getFrameTree');
    const world = await client.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' });
    const run = "axe.run({ exclude: ['paspor-antrean', '#reference'] })";
    const expression = `${source}; ${run}.then(({ violations }) => violations.map(({ id }) => id).join())`;
    const contextId = world.executionContextId;
    const { result } = await client.send('Runtime.evaluate', { expression, contextId, awaitPromise: true });
    return result.value;
  };

  it.each([
    '/kantor',
    '/kantor/bandung',
    '/kantor/labuanbajo?lang=en',
    '/docs/problems',
    '/privasi',
    '/kantor/malang/tiket',
  ])('shows %s without a violation, a foreign request or an accessibility finding', async (path) => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(base + path);
    expect(await axe(page)).toBe('');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(faults).toEqual([]);
  });

  it('draws every operation of the reference from its own host alone', async () => {
    const page = await context.newPage();
    await page.goto(`${base}/docs`);
    await page.locator('.opblock').first().waitFor();
    expect(await page.locator('.opblock').count()).toBeGreaterThan(10);
    expect(await axe(page)).toBe('');
    expect(faults).toEqual([]);
  });

  /** A page that hands `message` to the ticket page as the protocol says, and then a second one. */
  const handOver = async (message: unknown, opener = base): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${opener}/kantor`);
    const opened = context.waitForEvent('page');
    await page.evaluate(`
      const message = ${JSON.stringify(message)};
      const sheet = window.open('${base}/kantor/bandung/tiket');
      addEventListener('message', ({ source, origin, data }) => {
        if (source !== sheet || origin !== '${base}' || data.type !== 'antrean-ticket-ready') return;
        sheet.postMessage(message, origin);
        sheet.postMessage({ type: 'antrean-ticket', ticket: {} }, origin);
        document.title = 'handed over';
      });`);
    const sheet = await opened;
    await page.waitForFunction(() => document.title === 'handed over');
    // Messages are delivered in order: after a turn of the sheet's own loop both have been seen.
    await sheet.evaluate('new Promise((done) => setTimeout(done, 50))');
    return sheet;
  };

  it('prints a ticket that its opener hands over, once, as text', async () => {
    const sheet = await handOver({ type: 'antrean-ticket', ticket });
    const shown = await sheet.locator('#ticket').textContent();
    for (const words of [
      'Selasa, 1 Desember 2026',
      'pukul 09.00–10.00 WIB',
      'A09-017',
      'K7Q2 M9XP',
      'Rp650.000',
      'Kartu Keluarga',
    ]) {
      expect(shown).toContain(words);
    }
    expect(shown).toContain('<img src=x onerror=alert(1)>');
    expect(await sheet.locator('#qr path').getAttribute('d')).toMatch(/^M0 0h1v1h-1zM2 0/);
    expect(await sheet.locator('#state').textContent()).toBe('');
    expect(sheet.url()).toBe(`${base}/kantor/bandung/tiket`);
    expect(await sheet.evaluate('localStorage.length + sessionStorage.length + document.cookie.length')).toBe(0);
    expect(await axe(sheet)).toBe('');
    expect(faults).toEqual([]);
  });

  it.each([
    ['for another office', { type: 'antrean-ticket', ticket: { ...ticket, office: 'malang' } }],
    ['with a field too many', { type: 'antrean-ticket', ticket: { ...ticket, token: 'x' } }],
    [
      'with a QR that is not square',
      { type: 'antrean-ticket', ticket: { ...ticket, qr: { size: 25, modules: '01' } } },
    ],
    ['of another type', { type: 'something-else', ticket }],
  ])('refuses a ticket %s', async (_, message) => {
    const sheet = await handOver(message);
    expect(await sheet.locator('#ticket').isVisible()).toBe(false);
    expect(await sheet.locator('#state').textContent()).toContain('Tiket tidak dapat dibaca');
  });

  it('does not hear an opener whose origin is not on the list', async () => {
    const sheet = await handOver({ type: 'antrean-ticket', ticket }, base.replace('127.0.0.1', 'localhost'));
    expect(await sheet.locator('#ticket').isVisible()).toBe(false);
    expect(await sheet.locator('#waiting').isVisible()).toBe(true);
  });

  it('says that it cannot be opened by itself', async () => {
    const page = await context.newPage();
    await page.goto(`${base}/kantor/bandung/tiket`);
    expect(await page.locator('#state').textContent()).toContain('tidak dapat dibuka sendiri');
  });
});
