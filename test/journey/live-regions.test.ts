import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { textOf } from './booker.ts';
import { listen } from './heard.ts';
import { may2026 } from './may-2026.ts';
import { openSite, type Site } from './site.ts';
import { Wire } from './wire.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test('on the way to a ticket each thing is said once, and each step begins at its heading', async () => {
  const booker = await site.visit();
  const { page, t } = booker;
  const one = person(1);
  await booker.at(t.office.heading);
  const heard = await listen(booker);
  /** What was said since the last time that this was asked, and nothing twice. */
  const hears = async (...said: string[]) => {
    await expect.poll(() => heard.length).toBeGreaterThanOrEqual(said.length);
    // Time for a second time.
    await page.waitForTimeout(300);
    expect(heard.splice(0)).toEqual(said);
  };
  const begins = async (heading: string) => {
    await booker.at(heading);
    await expect.poll(() => textOf(booker.focused())).toBe(heading);
  };
  const summary = (...texts: string[]) => [t.common.errorTitle, ...texts].join(' ');

  await booker.press(/Kantor Imigrasi Bandung/);
  await begins(t.service.heading);
  await hears();
  await booker.press(t.service.more);
  await hears(t.common.people(2));
  await booker.press(t.service.fewer);
  await hears(t.common.people(1));
  await booker.press(t.service.next);
  await hears(summary(t.service.chooseService));
  await page.getByRole('radio', { name: t.service.newHelp }).check();

  await new Wire(page).changeNext('availability', may2026);
  await booker.press(t.service.next);
  await begins(t.time.heading);
  await hears(`${t.time.earliest}: ${t.format.day('2026-05-04')}, 08.00–09.00 WIB`);
  await booker.press(t.time.other);
  await hears();
  await booker.press(t.time.nextMonth);
  await hears(t.format.month('2026-06'));
  await page.locator('[data-on="2026-06-01"]').focus();
  await page.keyboard.press('ArrowRight');
  await hears();
  await page.keyboard.press('PageUp');
  await hears(t.format.month('2026-05'));

  // From here on the places must be the server's own.
  await booker.press(t.common.change);
  await begins(t.service.heading);
  await booker.press(t.service.next);
  await begins(t.time.heading);
  await expect.poll(() => heard.splice(0)).toEqual([expect.stringContaining(t.time.earliest)]);
  await booker.press(t.time.take);
  await begins(t.people.heading);
  await hears();
  await booker.press(t.people.next);
  await hears(
    summary(...(['name', 'nik', 'birthOn', 'phone'] as const).map((field) => t.people.fault(field, 'REQUIRED', 0))),
  );
  await booker.press(t.common.holdExtend);
  await hears(t.common.holdExtended);
  await booker.fillIn([one]);
  await booker.press(t.people.next);
  await begins(t.review.heading);
  await hears();
  await booker.press(t.review.confirm);
  await begins(t.ticket.heading);
  await hears();
  expect(booker.faults).toEqual([]);
});
