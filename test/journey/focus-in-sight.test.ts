import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import type { Booker } from './booker.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** What has the focus, how far it reaches under the bar of the hold, and where it begins on the screen. */
const focusOf = ({ page }: Booker) =>
  page.evaluate(() => {
    const root = document.querySelector('paspor-antrean')?.shadowRoot;
    const focused = root?.activeElement;
    const bar = root?.querySelector('.hold');
    if (!focused || !bar) return undefined;
    const { top, bottom } = focused.getBoundingClientRect();
    const covered = bar.contains(focused) ? 0 : Math.max(0, bar.getBoundingClientRect().bottom - top);
    return { name: focused.id || focused.textContent?.trim(), covered, top, bottom, screen: innerHeight };
  });

/** At the focus, below the bar, and on the screen. */
const isInSight = async (booker: Booker) => {
  const focus = await focusOf(booker);
  expect(focus).toMatchObject({ covered: 0 });
  expect(focus?.top).toBeLessThan(focus?.screen ?? 0);
  return focus;
};

/** A step begins in the upper part of the screen, with its way back in sight. */
const beginsInSight = async (booker: Booker, heading: string) => {
  await booker.at(heading);
  await expect.poll(async () => (await focusOf(booker))?.name).toBe(heading);
  const focus = await isInSight(booker);
  expect(focus?.top).toBeLessThanOrEqual((focus?.screen ?? 0) / 3);
  const back = await booker.button(booker.t.common.back).boundingBox();
  const bar = await booker.page.locator('.hold').boundingBox();
  expect(back?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
};

/** To the end of the element and back to its beginning, one key at a time. */
const tabBothWays = async (booker: Booker) => {
  for (const key of ['Tab', 'Shift+Tab']) {
    let met = 0;
    for (; met < 60; met++) {
      await booker.page.keyboard.press(key);
      if (!(await focusOf(booker))) break;
      await isInSight(booker);
    }
    expect(met).toBeGreaterThan(2);
    expect(met).toBeLessThan(60);
  }
};

test.each([
  [320, 640, 1],
  [390, 844, 2],
  [1280, 800, 3],
])('at %i × %i the bar of the hold covers nothing that has the focus', async (width, height, n) => {
  const booker = await site.visit({ viewport: { width, height } });
  const { page, t } = booker;
  const one = person(n);
  await booker.seekTime({ people: [one] });
  await booker.takeEarliest();
  await beginsInSight(booker, t.people.heading);
  await tabBothWays(booker);

  await booker.press(t.people.next);
  await page.getByRole('heading', { name: t.common.errorTitle }).waitFor();
  await isInSight(booker);
  await page.getByRole('link', { name: t.people.fault('name', 'REQUIRED', 0) }).click();
  await isInSight(booker);
  await tabBothWays(booker);

  await booker.fillIn([one]);
  await booker.press(t.people.next);
  await beginsInSight(booker, t.review.heading);
  await tabBothWays(booker);

  await booker.press(t.review.changeTime);
  await beginsInSight(booker, t.time.heading);
  await tabBothWays(booker);
  expect(booker.faults).toEqual([]);
  await booker.close();
});
