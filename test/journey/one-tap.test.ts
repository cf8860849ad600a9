import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const booked = async () => (await site.sql`select from booking where state = 'booked'`).length;

describe('one tap', () => {
  test('twice on the last field’s Enter and on Continue shows the review and books nothing', async () => {
    const booker = await site.visit();
    const { page, t } = booker;
    await booker.seekTime({ people: [person(7)] });
    await booker.takeEarliest();
    await booker.fillIn([person(7)]);
    const before = await booked();
    await page.getByLabel(t.people.email).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await booker.at(t.review.heading);
    await booker.press(t.review.changePeople);
    await booker.at(t.people.heading);
    await booker.button(t.people.next).dblclick();
    await booker.at(t.review.heading);
    expect(await page.getByText(t.review.confirming).count()).toBe(0);
    expect(await booked()).toBe(before);
    await booker.button(t.review.confirm).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await booker.readTicket();
    expect(await booked()).toBe(before + 1);
    await booker.close();
  });

  test('and the browser’s Back and Forward afterwards lead to the same ticket', async () => {
    const booker = await site.visit();
    const { page } = booker;
    await page.goto(`${site.url}/privasi`);
    await page.goto(site.url);
    const ticket = await booker.book({ people: [person(8)] });
    const before = await booked();
    await page.goBack();
    await page.goForward();
    expect(await booker.readTicket()).toEqual(ticket);
    expect(await booked()).toBe(before);
    await booker.close();
  });

  test('in a page that Back brings up as it was left finds what was booked meanwhile', async () => {
    const booker = await site.visit({ habit: 'reviving' });
    const { page, t } = booker;
    const taken = booker.answer(/\/holds$/);
    const one = person(9);
    await booker.reachReview({ people: [one] });
    const { token } = await (await taken).json();
    await page.evaluate(() => Object.assign(window, { wasHere: true }));
    const back = async () => {
      await page.goto(`${site.url}/privasi`);
      await page.evaluate(() => history.back());
      await expect.poll(() => page.evaluate(() => 'wasHere' in window)).toBe(true);
    };
    await back();
    await booker.at(t.review.heading);
    await booker.sees(one.name);
    // The same hold is booked on another page.
    const { privacy } = await site.antrean.readOffice({ office: 'bandung' });
    const booking = await site.antrean.bookHold({
      office: 'bandung',
      token,
      contact: { phone: '0812 0000 0001' },
      applicants: [{ name: one.name, nik: one.nik, birthOn: one.birthOn, relation: 'self' }],
      privacyVersion: privacy.version,
    });
    await back();
    expect((await booker.readTicket()).code).toBe(booking.code);
    expect(await booker.button(t.review.confirm).count()).toBe(0);
    await booker.close();
  });
});
