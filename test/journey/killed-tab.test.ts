import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { Booker } from './booker.ts';
import { openSite, type Site } from './site.ts';
import { storedByTab } from './stored.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const booked = () => site.sql`select code from booking where state = 'booked' order by booked_at`;
const name = ({ page, t }: Booker) => page.getByLabel(t.people.name);
const nik = ({ page, t }: Booker) => page.getByLabel(t.people.nik);

/** The browser killed the tab and opens it again: another page, with what belongs to the tab. */
const killedAndRestored = async ({ page, t, faults }: Booker): Promise<Booker> => {
  const kept = await storedByTab(page);
  const context = page.context();
  const url = page.url();
  await page.close();
  const restored = await context.newPage();
  await restored.addInitScript((entries) => {
    if (sessionStorage.length === 0) for (const [key, value] of entries) sessionStorage.setItem(key, value);
  }, Object.entries(kept));
  await restored.goto(url);
  return new Booker(restored, t, faults);
};

describe('a killed tab', () => {
  test('whose hold ran out keeps what was typed, and a new time leads back to it', async () => {
    const one = person(30);
    const before = await site.visit();
    await before.seekTime({ people: [one] });
    await before.takeEarliest();
    await name(before).fill(one.name);
    await site.sql`update booking set hold_until = now() - interval '1 second', created_at = created_at - interval '1 hour'
      where state = 'held'`;
    const booker = await killedAndRestored(before);
    const { page, t } = booker;
    await booker.at(t.time.heading);
    await page.getByRole('alert').filter({ hasText: t.time.expired }).waitFor();
    await booker.takeEarliest();
    expect(await name(booker).inputValue()).toBe(one.name);
    await booker.sees(t.people.restored);
    await booker.close();
  });

  test('whose booking got no answer finds the ticket, and there is one booking', async () => {
    const before = await site.visit();
    await before.reachReview({ people: [person(31)] });
    const count = (await booked()).length;
    // The server books, and nothing comes back.
    await before.page.route('**/v1/offices/*/bookings', async (route) => void (await route.fetch()));
    await before.press(before.t.review.confirm);
    await expect.poll(async () => (await booked()).length).toBe(count + 1);
    const booker = await killedAndRestored(before);
    const { code } = await booker.readTicket();
    expect((await booked()).slice(count)).toEqual([{ code }]);
    await booker.close();
  });

  test('whose booking never arrived is told that nothing was booked, and books once', async () => {
    const one = person(32);
    const before = await site.visit();
    await before.reachReview({ people: [one] });
    const count = (await booked()).length;
    await before.page.route('**/v1/offices/*/bookings', (route) => route.abort('connectionrefused'));
    await before.press(before.t.review.confirm);
    await before.sees(before.t.review.confirming);
    const booker = await killedAndRestored(before);
    const { t } = booker;
    await booker.sees(t.people.restored);
    expect((await booked()).length).toBe(count);
    await nik(booker).fill(one.nik);
    await booker.press(t.people.next);
    await booker.press(t.review.confirm);
    await booker.readTicket();
    expect((await booked()).length).toBe(count + 1);
    await booker.close();
  });

  test('restored while offline says what is known of a booking on its way, and goes on once the network is back', async () => {
    const before = await site.visit();
    await before.reachReview({ people: [person(33)] });
    await before.page.route('**/v1/offices/*/bookings', async (route) => void (await route.fetch()));
    await before.press(before.t.review.confirm);
    await before.sees(before.t.review.confirming);
    const context = before.page.context();
    await context.route('**/v1/**/holds/*', (route) => route.abort('internetdisconnected'));
    const booker = await killedAndRestored(before);
    const { page, t } = booker;
    await page.getByRole('alert').filter({ hasText: t.review.unsure }).waitFor();
    expect(await page.getByText(t.common.nothingYet).count()).toBe(0);
    await context.unroute('**/v1/**/holds/*');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await booker.readTicket();
    await booker.close();
  });
});

test('one tab opened twice, with the same hold in both, makes one booking', async () => {
  const one = person(40);
  const booker = await site.visit();
  const { page, t, faults } = booker;
  await booker.reachReview({ people: [one] });
  const kept = Object.entries(await storedByTab(page));
  const twin = new Booker(await page.context().newPage(), t, faults);
  await twin.page.addInitScript((entries) => {
    for (const [key, value] of entries) sessionStorage.setItem(key, value);
  }, kept);
  await twin.page.goto(page.url());
  await twin.at(t.people.heading);
  const count = (await booked()).length;
  await booker.press(t.review.confirm);
  const ticket = await booker.readTicket();
  await nik(twin).fill(person(41).nik);
  await twin.press(t.people.next);
  await twin.press(t.review.confirm);
  expect(await twin.readTicket()).toEqual(ticket);
  expect((await booked()).length).toBe(count + 1);
  await booker.close();
});
