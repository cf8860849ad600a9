import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { addDays, addMonths } from '../../packages/widget/src/days.ts';
import type { Booker } from './booker.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
let booker: Booker;
beforeAll(async () => {
  site = await openSite();
  booker = await site.visit({ viewport: { width: 1280, height: 900 } });
});
afterAll(() => site.close());

const press = (key: string) => booker.page.keyboard.press(key);
const hasFocus = (target: Locator) => target.evaluate((element) => element.matches(':focus'));
const focusOn = (target: Locator) => expect.poll(() => hasFocus(target)).toBe(true);
const heading = (name: string) => booker.page.getByRole('heading', { name, exact: true });

/** Tab, and nothing but Tab, until the target has focus. */
const tabTo = async (target: Locator) => {
  for (let presses = 0; presses < 40; presses++) {
    await press('Tab');
    if (await hasFocus(target)) return;
  }
  throw new Error(`Tab never reaches ${target}`);
};

test('one person books another day with the keys alone, and always knows where the focus is', async () => {
  const { page, t } = booker;
  const one = person(1);
  const [year = '', month = '', day = ''] = one.birthOn.split('-');

  await booker.at(t.office.heading);
  await press('Tab');
  await focusOn(page.getByRole('link', { name: 'Langsung ke antrean paspor' }));
  await press('Enter');
  await tabTo(booker.button(/Kantor Imigrasi Bandung/));
  await press('Enter');

  await focusOn(heading(t.service.heading));
  await tabTo(booker.button(t.service.next));
  await press('Enter');
  await focusOn(page.getByRole('heading', { name: t.common.errorTitle }).locator('../..'));
  await press('Tab');
  await focusOn(page.getByRole('link', { name: t.service.chooseService }));
  await press('Enter');
  const radio = page.getByRole('radio', { name: t.service.newHelp });
  await focusOn(radio);
  await press('Space');
  expect(await radio.isChecked()).toBe(true);
  await tabTo(booker.button(t.service.next));
  await press('Enter');

  await focusOn(heading(t.time.heading));
  await heading(t.time.earliest).waitFor();
  await tabTo(booker.button(t.time.other));
  await press('Enter');
  const { days, earliest } = await site.antrean.readAvailability({ office: 'bandung', service: 'new', days: 60 });
  const on = await walkTheCalendar(days, earliest?.slot.slice(0, 10) ?? '');
  await press('Enter');
  await focusOn(heading(t.time.hoursOf(t.format.day(on))));
  await press('Tab');
  await focusOn(page.getByRole('listitem').getByRole('button').first());
  await press('Enter');

  await focusOn(heading(t.people.heading));
  await tabTo(booker.button(t.people.next));
  await press('Space');
  await focusOn(page.getByRole('heading', { name: t.common.errorTitle }).locator('../..'));
  for (const [text, field] of [
    [t.people.fault('name', 'REQUIRED', 0), t.people.name],
    [t.people.fault('nik', 'REQUIRED', 0), t.people.nik],
    [t.people.fault('birthOn', 'REQUIRED', 0), t.people.day],
    [t.people.fault('phone', 'REQUIRED', 0), t.people.phone],
  ] as const) {
    await page.getByRole('link', { name: text }).focus();
    await press('Enter');
    await focusOn(page.getByRole('textbox', { name: field, exact: true }));
  }
  await page.getByRole('link', { name: t.people.fault('name', 'REQUIRED', 0) }).focus();
  await press('Enter');
  for (const value of [one.name, one.nik, day, month, year]) {
    await page.keyboard.type(value);
    await press('Tab');
  }
  await focusOn(page.getByLabel(t.people.relation));
  await press('Tab');
  await focusOn(page.getByLabel(t.people.passport));
  await press('ArrowDown');
  await press('Tab');
  await page.keyboard.type('081200000001');
  await press('Enter');

  await focusOn(heading(t.review.heading));
  await booker.sees(t.people.passports['regular-5']);
  await tabTo(booker.button(t.review.confirm));
  await press('Enter');
  await focusOn(heading(t.ticket.heading));
  await booker.sees(t.format.day(on));
  expect(booker.faults).toEqual([]);
});

/** Every key of the grid, each with what it says of the day it reaches; ends on the second free day. */
const walkTheCalendar = async (days: readonly { on: string; status: string }[], first: string): Promise<string> => {
  const { page, t } = booker;
  const last = days.at(-1)?.on ?? '';
  // By its beginning: a day that opens later says on which other day it does.
  const cell = (on: string) =>
    page.getByRole('gridcell', { name: new RegExp(`^${t.format.day(on)}`) }).getByRole('button');
  const reaches = async (on: string) => focusOn(cell(on));
  await tabTo(cell(first));
  const [month = ''] = [addMonths(first, 1), last].sort();
  await press('PageDown');
  await reaches(month);
  await page.getByRole('grid', { name: t.format.month(month) }).waitFor();
  await press('PageUp');
  const [, back = ''] = [addMonths(month, -1), days[0]?.on ?? ''].sort();
  await reaches(back);
  await press('ArrowDown');
  await press('ArrowDown');
  await press('ArrowUp');
  await reaches(addDays(back, 7));
  await press('Home');
  await press('End');
  const sunday = addDays(back, 7 + ((7 - new Date(`${back}T00:00Z`).getUTCDay()) % 7));
  await reaches(sunday);
  const free = days.filter(({ on, status }) => on > sunday && status === 'open')[1]?.on ?? '';
  for (let on = sunday; on < free; on = addDays(on, 1)) await press('ArrowRight');
  await press('ArrowRight');
  await press('ArrowLeft');
  await reaches(free);
  return free;
};
