import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { readConfig } from '../../packages/api/src/config.ts';
import { officeDay } from '../../packages/api/src/offices/office-time.ts';
import { createTickets, type Tickets } from '../../packages/api/src/ticket/ticket.ts';
import { openIdentityProvider } from '../../packages/api/test/identity-provider.ts';
import { draft, person } from '../../packages/api/test/people.ts';
import { testSecrets } from '../../packages/api/test/secrets.ts';
import { id as words } from '../../packages/counter/src/i18n/id.ts';
import { openWholeBrowser } from '../setup/browser.ts';
import { openSite, type Site } from './site.ts';

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** A counter's page on a device of its own, with someone signed in. */
export interface Counter {
  page: Page;
  context: BrowserContext;
  /** Errors of the page that were not the network's. */
  faults: string[];
  /** Scans what a handheld scanner would type, and gives the verdict's title. */
  scan(text: string): Promise<string>;
  /** The title of what stands on the screen. */
  verdict(): Promise<string>;
}

export interface CounterSite extends Site {
  today: string;
  /** The last slot of today, open for everyone, so that there is one at whatever hour this runs. */
  slot: string;
  tickets: Tickets;
  signIn(name?: string): Promise<Counter>;
  /** Books people from `person(first)` on. */
  book(first: number, size?: number, slot?: string, office?: string): ReturnType<Site['antrean']['bookHold']>;
}

/** The real server with a real identity provider, on a day that has a slot yet to come. */
export const openCounterSite = async (): Promise<CounterSite> => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const provider = await openIdentityProvider({ redirectUris: [`${address}/loket`], lifetime: 3600 });
  const secrets = await testSecrets();
  const site = await openSite({ ...secrets, ...provider.settings, PORT: String(port) }, openWholeBrowser);
  const today = officeDay(new Date(), 'Asia/Jakarta');
  const slot = `${today}T23:59`;
  await site.sql`update office set reschedule_until = 'slot-start', reschedule_limit = 5`;
  await site.sql`
    insert into slot (office_id, channel, starts, minutes, capacity, releases_at)
    select office, 'online', ${slot}::timestamp, 5, 1000, '2026-01-01' from unnest(array['bandung', 'malang']) office`;
  const { TICKET_KEYS, TOKEN_SECRET } = readConfig({ ...secrets, DATABASE_URL: 'postgres://u:p@h/d' });
  const tickets = await createTickets(TICKET_KEYS, TOKEN_SECRET, () => new Date());

  const signIn = async (name = 'clerk-of-bandung'): Promise<Counter> => {
    const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'id-ID' });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (line) => {
      // The browser itself says in the console what the network does.
      if (line.type() === 'error' && !/net::ERR|Failed to load resource/.test(line.text())) faults.push(line.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`${address}/loket`);
    await page.getByRole('button', { name: words.signIn.enter, exact: true }).click();
    await page.fill('[name=login]', name);
    await page.fill('[name=password]', 'any');
    await page.click('button[type=submit]');
    await page.click('button:has-text("Continue")');
    await page.getByRole('heading', { name: words.scan.title }).waitFor();
    const verdict = async () => (await page.locator('#outcome .verdict strong').first().innerText()).trim();
    const scan = async (text: string) => {
      await page.keyboard.press('Escape');
      await page.getByText(words.scan.ready).waitFor();
      await page.locator('#scan').fill(text);
      await page.keyboard.press('Enter');
      await page.locator('#outcome .verdict:not(.ready)').waitFor();
      return await verdict();
    };
    return { page, context, faults, scan, verdict };
  };

  return {
    ...site,
    url: address,
    today,
    slot,
    tickets,
    signIn,
    book: async (first, size = 1, at = slot, office = 'bandung') => {
      const hold = await site.antrean.holdSlot({ office, service: 'new', slot: at, party: size });
      const people = Array.from({ length: size }, (_, nth) => person(first + nth));
      return await site.antrean.bookHold({ ...draft(people), office, token: hold.token });
    },
    close: async () => {
      await site.close();
      await provider.close();
    },
  };
};
