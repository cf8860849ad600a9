import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { en } from '../../packages/widget/src/i18n/en/index.ts';
import { id } from '../../packages/widget/src/i18n/id/index.ts';
import { Booker } from './booker.ts';
import { openSite, type Site } from './site.ts';

/** The page of an office on an origin of its own, under the policy that docs/embedding.md tells it to set. */
let host: Server;
let hostUrl: string;
let site: Site;
let context: BrowserContext;

beforeAll(async () => {
  host = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', hostUrl);
    const preload = searchParams.has('preload')
      ? `<link rel="preload" as="fetch" crossorigin href="${site.url}/v1/offices/bandung">`
      : '';
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${site.url}; connect-src ${site.url}; require-trusted-types-for 'script'; trusted-types lit-html; img-src data:`,
    );
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="${searchParams.get('lang') ?? 'id'}"><title>Kantor</title>${preload}
      <link rel="icon" href="data:,"><paspor-antrean office="${searchParams.get('office') ?? 'bandung'}"><a href="${site.url}/kantor/bandung">Ambil antrean paspor</a></paspor-antrean>
      <script type="module" src="${site.url}/widget/paspor-antrean.js${searchParams.get('query') ?? ''}"></script></html>`);
  });
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  site = await openSite({ ALLOWED_ORIGINS: hostUrl });
});
afterAll(async () => {
  await site?.close();
  host?.close();
});
beforeEach(async () => {
  context = await site.browser.newContext({ viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(8000);
  return () => context.close();
});

interface Asked {
  url: string;
  kind: 'Script' | 'Preflight' | 'API';
  startedAt: number;
  endedAt: number;
  /** On the wire, with headers; 0: it was in the browser's cache. */
  bytes: number;
}

/** All that the page asks our origin for, preflights too, as the browser's own network log tells it. */
const watch = async (page: Page): Promise<Asked[]> => {
  const asked: Asked[] = [];
  const byId = new Map<string, Asked>();
  const log = await context.newCDPSession(page);
  log.on('Network.requestWillBeSent', ({ requestId, request, type, timestamp }) => {
    if (!request.url.startsWith(site.url)) return;
    const kind = type === 'Script' ? type : request.method === 'OPTIONS' ? 'Preflight' : 'API';
    const one: Asked = {
      url: request.url.slice(site.url.length),
      kind,
      startedAt: timestamp,
      endedAt: Infinity,
      bytes: 0,
    };
    asked.push(one);
    byId.set(requestId, one);
  });
  log.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const one = byId.get(requestId);
    if (one) Object.assign(one, { endedAt: timestamp, bytes: encodedDataLength });
  });
  await log.send('Network.enable');
  return asked;
};

const open = async (query = '') => {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (line) => /error|warning/.test(line.type()) && faults.push(line.text()));
  page.on('pageerror', (error) => faults.push(`${error}`));
  const asked = await watch(page);
  await page.goto(hostUrl + query);
  return { page, asked, faults, booker: new Booker(page, id, faults) };
};

const urls = (asked: readonly Asked[], kind: Asked['kind']) =>
  asked.filter((one) => one.kind === kind).map(({ url }) => url.replace(/-[\w-]{8}\.js/, '.js').replace(/\?.*/, ''));

const ticketOf = async (booker: Booker, n: number) => {
  const { t, page } = booker;
  await booker.at(t.service.heading);
  await page.getByRole('radio', { name: t.service.newHelp }).check();
  await booker.press(t.service.next);
  await booker.press(t.time.take);
  await booker.at(t.people.heading);
  await booker.fillIn([person(n)]);
  await booker.press(t.people.next);
  await booker.press(t.review.confirm);
  return await booker.readTicket();
};

