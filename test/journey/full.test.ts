import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { textOf } from './booker.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const seek = { service: 'new' } as const;

/** Others take all seats of a slot, through the API. */
const fill = async (office: string, { slot, remaining }: { slot: string; remaining: number }) => {
  const parties = Array.from({ length: Math.ceil(remaining / 5) }, (_, at) => Math.min(5, remaining - at * 5));
  await Promise.all(parties.map((party) => site.antrean.holdSlot({ office, service: 'renewal', slot, party })));
};

const earliestAt = async (office: string) => {
  const { earliest } = await site.antrean.readAvailability({ office, ...seek });
  if (!earliest) throw new Error(`${office} has no time.`);
  return earliest;
};

/** Nothing is left at these offices, and the API's own short memory of what was left is past. */
const sellOut = async (...offices: string[]) => {
  await site.sql`update slot set taken = capacity where office_id in ${site.sql(offices)}`;
  for (const office of offices)
    await expect.poll(async () => (await site.antrean.readAvailability({ office, ...seek })).earliest).toBeNull();
};

const hours = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  [startsAt, endsAt].map((at) => at.slice(11, 16).replace(':', '.')).join('–');

test('a time that others took before the tap is refused in words, and another one offered leads on', async () => {
  const booker = await site.visit();
  const { page, t } = booker;
  const taken = await earliestAt('bandung');
  await booker.seekTime({ people: [person(1)] });
  await booker.sees(hours(taken));
  await fill('bandung', taken);

  await booker.press(t.time.take);
  const alert = page.getByRole('alert').filter({ hasText: t.problems.SLOT_FULL });
  await alert.waitFor();
  await expect.poll(() => textOf(booker.focused())).toContain(t.problems.SLOT_FULL);
  await page.getByRole('heading', { name: t.time.alternatives }).waitFor();
  const others = page.getByRole('list').filter({ has: page.getByRole('button', { name: t.time.left(50) }) });
  expect(await others.first().getByRole('button').count()).toBeGreaterThan(0);
  expect(await textOf(others.first())).not.toContain(`${t.format.day(taken.slot)}, ${hours(taken)}`);
  await others.first().getByRole('button').first().click();
  await booker.at(t.people.heading);
  await booker.fillIn([person(1)]);
  await booker.press(t.people.next);
  await booker.press(t.review.confirm);
  await booker.readTicket();
  expect(booker.faults).toEqual([expect.stringContaining('409')]);
  await booker.close();
});

test('a slot that fills up while someone has the calendar open is refused there, and the day stays chosen', async () => {
  const booker = await site.visit();
  const { page, t } = booker;
  await booker.seekTime({ people: [person(2)] });
  await booker.press(t.time.other);
  await booker.otherDay();
  const day = await textOf(page.getByRole('heading', { name: new RegExp(`^${t.time.hoursOf('')}`) }));
  const { days } = await site.antrean.readAvailability({ office: 'bandung', ...seek, days: 60 });
  const chosen = days.find(({ on }) => t.time.hoursOf(t.format.day(on)) === day)?.slots[0];
  if (!chosen) throw new Error(`No slot on ${day}.`);
  await fill('bandung', chosen);
  await booker.button(new RegExp(`^${hours(chosen)}`)).click();
  await page.getByRole('alert').filter({ hasText: t.problems.SLOT_FULL }).waitFor();
  await page.getByRole('heading', { name: day }).waitFor();
  await booker.close();
});

test('a full office names when its next places open and the nearest offices with room, and one leads on', async () => {
  await sellOut('bandung', 'bandung-soekarno-hatta');
  const { nextReleaseAt, elsewhere } = await site.antrean.readAvailability({ office: 'bandung', ...seek });
  const [nearest] = elsewhere;
  if (!nearest || !nextReleaseAt) throw new Error('The API names no way out.');
  expect(elsewhere.map(({ distanceKm }) => distanceKm)).toEqual(
    elsewhere.map((it) => it.distanceKm).sort((a, b) => a - b),
  );

  const booker = await site.visit();
  const { t } = booker;
  await booker.seekTime({ people: [person(3)] });
  await booker.sees(t.time.fullOffice);
  await booker.sees(t.time.opens(t.format.day(nextReleaseAt), t.format.time(nextReleaseAt)));
  for (const place of elsewhere) await booker.button(new RegExp(`^${place.name} \\(`)).waitFor();

  await booker.button(new RegExp(`^${nearest.name} \\(`)).click();
  await booker.sees(hours(nearest.earliest));
  await booker.takeEarliest();
  await booker.fillIn([person(3)]);
  await booker.press(t.people.next);
  await booker.at(t.review.heading);
  await booker.sees(nearest.name);
  await booker.press(t.review.confirm);
  await booker.readTicket();
  await booker.sees(nearest.name);
  expect(await site.sql`select from booking where office_id = ${nearest.officeId} and state = 'booked'`).toHaveLength(
    1,
  );
  expect(booker.faults).toEqual([]);
  await booker.close();
});

test('someone who moves a booking at an office that is full meanwhile is not sent to book elsewhere', async () => {
  const one = person(4);
  const office = 'cirebon';
  const hold = await site.antrean.holdSlot({ office, ...seek });
  const { name, nik, birthOn, relation } = one;
  const booking = await site.antrean.bookHold({
    office,
    token: hold.token,
    contact: { phone: '0812 0000 0001' },
    applicants: [{ name, nik, birthOn, relation }],
    privacyVersion: (await site.antrean.readOffice({ office })).privacy.version,
  });
  await sellOut(office);
  const booker = await site.visit({
    serve: ({ html }) => ({ html: html.replace(/ office="[^"]*"/, ` office="${office}"`) }),
  });
  const { page, t } = booker;
  await booker.at(t.service.heading);
  await booker.lookUp(booking.code, one);
  await booker.press(t.manage.move);
  await booker.sees(t.time.fullOffice);
  expect(await page.getByRole('heading', { name: t.time.elsewhere }).count()).toBe(0);
  await booker.press(t.common.back);
  await booker.sees(booking.applicants[0]?.queueCode ?? '');
  await booker.close();
});
