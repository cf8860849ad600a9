import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import type { Booker } from './booker.ts';
import { may2026 } from './may-2026.ts';
import { openSite, type Site } from './site.ts';
import { Wire } from './wire.ts';

let site: Site;
let booker: Booker;
let code = 'not booked yet';
const one = person(1);
beforeAll(async () => {
  site = await openSite();
  booker = await site.visit();
});
afterAll(() => site.close());

/** What is another on each day that the tests run, or for each booking. */
const changing = (): [RegExp | string, string][] => [
  [/(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu), \d+ \p{L}+ \d{4}/gu, '‹hari›'],
  [/(?:Sen|Sel|Rab|Kam|Jum|Sab|Min), \d+ \p{L}+/gu, '‹hari›'],
  [/(?<=‹hari›, )\d\d\.\d\d(?:–\d\d\.\d\d)? WIB|\d\d\.\d\d–\d\d\.\d\d WIB/g, '‹jam›'],
  [/(?<=strong: A)\d\d-/g, '‹jam›-'],
  [/(?<=timer: )\S+/g, '‹sisa waktu›'],
  [`${code.slice(0, 4)} ${code.slice(4)}`, '‹kode›'],
  [site.url, '‹layanan›'],
];

/**
 * Roles, names and order, as a screen reader meets them in the element, held in a file for each step: a change in what
 * is spoken is seen in the review of that change. `npx vitest run … -u` writes them anew.
 */
const isSpoken = async (step: string, marks = changing()): Promise<void> => {
  const tree = await booker.page.locator('paspor-antrean').ariaSnapshot();
  const still = marks.reduce((text, [what, mark]) => text.replaceAll(what, mark), tree);
  await expect(`${still}\n`).toMatchFileSnapshot(`spoken/${step}.aria`);
};

test('of the office, the service and the time with its calendar', async () => {
  const { page, t } = booker;
  await booker.at(t.office.heading);
  await isSpoken('office');
  await booker.press(/Kantor Imigrasi Bandung/);
  await booker.at(t.service.heading);
  await booker.press(t.service.next);
  await page.getByRole('alert').waitFor();
  await isSpoken('service-with-a-fault');
  await page.getByRole('radio', { name: t.service.newHelp }).check();
  await isSpoken('service');

  await new Wire(page).changeNext('availability', may2026);
  await booker.press(t.service.next);
  await page.getByRole('heading', { name: t.time.earliest }).waitFor();
  await isSpoken('time', []);
  await booker.press(t.time.other);
  await isSpoken('time-with-calendar', []);
});

test('of the people with their faults, the review and the ticket', async () => {
  const { page, t } = booker;
  await booker.press(t.common.change);
  await booker.press(t.service.next);
  await booker.takeEarliest();
  await isSpoken('people');
  await booker.press(t.people.next);
  await page.getByRole('alert').waitFor();
  await isSpoken('people-with-faults');
  await booker.fillIn([one]);
  await booker.press(t.people.next);
  await booker.at(t.review.heading);
  await isSpoken('review');
  await booker.press(t.review.confirm);
  ({ code } = await booker.readTicket());
  await isSpoken('ticket');
});

test('of the look-up and the found booking', async () => {
  const { t } = booker;
  await booker.close();
  booker = await site.visit();
  await booker.at(t.office.heading);
  await booker.press(t.manage.open);
  await booker.at(t.manage.lookupHeading);
  await isSpoken('lookup');
  await booker.fillLookUp(code, one);
  await booker.press(t.manage.find);
  await booker.at(t.manage.heading);
  await isSpoken('manage');
  await booker.press(t.manage.cancel);
  await booker.sees(t.manage.ask);
  await isSpoken('manage-asking');
});