test('the first step takes one module and one answer, the ticket two modules, four answers and two preflights', async () => {
  const { page, asked, faults, booker } = await open();
  await booker.at(id.service.heading);
  await page.getByRole('radio', { name: id.service.newHelp }).check();
  const first = asked.filter(({ endedAt }) => endedAt < Infinity).map(({ url }) => url);
  expect(first.slice(0, 2)).toEqual(['/widget/paspor-antrean.js', '/v1/offices/bandung']);
  await ticketOf(booker, 1);
  await page.waitForLoadState('networkidle');
  expect(urls(asked, 'Script')).toEqual([
    '/widget/paspor-antrean.js',
    '/widget/paspor-antrean-booking.js',
    // For what may be done with a ticket, once it shows.
    '/widget/paspor-antrean-aside.js',
  ]);
  expect(urls(asked, 'API')).toEqual([
    '/v1/offices/bandung',
    '/v1/offices/bandung/availability',
    '/v1/offices/bandung/holds',
    '/v1/offices/bandung/bookings',
  ]);
  expect(urls(asked, 'Preflight').sort()).toEqual(['/v1/offices/bandung/bookings', '/v1/offices/bandung/holds']);
  expect(faults).toEqual([]);
});

test('an answer that the page preloads is not asked for twice, and comes beside the module', async () => {
  const { page, asked, faults, booker } = await open('?preload');
  await booker.at(id.service.heading);
  const [module] = asked.filter(({ url }) => url === '/widget/paspor-antrean.js');
  const offices = asked.filter(({ url }) => url === '/v1/offices/bandung');
  expect(offices).toHaveLength(1);
  expect(offices[0]?.startedAt).toBeLessThan(module?.endedAt ?? 0);
  // The browser complains some seconds after the page has loaded when what was preloaded is not used.
  await page.waitForTimeout(4000);
  expect(faults).toEqual([]);
});

test('the next module is there before it is needed', async () => {
  const { page, asked, booker } = await open();
  await booker.at(id.service.heading);
  await expect.poll(() => urls(asked, 'Script')).toContain('/widget/paspor-antrean-booking.js');
  await page.waitForLoadState('networkidle');
  expect(urls(asked, 'Script')).toHaveLength(2);
  expect(booker.faults).toEqual([]);
});

test('who comes back asks one thing, whether there is a newer module, and takes less than a kilobyte', async () => {
  const first = await open();
  await first.booker.at(id.service.heading);
  await first.page.waitForLoadState('networkidle');
  expect(first.asked[0]?.bytes).toBeGreaterThan(10_000);
  await first.page.close();
  const { asked, page, booker } = await open();
  await booker.at(id.service.heading);
  await page.waitForLoadState('networkidle');
  expect(urls(asked, 'Script')).toHaveLength(2);
  expect(asked.filter(({ bytes }) => bytes > 0).map(({ url }) => url)).toEqual(['/widget/paspor-antrean.js']);
  expect(asked[0]?.bytes).toBeLessThan(1000);
});

test('where there are offices to choose from, what shows them comes beside the answer', async () => {
  const { asked, faults, booker } = await open('?office=bandung+depok');
  await booker.at(id.office.heading);
  const [, choice, answer] = asked;
  expect(choice?.url).toContain('/widget/paspor-antrean-choice-');
  expect(answer?.url).toContain('/v1/offices?ids=');
  expect(answer?.startedAt).toBeLessThan(choice?.endedAt ?? 0);
  expect(faults).toEqual([]);
});

test('an address with a query, as WordPress writes it, loads nothing twice', async () => {
  const { asked, faults, booker } = await open('?query=%3Fver%3D6.4');
  await ticketOf(booker, 2);
  await expect.poll(() => urls(asked, 'Script')).toContain('/widget/paspor-antrean-aside.js');
  expect(urls(asked, 'Script')).toHaveLength(3);
  expect(faults).toEqual([]);
});

test('in another language that language is one module more', async () => {
  const { page, asked, faults } = await open('?lang=en');
  await page.getByRole('heading', { name: en.service.heading }).waitFor();
  expect(urls(asked, 'Script').filter((url) => url.includes('-en'))).toEqual(['/widget/paspor-antrean-en.js']);
  expect(faults).toEqual([]);
});

