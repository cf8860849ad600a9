import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { type Booker, textOf } from './booker.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** The office's clock goes past the end of every hold. */
const endHolds = () =>
  site.sql`update booking set hold_until = now() - interval '1 second', created_at = created_at - interval '1 hour'
    where state = 'held'`;

/** A device whose clock the test can put forward, as a tab that slept. */
const onDevice = () => site.visit({ prepare: (page: Page) => page.clock.install() });

/** What a screen reader is told from now on. */
const listen = async ({ page }: Booker): Promise<string[]> => {
  const said: string[] = [];
  page.on('console', (line) => line.text().startsWith('said: ') && said.push(line.text().slice(6)));
  await page.getByRole('status').evaluateAll((regions) => {
    for (const region of regions) {
      const tell = () => region.textContent && console.log(`said: ${region.textContent}`);
      new MutationObserver(tell).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
  return said;
};

test('a hold that runs out while someone types keeps what was typed, and a new time leads straight back to it', async () => {
  const one = person(1);
  const booker = await onDevice();
  const { page, t } = booker;
  await booker.seekTime({ people: [one] });
  await booker.takeEarliest();
  const form = booker.form(1, 1);
  await form.getByLabel(t.people.name).fill(one.name);
  await form.getByLabel(t.people.nik).fill(one.nik.slice(0, 9));

  await endHolds();
  await page.clock.fastForward('10:00');
  await booker.at(t.time.heading);
  await page.getByRole('alert').filter({ hasText: t.time.expired }).waitFor();
  expect(await textOf(booker.focused())).toBe(t.time.heading);
  expect(await page.getByRole('timer').count()).toBe(0);

  await booker.takeEarliest();
  expect(await form.getByLabel(t.people.name).inputValue()).toBe(one.name);
  expect(await form.getByLabel(t.people.nik).inputValue()).toBe(one.nik.slice(0, 9));
  await booker.fillIn([one]);
  await booker.press(t.people.next);
  await booker.at(t.review.heading);

  // Once filled in, another lost time costs one tap and nothing else.
  await endHolds();
  await page.clock.fastForward('10:00');
  await booker.at(t.time.heading);
  await booker.press(t.time.take);
  await booker.at(t.review.heading);
  await booker.press(t.review.confirm);
  expect((await booker.readTicket()).queueCodes).toHaveLength(1);
  expect(booker.faults).toEqual([]);
  await booker.close();
});

test('a hold that ended without the device’s knowing is refused, and a new time leads back to the review', async () => {
  const booker = await site.visit();
  const { t } = booker;
  await booker.reachReview({ people: [person(2)] });
  await endHolds();
  await booker.press(t.review.confirm);
  await booker.at(t.time.heading);
  await booker.sees(t.time.expired);
  await booker.press(t.time.take);
  await booker.at(t.review.heading);
  await booker.press(t.review.confirm);
  await booker.readTicket();
  expect(booker.faults).toEqual([expect.stringContaining('410')]);
  await booker.close();
});

test('two minutes before the end a warning is said once, and time can be added once', async () => {
  const booker = await onDevice();
  const { page, t } = booker;
  await booker.seekTime({ people: [person(3)] });
  await booker.takeEarliest();
  const said = await listen(booker);
  const timer = page.getByRole('timer');
  expect(await textOf(timer)).toMatch(/^(10:00|9:5\d)$/);

  await page.clock.fastForward('08:05');
  await expect.poll(() => said).toEqual([t.common.holdWarning(2, true)]);
  await page.clock.fastForward('00:30');
  await page.clock.fastForward('00:30');
  await expect.poll(() => textOf(timer)).toMatch(/^0:[45]\d$/);
  expect(said).toHaveLength(1);

  await booker.press(t.common.holdExtend);
  await booker.button(t.common.holdExtend).waitFor({ state: 'detached' });
  await expect.poll(() => textOf(timer)).toMatch(/^10:[45]\d$/);
  expect(said.slice(1)).toEqual([t.common.holdExtended]);
  expect(await site.sql`select from booking where state = 'held' and extended`).toHaveLength(1);

  // The second warning must not promise what is used up.
  await page.clock.fastForward('09:00');
  await expect.poll(() => said.slice(2)).toEqual([t.common.holdWarning(2, false)]);
  expect(said[2]).not.toBe(said[0]);
  expect(booker.faults).toEqual([]);
  await booker.close();
});

test('the time that is left is the server’s, on a device with a wrong clock and behind a cache that ages', async () => {
  const hourAhead = Date.now() + 3_600_000;
  const booker = await site.visit({ prepare: (page) => page.clock.install({ time: hourAhead }) });
  const { page } = booker;
  // What a 304 gives: the body of minutes ago, with its time.
  await page.route('**/availability?*', async (route) => {
    const response = await route.fetch();
    const asOf = '2026-01-01T09:00:00+07:00';
    await route.fulfill({ response, json: { ...((await response.json()) as object), asOf } });
  });
  await booker.seekTime({ people: [person(5)] });
  await booker.takeEarliest();
  expect(await textOf(page.getByRole('timer'))).toMatch(/^(10:00|9:5\d)$/);
  await booker.close();
});

test('what was said at one step is not left over for the next', async () => {
  const booker = await site.visit();
  const { page, t } = booker;
  await booker.seekTime({ people: [person(4)] });
  const status = page.getByRole('status').last();
  expect(await textOf(status)).toContain(t.time.earliest);
  await booker.takeEarliest();
  expect(await textOf(status)).toBe('');
  await booker.close();
});
