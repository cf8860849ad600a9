import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasRoom, whyNot } from '../../packages/widget/src/parts/day-words.ts';
import { openAxe } from './axe.ts';
import { type Booker, textOf } from './booker.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
let booker: Booker;
beforeAll(async () => {
  site = await openSite();
  booker = await site.visit();
});
afterAll(() => site.close());

const hasFocus = (target: Locator) => target.evaluate((element) => element.matches(':focus'));

const tabTo = async (target: Locator, key = 'Tab') => {
  for (let presses = 0; presses < 60; presses++) {
    await booker.page.keyboard.press(key);
    if (await hasFocus(target)) return;
  }
  throw new Error(`${key} never reaches ${target}`);
};

/** The line of a day with room. */
const lineOf = (day: string) =>
  booker.page
    .locator('summary')
    .filter({ has: booker.page.getByRole('heading', { level: 4, name: day, exact: true }) });

test('with the keys alone the list tells all that the calendar does, and a time is taken from it', async () => {
  const { page, t } = booker;
  const seek = { office: 'bandung', service: 'new' } as const;
  await booker.seekTime({ people: [] });
  const { days, nextReleaseAt } = await site.antrean.readAvailability({ ...seek, days: 60 });
  await tabTo(booker.button(t.time.other));
  await page.keyboard.press('Enter');
  const list = booker.button(t.time.asList);
  await tabTo(list);
  expect(
    await page.getByRole('group', { name: t.time.showAs }).getByRole('button', { pressed: true }).innerText(),
  ).toBe(t.time.asCalendar);
  await page.keyboard.press('Enter');
  await page.getByRole('grid').waitFor({ state: 'detached' });
  expect(await hasFocus(list)).toBe(true);
  expect(await list.getAttribute('aria-pressed')).toBe('true');
  expect(await (await openAxe(page))()).toEqual([]);

  const months = [...new Set(days.map(({ on }) => on.slice(0, 7)))];
  for (const month of months) {
    await page.getByRole('heading', { level: 3, name: t.format.month(month), exact: true }).waitFor();
    const text = (await textOf(page.locator('paspor-antrean [part=antrean]'))).replace(/\s+/g, ' ');
    for (const day of days.filter(({ on }) => on.startsWith(month))) {
      if (hasRoom(day, 1)) {
        const line = lineOf(t.format.day(day.on));
        expect(await line.innerText()).toContain(t.time.left(day.remaining));
        await line.press('Enter');
        // One day is open at a time, and keeps the focus; its hours are the only ones that are read.
        await page.locator('details[open]').filter({ has: line }).waitFor();
        expect(await page.locator('details[open]').count()).toBe(1);
        expect(await hasFocus(line)).toBe(true);
        for (const slot of day.slots) {
          const words = slot.remaining ? t.time.left(slot.remaining) : t.time.full;
          const name = `${t.format.hours(slot)} ${words}`;
          expect({ name, shown: await booker.button(name).count() }).toEqual({ name, shown: 1 });
        }
      } else expect(text).toContain(whyNot(day, t));
    }
    expect(text).toContain(nextReleaseAt && t.time.opens(t.format.day(nextReleaseAt), t.format.time(nextReleaseAt)));
    if (month === months.at(-1)) break;
    await tabTo(booker.button(t.time.nextMonth), 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await hasFocus(booker.button(t.time.nextMonth))).toBe(true);
  }
  // Days that cannot be taken are headings too, alone or with their neighbours.
  const weekend = days.find(
    ({ status, reason, on }) => reason === 'weekend' && status === 'closed' && on.startsWith(months.at(-1) ?? ''),
  );
  if (weekend)
    await page
      .getByRole('heading', { level: 4, name: t.format.day(weekend.on) })
      .first()
      .waitFor();

  await tabTo(booker.button(t.time.previousMonth), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const free = days.find((day) => day.on.startsWith(months.at(-2) ?? '') && hasRoom(day, 1));
  const slot = free?.slots.find(({ remaining }) => remaining > 0);
  if (!free || !slot) throw new Error('No free day in the month before the last.');
  const line = lineOf(t.format.day(free.on));
  await tabTo(line);
  await page.keyboard.press('Space');
  await page.locator('details[open]').filter({ has: line }).waitFor();
  await tabTo(booker.button(`${t.format.hours(slot)} ${t.time.left(slot.remaining)}`));
  await page.keyboard.press('Enter');
  await booker.at(t.people.heading);
  await booker.sees(t.format.brief(slot.slot));

  // The choice lasts, and so does the open day, when the page is loaded anew.
  await booker.press(t.common.back);
  await booker.at(t.time.heading);
  await booker.press(t.time.other);
  await page.getByRole('heading', { level: 4 }).first().waitFor();
  expect(await page.getByRole('grid').count()).toBe(0);
  for (let turns = months.length - 2; turns > 0; turns--) await booker.press(t.time.nextMonth);
  await line.press('Enter');
  await page.reload();
  await page.locator('details[open]').filter({ has: line }).waitFor();
  expect(await page.getByRole('grid').count()).toBe(0);
  await line.press('Enter');
  await page.locator('details[open]').waitFor({ state: 'detached' });
  expect(booker.faults).toEqual([]);
  await booker.close();
});
