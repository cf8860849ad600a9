import type { Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import type { Booker } from './booker.ts';
import { openSite, type Site } from './site.ts';
import { problem } from './wire.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const bookings = '**/v1/offices/*/bookings';
const holds = '**/v1/offices/*/holds';
const booked = () => site.sql`select code from booking where state = 'booked' order by booked_at`;
const newly = async (act: () => Promise<unknown>) => {
  const before = (await booked()).length;
  await act();
  return (await booked()).slice(before).map(({ code }) => code as string);
};

/** The server acts, and its answer is lost on the way back. */
const loseAnswer = async (route: Route) => {
  await route.fetch();
  await route.abort('connectionreset');
};

const overloaded = problem('OVERLOADED', 503, { retryAfterSeconds: 1 });

const confirm = async (booker: Booker) => {
  await booker.press(booker.t.review.confirm);
  return (await booker.readTicket()).code;
};

test('a booking whose first answer is lost is asked for again, and is one booking', async () => {
  const booker = await site.visit();
  await booker.reachReview({ people: [person(1)] });
  await booker.page.route(bookings, loseAnswer, { times: 1 });
  let code = '';
  expect(await newly(async () => (code = await confirm(booker)))).toEqual([code]);
  await booker.close();
});

test('a booking whose every answer is lost is found by its hold, and shown as one ticket', async () => {
  const booker = await site.visit();
  const { page, t } = booker;
  await booker.reachReview({ people: [person(2)] });
  await page.route(bookings, loseAnswer);
  let asked = 0;
  page.on(
    'request',
    (request) => (asked += Number(/\/holds\/[\w-]+$/.test(request.url()) && request.method() === 'GET')),
  );
  let code = '';
  expect(await newly(async () => (code = await confirm(booker)))).toEqual([code]);
  expect(asked).toBeGreaterThan(0);
  expect(await page.getByRole('heading', { name: t.ticket.heading }).count()).toBe(1);
  await booker.close();
});

test('while nobody knows whether a booking was made there is no way to book again, and the answer ends it', async () => {
  const booker = await site.visit();
  const { page, t } = booker;
  await booker.reachReview({ people: [person(3)] });
  const codes = await newly(async () => {
    await page.route('**/v1/**', async (route) => {
      if (/\/bookings$/.test(route.request().url())) await route.fetch();
      await route.abort('connectionreset');
    });
    await booker.press(t.review.confirm);
    await booker.button(t.review.checkAgain).waitFor();
    await booker.sees(t.review.unsure);
    for (const name of [t.review.confirm, t.review.changePeople, t.review.changeTime, t.common.back])
      expect(await booker.button(name).count()).toBe(0);
    await page.unrouteAll();
    // The device is back in the network.
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await booker.readTicket();
  });
  expect(codes).toEqual([(await booker.readTicket()).code]);
  await booker.close();
});

test('a request that never reached the server is found not to be a booking, and may be sent again', async () => {
  const booker = await site.visit();
  const { page, t } = booker;
  await booker.reachReview({ people: [person(4)] });
  await page.route(bookings, (route) => route.abort('connectionrefused'));
  await booker.press(t.review.confirm);
  await booker.sees(t.review.notBooked);
  await page.unrouteAll();
  let code = '';
  expect(await newly(async () => (code = await confirm(booker)))).toEqual([code]);
  await booker.close();
});

test('a double tap takes one place and makes one booking', async () => {
  const booker = await site.visit();
  const { t } = booker;
  await booker.seekTime({ people: [person(5)] });
  const seats = async () => Number((await site.sql`select count(*) from booking where state = 'held'`)[0]?.count);
  const before = await seats();
  await booker.button(t.time.take).dblclick();
  await booker.at(t.people.heading);
  expect(await seats()).toBe(before + 1);
  await booker.fillIn([person(5)]);
  await booker.press(t.people.next);
  await booker.at(t.review.heading);
  let code = '';
  const codes = await newly(async () => {
    await booker.button(t.review.confirm).dblclick();
    ({ code } = await booker.readTicket());
  });
  expect(codes).toEqual([code]);
  expect(booker.faults).toEqual([]);
  await booker.close();
});

test('a busy server that recovers costs the applicant nothing', async () => {
  const booker = await site.visit();
  await booker.reachReview({ people: [person(6)] });
  await booker.page.route(bookings, (route) => route.fulfill(overloaded), { times: 1 });
  let code = '';
  expect(await newly(async () => (code = await confirm(booker)))).toEqual([code]);
  await booker.close();
});

test('a busy server that stays busy is said, and trying again later books once', async () => {
  const booker = await site.visit({ prepare: (page) => page.clock.install() });
  const { page, t } = booker;
  await booker.reachReview({ people: [person(7)] });
  await page.route(bookings, (route) => route.fulfill(overloaded));
  await booker.press(t.review.confirm);
  await page.clock.runFor(4000);
  await page.getByRole('alert').filter({ hasText: t.problems.OVERLOADED }).waitFor();
  await page.unrouteAll();
  const codes = await newly(async () => {
    await booker.press(t.common.retry);
    await booker.readTicket();
  });
  expect(codes).toHaveLength(1);
  await booker.close();
});

test('a hold whose answer is lost is asked for again under the same key, and takes one seat', async () => {
  const booker = await site.visit();
  const { page, t } = booker;
  await booker.seekTime({ people: [person(8)] });
  await page.route(holds, loseAnswer, { times: 1 });
  const held = () => site.sql`select from booking where state = 'held'`;
  const before = (await held()).length;
  await booker.press(t.time.take);
  await booker.at(t.people.heading);
  expect(await held()).toHaveLength(before + 1);
  await booker.close();
});
