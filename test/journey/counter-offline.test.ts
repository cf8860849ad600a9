import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { id as words } from '../../packages/counter/src/i18n/id.ts';
import { type Counter, type CounterSite, openCounterSite } from './counter-site.ts';

let site: CounterSite;
beforeAll(async () => {
  site = await openCounterSite();
});
afterAll(() => site?.close());

const { verdicts, holder } = words;
const at = { office: 'bandung' } as const;

const unsent = (counter: Counter, count: number) =>
  counter.page.getByText(count > 0 ? words.status.unsent(count) : words.status.allSent, { exact: true }).waitFor();

const card = async (counter: Counter, nik: string) => {
  await counter.page.locator('#nik').fill(nik);
  await counter.page.keyboard.press('Enter');
};

const arrive = async ({ page }: Counter) => {
  await page.locator('#arrive').click();
  await page.locator('#outcome').getByText(words.arrival.done, { exact: true }).waitFor();
};

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);

test('a booking made in the widget is checked from a picture, without a network, and counts once', {
  timeout: 120_000,
}, async () => {
  // Booked on a phone; the ticket's QR as a picture.
  const booker = await site.visit();
  const t = booker.t;
  await booker.at(t.office.heading);
  await booker.press(/Kantor Imigrasi Bandung/);
  await booker.at(t.service.heading);
  await booker.page.getByRole('radio', { name: t.service.newHelp }).check();
  await booker.press(t.service.next);
  await booker.takeEarliest();
  await booker.fillIn([person(1)]);
  await booker.press(t.people.next);
  await booker.at(t.review.heading);
  await booker.press(t.review.confirm);
  const ticket = await booker.readTicket();
  const picture = await booker.page.getByRole('img', { name: /QR/i }).first().screenshot();
  await booker.close();

  const family = await site.book(10, 3);
  const cancelled = await site.book(20);
  await site.antrean.cancelBooking({ ...at, id: cancelled.id, token: cancelled.manageToken ?? '' });
  const moved = await site.book(21);
  const to = (await site.antrean.readAvailability({ ...at, service: 'new' })).days
    .flatMap(({ slots }) => slots)
    .find(({ slot, remaining }) => slot > `${nextDay(site.today)}T` && remaining > 0)?.slot as string;
  await site.antrean.moveBooking({ ...at, id: moved.id, token: moved.manageToken ?? '', slot: to });
  const elsewhere = await site.book(22, 1, site.slot, 'malang');
  const tomorrow = await site.book(23, 1, to);
  const office = await site.antrean.readOffice(at);
  const start = Math.floor(Date.parse(`${site.today}T09:00:00+07:00`) / 60_000) - 1440;
  const yesterday = await site.tickets.signBooking({
    sub: family.id,
    office: office.number,
    startMinute: start,
    expires: start * 60 + 86_400 * 30,
    version: 1,
    holders: undefined,
  });

  const [one, two] = await Promise.all([site.signIn(), site.signIn()]);
  await one.page
    .getByText(family.applicants[0]?.queueCode ?? '')
    .first()
    .waitFor();
  await two.page
    .getByText(family.applicants[0]?.queueCode ?? '')
    .first()
    .waitFor();
  await one.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const late = await site.book(30);

  // The network goes, and the page is even loaded again.
  await one.context.setOffline(true);
  await two.context.setOffline(true);
  await one.page.reload();
  await one.page.getByRole('heading', { name: words.scan.title }).waitFor();

  await one.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ticket.png', mimeType: 'image/png', buffer: picture });
  await one.page.locator('#outcome .verdict:not(.ready)').waitFor();
  expect(await one.verdict()).toBe(verdicts.welcome.title);
  expect(await one.page.locator('#outcome .large').allInnerTexts()).toEqual(ticket.queueCodes);
  await card(one, person(99).nik);
  await one.page.getByText(holder.nobody, { exact: true }).waitFor();
  await card(one, person(1).nik);
  await one.page.getByText(holder.fits, { exact: true }).first().waitFor();
  await arrive(one);
  await unsent(one, 1);

  expect(await one.scan(family.code)).toBe(verdicts.welcome.title);
  await card(one, person(11).nik);
  await one.page.getByText(holder.fits, { exact: true }).first().waitFor();
  await one.page.getByRole('checkbox', { name: family.applicants[2]?.queueCode ?? '' }).uncheck();
  await arrive(one);

  expect(await one.scan(late.token)).toBe(verdicts.welcome.title);
  await one.page.getByText(words.verdict.unlisted).waitFor();
  await card(one, person(31).nik);
  await one.page.getByText(holder.nobody, { exact: true }).waitFor();
  await card(one, person(30).nik);
  await arrive(one);
  await unsent(one, 3);

  const forged = `${family.token.slice(0, -2)}${family.token.at(-2) === 'A' ? 'Q' : 'A'}${family.token.at(-1)}`;
  for (const [text, verdict] of [
    [forged, verdicts.forged],
    [elsewhere.token, verdicts['other-office']],
    [yesterday, verdicts['other-day']],
    [tomorrow.token, verdicts['other-day']],
    [cancelled.token, verdicts.cancelled],
    [moved.token, verdicts.moved],
    [cancelled.manageToken ?? '', verdicts.malformed],
    ['ZZZZZZZZ', verdicts.unreadable],
    [family.applicants[0]?.queueCode ?? '', verdicts.welcome],
  ] as const) {
    expect([text.slice(0, 20), await one.scan(text)]).toEqual([text.slice(0, 20), verdict.title]);
  }

  // The other device sees the same people a moment later.
  expect(await two.scan(family.token)).toBe(verdicts.welcome.title);
  await arrive(two);
  expect(await two.scan(ticket.queueCodes[0] ?? '')).toBe(verdicts.welcome.title);
  await arrive(two);
  await unsent(two, 2);

  await one.context.setOffline(false);
  await unsent(one, 0);
  await two.context.setOffline(false);
  await unsent(two, 0);
  const arrivals = await site.sql`select device, sequence, refusal from arrival`;
  expect(arrivals).toHaveLength(5);
  expect(arrivals.filter(({ refusal }) => refusal !== null)).toEqual([]);
  const people = await site.sql`
    select a.status, a.arrived_device from applicant a where a.booking_id in (select booking_id from arrival) order by a.status`;
  expect(people.map(({ status }) => status)).toEqual(['arrived', 'arrived', 'arrived', 'arrived', 'arrived']);
  const devices = new Set(arrivals.map(({ device }) => device));
  expect(devices.size).toBe(2);

  // What the second device recorded of those whom the first had seen is shown to be second.
  const asSecond = await site.sql`
    select count(*)::int as count from arrival r join applicant a on a.booking_id = r.booking_id and a.position = any(r.positions)
    where r.device <> a.arrived_device`;
  expect(asSecond[0]?.count).toBe(3);
  await two.page.getByRole('heading', { name: words.clashes.title(1) }).waitFor();
  await two.page.getByText(words.clashes.conflict).waitFor();
  expect([...one.faults, ...two.faults]).toEqual([]);

  // Nothing that can be read is left.
  await one.page.getByRole('button', { name: words.status.signOut }).click();
  await one.page.getByRole('heading', { name: words.signIn.title }).waitFor();
  const left = await one.page.evaluate(async () => {
    const found: unknown[] = [location.href, { ...localStorage }, { ...sessionStorage }];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) found.push(request.url);
    }
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      for (const store of database.objectStoreNames) {
        const entries = await new Promise<unknown[]>((resolve) => {
          const asked = database.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => resolve(asked.result);
        });
        const keys = await new Promise<unknown[]>((resolve) => {
          const asked = database.transaction(store).objectStore(store).getAllKeys();
          asked.onsuccess = () => resolve(asked.result);
        });
        found.push([
          name,
          store,
          keys,
          entries.map((entry) => (typeof entry === 'object' ? Object.entries(entry as object) : entry)),
        ]);
      }
      database.close();
    }
    return JSON.stringify(found);
  });
  for (const secret of [family.code, family.id, family.token, person(1).nik, 'eyJ', 'A2359-', 'clerk-of-bandung']) {
    expect(left).not.toContain(secret);
  }
  await Promise.all([one.context.close(), two.context.close()]);
});
