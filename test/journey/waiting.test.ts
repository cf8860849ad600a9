import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { type Booker, textOf } from './booker.ts';
import { openSite, type Site } from './site.ts';
import { problem } from './wire.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const everything = '**/v1/**';
const bookings = '**/v1/offices/*/bookings';
const booked = async () => (await site.sql`select from booking where state = 'booked'`).length;
const alert = ({ page }: Booker, text: string) => page.getByRole('alert').filter({ hasText: text });
const withClock = () => site.visit({ prepare: (page: Page) => page.clock.install() });
const isHidden = (page: Page, hidden: boolean) =>
  page.evaluate((hidden) => Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }), hidden);

/** How often a live region says this from now on. */
const countOf = async ({ page }: Booker, text: string): Promise<() => Promise<number>> => {
  await page.evaluate((text) => {
    const root = document.querySelector('paspor-antrean')?.shadowRoot;
    const said = Object.assign(window, { said: 0 });
    if (!root) return;
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const says = [...addedNodes].some((node) =>
          (
            element?.closest('[role=status], [role=alert]') ?? (node as Element).querySelector?.('[role=alert]')
          )?.textContent?.includes(text),
        );
        if (says) said.said++;
      }
    }).observe(root, { childList: true, subtree: true, characterData: true });
  }, text);
  return () => page.evaluate(() => (window as unknown as { said: number }).said);
};

describe('an answer that takes long', () => {
  test('is said to, once, and the words go when it comes', async () => {
    const booker = await withClock();
    const { page, t } = booker;
    await booker.reachReview({ people: [person(1)] });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(bookings, async (route) => {
      await released;
      await route.continue();
    });
    const said = await countOf(booker, t.common.slow);
    await booker.press(t.review.confirm);
    await page.clock.runFor(4000);
    expect(await page.getByText(t.common.slow).count()).toBe(0);
    await page.clock.runFor(1500);
    await booker.sees(t.common.slow);
    await page.clock.runFor(3000);
    expect(await said()).toBe(1);
    release();
    await booker.readTicket();
    expect(await page.getByText(t.common.slow).count()).toBe(0);
    await booker.close();
  });

  test('is said at the very first step as well', async () => {
    const booker = await site.visit({
      prepare: async (page) => {
        await page.clock.install();
        await page.route(everything, () => {});
      },
    });
    await booker.sees(booker.t.common.loading);
    await booker.page.clock.runFor(6000);
    await booker.sees(booker.t.common.slow);
    await booker.close();
  });
});

test('a minute offline at each step loses nothing, says so, and ends by itself where something is read', async () => {
  const one = person(2);
  const booker = await site.visit();
  const { page, t } = booker;
  const context = page.context();
  const offline = async (act: () => Promise<unknown>, words: string) => {
    await context.setOffline(true);
    await act();
    await alert(booker, words).waitFor();
    await context.setOffline(false);
  };
  await booker.at(t.office.heading);
  await offline(() => booker.press(/Kantor Imigrasi Bandung/), t.common.offline);
  await booker.at(t.service.heading);

  await page.getByRole('radio', { name: t.service.newHelp }).check();
  await offline(() => booker.press(t.service.next), t.common.offline);
  await page.getByRole('heading', { name: t.time.earliest }).waitFor();

  // What follows is loaded while one reads; before that, a place is not even asked for.
  await page.waitForFunction(() =>
    performance
      .getEntriesByType('resource')
      .some((entry) => entry.name.includes('-booking-') && (entry as PerformanceResourceTiming).decodedBodySize > 0),
  );
  await offline(() => booker.press(t.time.take), t.common.nothingBooked);
  await booker.at(t.time.heading);
  await booker.press(t.common.retry);
  await booker.at(t.people.heading);

  await booker.fillIn([one]);
  await offline(() => booker.press(t.common.holdExtend), t.common.offline);
  expect(await page.getByLabel(t.people.nik).inputValue()).toBe(one.nik);
  await booker.press(t.people.next);
  await booker.at(t.review.heading);

  const before = await booked();
  await offline(() => booker.press(t.review.confirm), t.review.unsure);
  await booker.sees(t.review.notBooked);
  expect(await booked()).toBe(before);
  await booker.press(t.review.confirm);
  const ticket = await booker.readTicket();

  await offline(() => booker.press(t.ticket.calendar), t.common.offline);
  await page.route('**/calendar.ics', (route) => route.fulfill(problem('OVERLOADED', 503)), { times: 1 });
  await booker.press(t.ticket.calendar);
  await alert(booker, t.problems.OVERLOADED).waitFor();
  expect(await page.getByText(t.common.nothingYet).count()).toBe(0);
  expect(await booker.readTicket()).toEqual(ticket);
  expect(await booked()).toBe(before + 1);
  await booker.close();
});

