import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { type Booker, textOf } from './booker.ts';
import { openSite, type Site } from './site.ts';
import { everythingStored, piecesOf, storedByTab } from './stored.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const held = async () => (await site.sql`select from booking where state = 'held'`).length;
const name = ({ page, t }: Booker) => page.getByLabel(t.people.name);
const nik = ({ page, t }: Booker) => page.getByLabel(t.people.nik);

const bookedEvents = async (page: Page): Promise<string[]> => {
  const heard: string[] = [];
  await page.exposeFunction('heard', (type: string) => heard.push(type));
  await page.addInitScript(() => {
    const { heard } = window as unknown as { heard: (type: string) => void };
    for (const type of ['antrean-booked', 'antrean-held']) document.addEventListener(type, () => heard(type));
  });
  return heard;
};

test('a page reloaded at every step goes on where it was, and only the NIK is typed again', async () => {
  const one = person(1);
  let heard: string[] = [];
  const booker = await site.visit({
    prepare: async (page) => {
      heard = await bookedEvents(page);
    },
  });
  const { page, t } = booker;
  await booker.at(t.office.heading);
  expect(await storedByTab(page)).toEqual({});
  await booker.press(/Kantor Imigrasi Bandung/);
  await booker.at(t.service.heading);

  // What keeps it comes with the module that is loaded ahead; until then there is nothing but an office to choose again.
  await expect.poll(() => storedByTab(page)).not.toEqual({});
  await page.reload();
  await booker.at(t.service.heading);
  await booker.sees('Kantor Imigrasi Bandung');
  await page.getByRole('radio', { name: t.service.newHelp }).check();
  await booker.press(t.service.more);

  // What is marked and not yet sent comes back as well.
  await page.reload();
  await page.getByRole('radio', { name: t.service.newHelp, checked: true }).waitFor();
  await booker.sees(t.common.people(2));
  await booker.press(t.service.fewer);
  await booker.press(t.service.next);
  await booker.at(t.time.heading);

  await page.reload();
  await booker.at(t.time.heading);
  await booker.press(t.time.other);
  await booker.otherDay();
  const hours = page.getByRole('heading', { name: new RegExp(`^${t.time.hoursOf('')}`) });
  const day = await textOf(hours);

  await page.reload();
  await expect.poll(() => textOf(hours)).toBe(day);
  await page.getByRole('listitem').getByRole('button').first().click();
  await booker.at(t.people.heading);
  const before = await held();
  await name(booker).fill(one.name);
  await nik(booker).fill(one.nik);
  await booker.fillDate(booker.form(1, 1), one.birthOn);
  await page.getByLabel(t.people.phone).fill('0812 0000 0001');
  const left = await textOf(page.getByRole('timer'));

  await page.reload();
  await booker.at(t.people.heading);
  await page.getByRole('alert').filter({ hasText: t.people.restored }).waitFor();
  expect(await name(booker).inputValue()).toBe(one.name);
  expect(await page.getByLabel(t.people.year, { exact: true }).inputValue()).toBe(one.birthOn.slice(0, 4));
  expect(await page.getByLabel(t.people.phone).inputValue()).toBe('0812 0000 0001');
  expect(await nik(booker).inputValue()).toBe('');
  await booker.sees(t.people.nikAgain);
  expect(await held()).toBe(before);
  expect((await textOf(page.getByRole('timer'))) <= left).toBe(true);
  await nik(booker).fill(one.nik);
  await booker.press(t.people.next);
  await booker.at(t.review.heading);

  await page.reload();
  await booker.at(t.people.heading);
  expect(await name(booker).inputValue()).toBe(one.name);
  await nik(booker).fill(one.nik);
  await booker.press(t.people.next);
  await booker.press(t.review.confirm);
  const ticket = await booker.readTicket();
  expect(heard).toEqual(['antrean-held', 'antrean-booked']);

  await page.reload();
  expect(await booker.readTicket()).toEqual(ticket);
  await booker.sees(t.ticket.masked);
  expect(await page.getByText(one.name).count()).toBe(0);
  expect(heard).toEqual(['antrean-held', 'antrean-booked']);
  await booker.press(t.manage.open);
  await booker.at(t.manage.lookupHeading);
  expect(await page.getByLabel(t.manage.code).inputValue()).toBe(ticket.code);

  await page.reload();
  await booker.at(t.manage.lookupHeading);
  await booker.fillLookUp(ticket.code, one);
  await booker.press(t.manage.find);
  await booker.at(t.manage.heading);
  await booker.press(t.manage.cancel);
  await booker.press(t.manage.yes);
  await booker.sees(t.manage.cancelled);
  expect(await storedByTab(page)).toEqual({});
  expect(booker.faults).toEqual([]);
  await booker.close();
});