describe('when a module cannot be loaded', () => {
  const withoutNext = async (name: string, query = '') => {
    await context.route(`**/widget/paspor-antrean-${name}-*`, (route) => route.abort());
    const opened = await open(query);
    await opened.booker.at(query ? 'Pilih layanan' : id.service.heading);
    return opened;
  };

  test('the step stays, says so, and goes on once it can be loaded', async () => {
    const { page, booker } = await withoutNext('booking');
    await page.getByRole('radio', { name: id.service.newHelp }).check();
    await booker.press(id.service.next);
    await booker.sees(id.common.offline);
    await booker.at(id.service.heading);
    await context.unroute('**/widget/paspor-antrean-booking-*');
    await booker.press(id.common.retry);
    await booker.press(id.time.take);
    await booker.at(id.people.heading);
  });

  test('a question left open is said to be once the module that says it is there', async () => {
    const { booker } = await withoutNext('booking');
    await booker.press(id.service.next);
    await booker.sees(id.common.offline);
    await context.unroute('**/widget/paspor-antrean-booking-*');
    await booker.press(id.common.retry);
    await booker.sees(id.common.errorTitle);
  });

  test('a first answer that did not come either is asked for once the network is back', async () => {
    await context.route('**/widget/paspor-antrean-booking-*', (route) => route.abort());
    await context.route('**/v1/offices/**', (route) => route.abort());
    const { page, booker } = await open();
    await booker.sees(id.common.loadFailed);
    await booker.sees(id.common.offline);
    await context.unroute('**/v1/offices/**');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await booker.at(id.service.heading);
  });

  test('the list of days is said not to have come, and shows once it can be loaded', async () => {
    const { page, booker } = await withoutNext('aside');
    await page.getByRole('radio', { name: id.service.newHelp }).check();
    await booker.press(id.service.next);
    await booker.press(id.time.other);
    await booker.press(id.time.asList);
    await booker.sees(id.common.offline);
    await page.getByRole('grid').waitFor();
    await context.unroute('**/widget/paspor-antrean-aside-*');
    await booker.press(id.common.retry);
    await page.getByRole('heading', { level: 4 }).first().waitFor();
  });

  test('a ticket is printed once what prints it can be loaded', async () => {
    const { page, booker } = await withoutNext('aside');
    await ticketOf(booker, 3);
    await booker.press(id.ticket.print);
    await booker.sees(id.common.offline);
    await context.unroute('**/widget/paspor-antrean-aside-*');
    const opened = context.waitForEvent('page');
    await booker.press(id.common.retry);
    await (await opened).close();
    await page.getByRole('heading', { name: id.ticket.heading }).waitFor();
  });

  test('offices to choose from show once the module that shows them can be loaded', async () => {
    await context.route('**/widget/paspor-antrean-choice-*', (route) => route.abort());
    const { booker } = await open('?office=bandung+depok');
    await booker.sees(id.common.offline);
    await context.unroute('**/widget/paspor-antrean-choice-*');
    await booker.press(id.common.retry);
    await booker.at(id.office.heading);
  });

  test.each(['booking', 'aside'])(
    'that a newer build has replaced, here %s, the page is to be reloaded',
    async (name) => {
      // A page from before the deploy: its first module names a later one that the server no longer has.
      await context.route('**/widget/paspor-antrean.js', async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(new RegExp(`(paspor-antrean-${name}-)[\\w-]{8}`), '$100000000');
        const { etag, ...headers } = response.headers();
        await route.fulfill({ body, headers });
      });
      const { asked, page, booker } = await open();
      await page.getByRole('radio', { name: id.service.newHelp }).check();
      await booker.press(id.service.next);
      if (name === 'aside') await booker.press(id.time.other);
      if (name === 'aside') await booker.press(id.time.asList);
      await page.getByRole('alert').getByText(id.common.renewed).waitFor();
      expect(await page.getByText(id.common.offline).count()).toBe(0);
      expect(urls(asked, 'API')).not.toContain('/v1/offices/bandung/holds');
      await context.unroute('**/widget/paspor-antrean.js');
      await booker.press(id.common.reload);
      await booker.at(name === 'aside' ? id.time.heading : id.service.heading);
      expect(await page.getByText(id.common.renewed).count()).toBe(0);
    },
  );

  test('Indonesian stands in for a language that does not come, until it does', async () => {
    const { page, booker } = await withoutNext('en', '?lang=en');
    await context.unroute('**/widget/paspor-antrean-en-*');
    await page.getByRole('radio', { name: id.service.newHelp }).check();
    await booker.press(id.service.next);
    await page.getByRole('heading', { level: 2, name: en.time.heading }).waitFor();
  });
});
