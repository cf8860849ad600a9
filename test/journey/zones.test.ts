import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { textOf } from './booker.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const offices = [
  { office: 'bandung', zone: 'WIB' },
  { office: 'makassar', zone: 'WITA' },
  { office: 'jayapura', zone: 'WIT' },
] as const;

let met = 0;

describe.each(['America/Los_Angeles', 'Asia/Jayapura'])('on a device in %s', (timezoneId) => {
  test.each(offices)(
    '$office shows its own hours in $zone from the calendar to the ticket',
    async ({ office, zone }) => {
      const { days, earliest } = await site.antrean.readAvailability({ office, service: 'new', days: 60 });
      const free = days.filter(({ status, on }) => status === 'open' && on !== earliest?.slot.slice(0, 10))[0];
      const slot = free?.slots.find(({ remaining }) => remaining > 0);
      if (!free || !slot) throw new Error(`${office} has no free day.`);
      const one = person(++met);
      const booker = await site.visit({
        timezoneId,
        serve: ({ html }) => ({ html: html.replace(/ office="[^"]*"/, ` office="${office}"`) }),
      });
      const { page, t } = booker;
      const [from, to] = [slot.startsAt, slot.endsAt].map((at) => at.slice(11, 16).replace(':', '.'));
      const hours = `${from}–${to} ${zone}`;
      const day = t.format.day(free.on);

      await booker.at(t.service.heading);
      await page.getByRole('radio', { name: t.service.newHelp }).check();
      await booker.press(t.service.next);
      await booker.press(t.time.other);
      await booker.sees(t.time.zone(zone));
      const cell = page.locator(`[data-on="${free.on}"]`);
      while ((await cell.count()) === 0) await booker.press(t.time.nextMonth);
      expect(await page.getByRole('gridcell', { name: new RegExp(`^${day}`) }).count()).toBe(1);
      await cell.click();
      await page.getByRole('heading', { name: t.time.hoursOf(day) }).waitFor();
      await booker.button(new RegExp(`^${hours}`)).click();

      await booker.at(t.people.heading);
      await booker.sees(`${t.format.brief(slot.slot)}, ${from} ${zone}`);
      await booker.fillIn([one]);
      await booker.press(t.people.next);
      await booker.at(t.review.heading);
      await booker.sees(day);
      await booker.sees(hours);

      await booker.press(t.review.confirm);
      await booker.readTicket();
      const ticket = await textOf(page.locator('.antrean'));
      expect(ticket).toContain(day);
      expect(ticket).toContain(hours);
      const calendar = page.waitForEvent('download');
      await booker.press(t.ticket.calendar);
      const file = await (await calendar).createReadStream().then((it) => it.toArray());
      const instant = new Date(slot.startsAt).toISOString().replace(/[-:]|\.\d+/g, '');
      expect(Buffer.concat(file).toString()).toContain(`DTSTART:${instant}`);
      expect(booker.faults).toEqual([]);
      await booker.close();
    },
  );
});
