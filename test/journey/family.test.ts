import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { textOf } from './booker.ts';
import { decodeQr } from './decode-qr.ts';
import { readQr } from './read-qr.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const family = (from: number) => [
  person(from, { passportType: 'electronic-10' }),
  person(from + 1, { relation: 'spouse', passportType: 'regular-5' }),
  person(from + 2, { relation: 'child', nik: '9901014106180003', birthOn: '2018-06-01', passportType: 'electronic-5' }),
];

/** By the office's wall, computed without the widget. */
const words = (lang: 'id' | 'en', { startsAt, endsAt }: { startsAt: string; endsAt: string }) => {
  const [from, to] = [startsAt, endsAt].map((at) => at.slice(11, 16).replace(':', lang === 'id' ? '.' : ':'));
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Asia/Jakarta' } as const;
  const day = new Intl.DateTimeFormat(lang === 'id' ? 'id' : 'en-GB', parts).format(new Date(startsAt));
  return { day, hours: `${from}–${to} WIB` };
};

describe.each([
  { lang: 'id', path: '/', timezoneId: 'America/Los_Angeles', fees: ['Rp950.000', 'Rp350.000', 'Rp650.000'] },
  { lang: 'en', path: '/en.html', timezoneId: 'Asia/Jayapura', fees: ['Rp950,000', 'Rp350,000', 'Rp650,000'] },
] as const)('a family of three, on a device in $timezoneId, in $lang', ({ lang, path, timezoneId, fees }) => {
  const people = family(lang === 'id' ? 10 : 20).map((one, at) =>
    at === 2 && lang === 'en' ? { ...one, nik: '9901014106180004' } : one,
  );

  test('books the earliest time, and looks it up, moves it, takes one person out and cancels the rest', async () => {
    const booker = await site.visit({ path, timezoneId, deviceScaleFactor: 2 });
    const { page, t } = booker;
    const { earliest } = await site.antrean.readAvailability({ office: 'bandung', service: 'new', party: 3 });
    if (!earliest) throw new Error('Bandung has no time.');
    const { day, hours } = words(lang, earliest);

    await booker.seekTime({ people });
    const offer = await textOf(page.getByRole('region', { name: t.time.earliest }));
    expect(offer.split(/\n+/).slice(1, 3)).toEqual([day, hours]);
    await booker.takeEarliest();
    await booker.fillIn(people);
    await booker.press(t.people.next);
    await booker.at(t.review.heading);
    await booker.sees(hours);
    const answer = booker.answer(/\/bookings$/);
    await booker.press(t.review.confirm);
    const { token, code } = (await (await answer).json()) as { token: string; code: string };

    const ticket = await booker.readTicket();
    expect(ticket.code).toBe(code);
    expect(ticket.queueCodes).toHaveLength(3);
    expect(new Set(ticket.queueCodes).size).toBe(3);
    for (const queueCode of ticket.queueCodes) expect(queueCode).toMatch(/^[A-Z]\d\d-\d{3}$/);
    expect(decodeQr(await readQr(page.getByRole('img', { name: t.ticket.qr('') })))).toBe(token);
    for (const part of [`${code.slice(0, 4)} ${code.slice(4)}`, day, hours, t.ticket.bring]) await booker.sees(part);
    for (const [at, { name }] of people.entries()) await booker.sees(`${name}: ${fees[at]}`);
    const file = page.waitForEvent('download');
    await booker.press(t.ticket.calendar);
    expect((await file).suggestedFilename()).toBe(`antrean-${code}.ics`);

    await booker.press(t.ticket.again);
    await booker.press(/Kantor Imigrasi Bandung/);
    const [known] = people;
    if (known) await booker.lookUp(code, known);
    for (const queueCode of ticket.queueCodes) await booker.sees(queueCode);
    await booker.press(t.manage.move);
    await booker.at(t.time.moveHeading);
    await booker.sees(t.time.now);
    await booker.press(t.time.other);
    await booker.otherDay();
    const hour = page.getByRole('listitem').getByRole('button').last();
    const chosen = /\d\d[.:]\d\d–\d\d[.:]\d\d WIB/.exec(await textOf(hour))?.[0] ?? '';
    await hour.click();
    await booker.at(t.manage.moveHeading);
    await booker.press(t.manage.moveNow);
    const moved = await booker.readTicket(t.ticket.movedHeading);
    expect(moved.code).toBe(code);
    expect(moved.queueCodes.filter((queueCode) => ticket.queueCodes.includes(queueCode))).toEqual([]);
    await booker.sees(chosen);

    await booker.press(t.manage.open);
    await booker.sees(t.manage.noMoves);
    await booker.press(t.manage.cancelOne(people[1]?.name ?? ''));
    await booker.press(t.manage.yesOne);
    await booker.sees(t.manage.status.cancelled);
    await booker.press(t.manage.ticket);
    const { queueCodes } = await booker.readTicket();
    expect(queueCodes).toEqual([moved.queueCodes[0], moved.queueCodes[2]]);
    await booker.press(t.manage.open);
    await booker.press(t.manage.cancel);
    await booker.press(t.manage.no);
    await booker.press(t.manage.cancel);
    await booker.press(t.manage.yes);
    await booker.sees(t.manage.cancelled);

    const rows = await site.sql`
      select party from booking where office_id = 'bandung' and code = ${code} and state = 'booked' and party > 0`;
    expect(rows).toEqual([]);
    expect(booker.faults).toEqual([]);
    await booker.close();
  });
});

test('an office far to the east shows its own zone, on any device', async () => {
  const booker = await site.visit({
    timezoneId: 'Asia/Jakarta',
    serve: ({ html }) => ({ html: html.replace(/ office="[^"]*"/, '') }),
  });
  const { page, t } = booker;
  const { earliest } = await site.antrean.readAvailability({ office: 'jayapura', service: 'renewal' });
  await booker.at(t.office.heading);
  await page.getByRole('searchbox', { name: t.office.search }).fill('jayapura');
  await booker.seekTime({ office: /Kantor Imigrasi Jayapura/, service: 'renewal', people: [person(1)] });
  const hours = [earliest?.startsAt, earliest?.endsAt].map((at) => at?.slice(11, 16).replace(':', '.')).join('–');
  await booker.sees(`${hours} WIT`);
  await booker.sees('(WIT)');
  await booker.takeEarliest();
  await booker.sees(`${hours.split('–')[0]} WIT`);
  expect(booker.faults).toEqual([]);
  await booker.close();
});
