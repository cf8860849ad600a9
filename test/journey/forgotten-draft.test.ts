import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import type { Booker } from './booker.ts';
import { openSite, type Site } from './site.ts';
import { everythingStored, storedByTab } from './stored.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const name = ({ page, t }: Booker) => page.getByLabel(t.people.name);

describe('after 30 minutes without a move', () => {
  const aside = async (n: number) => {
    const one = person(n);
    const booker = await site.visit({ prepare: (page) => page.clock.install() });
    await booker.seekTime({ people: [one] });
    await booker.takeEarliest();
    await name(booker).fill(one.name);
    expect(await everythingStored(booker.page)).toContain(one.name);
    return booker;
  };

  test('what was typed is forgotten, in storage and on the screen, and it is said', async () => {
    const booker = await aside(50);
    const { page, t } = booker;
    await page.clock.fastForward('29:00');
    expect(await everythingStored(page)).toContain(person(50).name);
    await page.clock.fastForward('01:30');
    await booker.at(t.office.heading);
    await page.getByRole('alert').filter({ hasText: t.common.forgot }).waitFor();
    expect(await storedByTab(page)).toEqual({});
    await booker.press(/Kantor Imigrasi Bandung/);
    await booker.at(t.service.heading);
    expect(await page.getByText(t.common.forgot).count()).toBe(0);
    await booker.close();
  });

  test('a tab that was closed meanwhile comes back empty, and keeps nothing', async () => {
    const booker = await aside(51);
    const { page, t } = booker;
    await page.goto('about:blank');
    await page.clock.fastForward('31:00');
    await page.goto(site.url);
    await booker.at(t.office.heading);
    expect(await storedByTab(page)).toEqual({});
    await booker.close();
  });

  test('a ticket stays on the screen, and is no longer kept', async () => {
    const booker = await site.visit({ prepare: (page) => page.clock.install() });
    const ticket = await booker.book({ people: [person(52)] });
    expect(Object.keys(await storedByTab(booker.page))).toHaveLength(1);
    await booker.page.clock.fastForward('30:30');
    await expect.poll(() => storedByTab(booker.page)).toEqual({});
    expect(await booker.readTicket()).toEqual(ticket);
    await booker.close();
  });
});

describe('where the browser keeps nothing', () => {
  const goesOn = async (booker: Booker, n: number) => {
    const one = person(n);
    const { page, t } = booker;
    await booker.seekTime({ people: [one] });
    await booker.takeEarliest();
    await name(booker).fill(one.name);
    await site.sql`update booking set hold_until = now() - interval '1 second', created_at = created_at - interval '1 hour'
      where state = 'held'`;
    await booker.press(t.common.holdExtend);
    await booker.sees(t.time.expired);
    await booker.takeEarliest();
    expect(await name(booker).inputValue()).toBe(one.name);
    await booker.fillIn([one]);
    await booker.press(t.people.next);
    await booker.press(t.review.confirm);
    await booker.readTicket();
    await page.reload();
    await booker.at(t.office.heading);
    expect(booker.faults.filter((fault) => !fault.includes('410'))).toEqual([]);
    await booker.close();
  };

  test('because its owner forbids it, a lost hold still costs nothing that was typed', async () => {
    const booker = await site.visit({ habit: 'forgetful' });
    const denied = booker.page.evaluate(() => sessionStorage.length);
    await expect(denied).rejects.toThrow('Access is denied');
    await goesOn(booker, 60);
  });

  test('because the host page filled its storage, a lost hold still costs nothing that was typed', async () => {
    const booker = await site.visit({
      prepare: (page) =>
        page.addInitScript(() => {
          for (let size = 2 ** 22; size >= 1; size /= 2)
            try {
              for (let n = 0; n < 2; n++) sessionStorage.setItem(`host${size}-${n}`, 'x'.repeat(size));
            } catch {}
        }),
    });
    await goesOn(booker, 61);
  });
});