test('no digit of a NIK is ever kept, not even of one typed into the wrong field', async () => {
  const people = [person(20), person(21, { relation: 'spouse' })];
  const booker = await site.visit();
  const { page, t } = booker;
  await booker.seekTime({ people });
  await booker.takeEarliest();
  const keepsNone = async () => {
    const stored = await everythingStored(page);
    for (const one of people) for (const piece of piecesOf(one.nik)) expect(stored).not.toContain(piece);
    return stored;
  };
  await nik(booker)
    .first()
    .fill(people[0]?.nik.slice(0, 9) ?? '');
  await keepsNone();
  await booker.fillIn(people);
  expect(await keepsNone()).toContain(people[1]?.name);
  await name(booker)
    .first()
    .fill(people[0]?.nik ?? '');
  await page.getByLabel(t.people.phone).fill(people[1]?.nik.replace(/(.{4})/g, '$1 ') ?? '');
  await page.getByLabel(t.people.email).fill(`${people[0]?.nik}@contoh.id`);
  await keepsNone();
  await booker.fillIn(people);
  await page.getByLabel(t.people.email).fill('');
  await booker.press(t.people.next);
  await booker.at(t.review.heading);
  await keepsNone();
  await booker.press(t.review.confirm);
  await booker.readTicket();
  const stored = await keepsNone();
  for (const typed of [people[0]?.name, people[1]?.name, '0812 0000 0001']) expect(stored).not.toContain(typed);
  await booker.press(t.manage.open);
  await page
    .getByText(`••${people[0]?.nik.slice(-4)}`)
    .first()
    .waitFor();
  await keepsNone();
  await booker.close();
});

test('two tags for one office on one page keep a draft each', async () => {
  const tag = /<paspor-antrean[\s\S]*<\/paspor-antrean>/;
  const one = '<paspor-antrean office="bandung"></paspor-antrean>';
  const booker = await site.visit({ serve: ({ html }) => ({ html: html.replace(tag, one + one) }) });
  const { page, t } = booker;
  const both = [page.locator('paspor-antrean').first(), page.locator('paspor-antrean').last()] as const;
  for (const [at, element] of both.entries()) {
    await element.getByRole('radio', { name: at ? t.service.renewalHelp : t.service.newHelp }).check();
    await element.getByRole('button', { name: t.service.next }).click();
    await element.getByRole('button', { name: t.time.take }).click();
    await element.getByLabel(t.people.name).fill(person(70 + at).name);
  }
  await page.reload();
  for (const [at, element] of both.entries())
    await expect.poll(() => element.getByLabel(t.people.name).inputValue()).toBe(person(70 + at).name);
  // Moved and moved back, each keeps what is its own.
  await both[0].evaluate((element) => element.parentElement?.append(element));
  await both[0].getByLabel(t.people.phone).fill('0812 0000 0071');
  expect(Object.values(await storedByTab(page)).filter((text) => text.includes('0812 0000 0071'))).toHaveLength(1);
  expect(Object.keys(await storedByTab(page))).toHaveLength(2);
  expect(booker.faults).toEqual([]);
  await booker.close();
});

test('what other scripts wrote over the draft counts as nothing', async () => {
  const booker = await site.visit();
  const { page, t } = booker;
  await booker.seekTime({ people: [person(80)] });
  const [[key, text] = ['', '']] = Object.entries(await storedByTab(page));
  const kept = JSON.parse(text);
  const others = [
    '',
    '{',
    'null',
    '[]',
    '{"version":1}',
    JSON.stringify({ ...kept, version: 2 }),
    JSON.stringify({ ...kept, draft: { ...kept.draft, people: [null] } }),
    JSON.stringify({ ...kept, draft: { ...kept.draft, people: [] } }),
    JSON.stringify({ ...kept, service: 'free' }),
    JSON.stringify({ ...kept, office: '../..' }),
    JSON.stringify({ ...kept, day: 'tomorrow' }),
    JSON.stringify({ ...kept, at: kept.at + 3_600_000 }),
  ];
  for (const other of others) {
    await page.evaluate(([key, other]) => sessionStorage.setItem(key ?? '', other ?? ''), [key, other]);
    await page.reload();
    await booker.at(t.office.heading);
    await expect.poll(async () => ({ other, stored: await storedByTab(page) })).toEqual({ other, stored: {} });
  }
  // Well made, and leading nowhere.
  const gone = { ...kept, office: 'nowhere' };
  await page.evaluate(([key, other]) => sessionStorage.setItem(key ?? '', other ?? ''), [key, JSON.stringify(gone)]);
  await page.reload();
  await booker.at(t.office.heading);
  const lost = { ...kept, step: 'people', hold: { id: 'AZq1m3x8fUqL0pWn2Vb7Hg', token: 'none' } };
  await page.evaluate(([key, other]) => sessionStorage.setItem(key ?? '', other ?? ''), [key, JSON.stringify(lost)]);
  await page.reload();
  await booker.at(t.time.heading);
  await booker.sees(t.time.expired);
  await booker.close();
});
