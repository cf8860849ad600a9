import type { AntreanClient } from '@paspor-antrean/client';
import { createAntreanClient } from '@paspor-antrean/client/strict';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import postgres from 'postgres';
import { testSecrets } from '../../packages/api/test/secrets.ts';
import { startServerProcess } from '../../packages/api/test/server-process.ts';
import { en } from '../../packages/widget/src/i18n/en/index.ts';
import { id } from '../../packages/widget/src/i18n/id/index.ts';
import { type Habit, openBrowser, openPeculiarBrowser } from '../setup/browser.ts';
import { freshDatabase } from '../setup/fresh-database.ts';
import { Booker } from './booker.ts';
import { type HostPage, type HostSite, openHostSite } from './host-site.ts';

interface Visit extends BrowserContextOptions {
  /** `/` is the demo page in Indonesian, `/en.html` the same in English. */
  path?: '/' | '/en.html';
  /** Changes the page's HTML or headers on their way; scripts, styles and the API stay the server's own. */
  serve?: (page: { html: string; policy: string }) => { html?: string; policy?: string };
  /** A page of another site in place of the demo page. */
  host?: HostPage;
  /** A browser of its own, with other settings. */
  context?: BrowserContext;
  /** A browser that is not as most are. */
  habit?: Habit;
  /** Before the page is opened. */
  prepare?: (page: Page) => Promise<unknown>;
}

/** The real server on a database of its own, a real browser, and ways in for what others do meanwhile. */
export interface Site {
  url: string;
  browser: Browser;
  antrean: AntreanClient;
  sql: postgres.Sql;
  /** Someone opens the demo page on a device of their own. */
  visit(visit?: Visit): Promise<Booker>;
  close(): Promise<void>;
}

export const openSite = async (more: Record<string, string> = {}, launch = openBrowser): Promise<Site> => {
  const database = await freshDatabase('today');
  const hosts = await openHostSite();
  const env = {
    ...(await testSecrets()),
    DATABASE_URL: database.url,
    OPEN_HOLD_SEATS_PER_CLIENT: '100000',
    ALLOWED_ORIGINS: hosts.origin,
    ...more,
  };
  const [server, browser] = await Promise.all([startServerProcess(env), launch()]);
  const sql = postgres(database.url, { max: 2, onnotice: () => {} });
  // Nothing is left for today, so that the earliest visit can still be moved at whatever hour the tests run.
  await sql`update slot set taken = capacity where channel = 'online' and starts < current_date + interval '2 days'`;
  return {
    url: server.url,
    browser,
    antrean: createAntreanClient({ baseUrl: server.url }),
    sql,
    visit: (visit = {}) => open(browser, hosts, server.url, visit),
    close: async () => {
      await browser.close();
      await hosts.close();
      await server.kill('SIGINT');
      await sql.end({ timeout: 5 });
      await database.drop();
    },
  };
};

const open = async (browser: Browser, hosts: HostSite, url: string, visit: Visit) => {
  const { path = '/', serve, host, context: own, habit, prepare, ...rest } = visit;
  const device = { viewport: { width: 390, height: 844 }, ...rest };
  const context = own ?? (habit ? await openPeculiarBrowser(habit, device) : await browser.newContext(device));
  // A fault of the page may not pass for a slow one.
  context.setDefaultTimeout(8000);
  const page = await context.newPage();
  const address = host ? hosts.show(url, host) : url + path;
  const isOurs = (asked: string) =>
    [`${url}/`, 'blob:', `${new URL(address).origin}/`].some((at) => asked.startsWith(at));
  const faults: string[] = [];
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  page.on('pageerror', (error) => faults.push(`${error}`));
  page.on('request', (request) => !isOurs(request.url()) && faults.push(request.url()));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, sample }) => {
      console.error('securitypolicyviolation', violatedDirective, blockedURI, sourceFile, sample);
    });
  });
  if (serve) {
    await page.route(url + path, async (route) => {
      const response = await route.fetch();
      const served = { html: await response.text(), policy: response.headers()['content-security-policy'] ?? '' };
      const { html, policy } = { ...served, ...serve(served) };
      await route.fulfill({
        response,
        body: html,
        headers: { ...response.headers(), 'content-security-policy': policy },
      });
    });
  }
  await prepare?.(page);
  await page.goto(address);
  return new Booker(page, path === '/en.html' || host?.lang === 'en' ? en : id, faults);
};