describe('a busy server', () => {
  test('is asked again unasked when it said it may be, and takes no focus for it', async () => {
    const booker = await withClock();
    const { page, t } = booker;
    await booker.seekTime({ people: [person(3)] });
    await page.route('**/holds', (route) => route.fulfill(problem('OVERLOADED', 503, { retryAfterSeconds: 20 })), {
      times: 2,
    });
    await booker.press(t.time.take);
    await alert(booker, `${t.problems.OVERLOADED} ${t.common.nothingYet} ${t.common.retryIn(20, true)}`).waitFor();
    await page.getByRole('link').first().focus();
    const focus = await textOf(booker.focused());
    const said = await countOf(booker, t.problems.OVERLOADED);
    await page.clock.runFor(25_000);
    await expect.poll(() => page.getByRole('button', { name: t.time.taking }).count()).toBe(0);
    await alert(booker, t.problems.OVERLOADED).waitFor();
    expect(await textOf(booker.focused())).toBe(focus);
    expect(await said()).toBe(0);
    await page.clock.runFor(25_000);
    await booker.at(t.people.heading);
    await booker.close();
  });

  test('is not asked by a tab that nobody looks at', async () => {
    const booker = await withClock();
    const { page, t } = booker;
    await booker.seekTime({ people: [person(4)] });
    let asked = 0;
    await page.route('**/holds', (route) => {
      asked++;
      return route.fulfill(problem('OVERLOADED', 503));
    });
    await booker.press(t.time.take);
    await alert(booker, t.problems.OVERLOADED).waitFor();
    await isHidden(page, true);
    await page.clock.runFor('05:00');
    expect(asked).toBe(1);
    await page.unrouteAll();
    await isHidden(page, false);
    await page.clock.runFor(3000);
    await booker.at(t.people.heading);
    await booker.close();
  });

  test('that may have booked before it was busy is asked what became of it, before anything is said', async () => {
    const booker = await site.visit();
    const { page, t } = booker;
    await booker.reachReview({ people: [person(5)] });
    const before = await booked();
    let asked = 0;
    await page.route(bookings, async (route) => {
      if (asked++) return route.fulfill(problem('OVERLOADED', 503));
      await route.fetch();
      await route.abort('connectionreset');
    });
    await booker.press(t.review.confirm);
    await booker.readTicket();
    expect(asked).toBe(2);
    expect(await booked()).toBe(before + 1);
    await booker.close();
  });

  test('that answers nobody leaves the doubt standing, asks again unasked, and never offers to book again', async () => {
    const booker = await withClock();
    const { page, t } = booker;
    await booker.reachReview({ people: [person(6)] });
    await page.route(everything, (route) => route.fulfill(problem('OVERLOADED', 503)));
    await booker.press(t.review.confirm);
    await alert(booker, t.review.unsure).waitFor();
    await booker.button(t.review.checkAgain).waitFor();
    for (const name of [t.review.confirm, t.review.changeTime, t.common.back])
      expect(await booker.button(name).count()).toBe(0);
    const said = await countOf(booker, t.review.unsure);
    await page.clock.runFor(80_000);
    await booker.button(t.review.checkAgain).waitFor();
    expect(await said()).toBe(0);
    await page.unrouteAll();
    await page.clock.runFor(80_000);
    await booker.sees(t.review.notBooked);
    await booker.press(t.review.confirm);
    await booker.readTicket();
    await booker.close();
  });

  test('that is asked again to book speaks once each time', async () => {
    const booker = await withClock();
    const { page, t } = booker;
    await booker.reachReview({ people: [person(12)] });
    await page.route(bookings, (route) => route.fulfill(problem('OVERLOADED', 503)));
    await booker.press(t.review.confirm);
    await alert(booker, t.problems.OVERLOADED).waitFor();
    const said = await countOf(booker, '');
    for (const time of [1, 2]) {
      await page.clock.runFor(75_000);
      await expect.poll(said, { timeout: 8000 }).toBe(time);
      await alert(booker, `${t.problems.OVERLOADED} ${t.common.nothingYet}`).waitFor();
    }
    await page.unrouteAll();
    await page.clock.runFor(75_000);
    await booker.readTicket();
    await booker.close();
  });

  test('is brought into view and takes the focus when it answers a tap', async () => {
    const booker = await site.visit({ viewport: { width: 320, height: 640 } });
    const { page, t } = booker;
    await booker.reachReview({ people: [person(11)] });
    await page.route(bookings, (route) => route.fulfill(problem('OVERLOADED', 503)));
    await booker.press(t.review.confirm);
    const said = alert(booker, t.problems.OVERLOADED);
    await said.waitFor();
    await expect.poll(() => textOf(booker.focused())).toContain(t.problems.OVERLOADED);
    await expect.poll(async () => (await said.boundingBox())?.y).toBeLessThan(600);
    await booker.close();
  });
});
