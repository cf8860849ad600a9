import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectInvariants } from '../invariants.ts';
import { openTestOffice, refusal, type TestOffice } from '../test-office.ts';
import { bookParty } from './booked.ts';

let office: TestOffice;
let staffToken: string;
const at = { office: 'bandung' } as const;
const today = '2026-11-24';

beforeAll(async () => {
  office = await openTestOffice();
  staffToken = await office.staff('bandung');
  await office.sql`insert into channel (office_id, channel, letter) values ('bandung', 'priority', 'P') on conflict do nothing`;
  await office.sql`delete from slot where office_id = 'bandung' and channel = 'priority' and starts >= ${today}::date and starts < ${today}::date + 1`;
  for (const hour of ['08:00', '09:00']) {
    await office.sql`
      insert into slot (office_id, channel, starts, minutes, capacity, releases_at)
      values ('bandung', 'priority', ${`${today}T${hour}`}::timestamp, 60, 2, ${new Date('2026-11-01T00:00:00Z')})`;
  }
});
afterAll(async () => {
  await expectInvariants(office.sql);
  await office.close();
});
/** The day before: people book. */
beforeEach(() => office.setClock('2026-11-23T09:00:00'));
const readDay = (on = today) => office.counter.readDay({ ...at, staffToken, on });

describe("the day's list", () => {
  test('says who comes, by slot and number, and nothing of who they are', async () => {
    const late = await bookParty(office, `${today}T10:00`);
    const early = await bookParty(office, `${today}T08:00`, 2);
    const tomorrow = await bookParty(office, '2026-11-25T08:00');
    const elsewhere = await bookParty(office, `${today}T08:00`, 1, 'malang');
    const day = await readDay();
    const ids = day.visits.map(({ id }) => id);
    expect(ids.indexOf(early.booking.id)).toBeLessThan(ids.indexOf(late.booking.id));
    expect(ids).not.toContain(tomorrow.booking.id);
    expect(ids).not.toContain(elsewhere.booking.id);
    const text = JSON.stringify(day);
    for (const secret of [...early.niks, 'Contoh', '081200000001', '+6281200000001'])
      expect(text).not.toContain(secret);
    expect(day).toMatchObject({
      officeId: 'bandung',
      officeNumber: expect.any(Number),
      timeZone: 'Asia/Jakarta',
      on: today,
    });
  });

  test('lists what no longer counts: cancelled, moved away, moved within the day', async () => {
    const gone = await bookParty(office, `${today}T11:00`);
    const away = await bookParty(office, `${today}T11:00`);
    const within = await bookParty(office, `${today}T11:00`);
    const both = await bookParty(office, `${today}T11:00`);
    const of = ({ booking }: typeof gone) => ({ ...at, id: booking.id, token: booking.manageToken ?? '' });
    await office.antrean.cancelBooking(of(gone));
    await office.antrean.moveBooking({ ...of(away), slot: '2026-11-26T10:00' });
    await office.antrean.moveBooking({ ...of(within), slot: `${today}T13:00` });
    const then = await office.antrean.moveBooking({ ...of(both), slot: '2026-11-26T10:00' });
    await office.antrean.cancelBooking({ ...of(both), token: then.manageToken ?? '' });
    const { revoked, visits } = await readDay();
    const why = (id: string) => revoked.find((each) => each.id === id);
    expect(why(gone.booking.id)).toMatchObject({ version: 1, code: 'BOOKING_CANCELLED', movedTo: null });
    expect(why(away.booking.id)).toMatchObject({ version: 1, code: 'BOOKING_MOVED', movedTo: '2026-11-26T10:00' });
    expect(why(within.booking.id)).toMatchObject({ version: 1, code: 'BOOKING_MOVED', movedTo: `${today}T13:00` });
    expect(why(both.booking.id)).toMatchObject({ version: 1, code: 'BOOKING_CANCELLED', movedTo: null });
    expect(visits.find(({ id }) => id === within.booking.id)).toMatchObject({ version: 2, slot: `${today}T13:00` });
    expect(visits.map(({ id }) => id)).not.toContain(away.booking.id);
    const later = await readDay('2026-11-26');
    expect(later.visits.map(({ id }) => id)).toContain(away.booking.id);
    expect(later.revoked).toContainEqual({ id: both.booking.id, version: 2, code: 'BOOKING_CANCELLED', movedTo: null });
  });

  test('costs as many statements for many as for one', async () => {
    const before = office.queries();
    await readDay('2026-11-27');
    const few = office.queries() - before;
    for (let n = 0; n < 6; n++) await bookParty(office, '2026-11-27T08:00', 5);
    const since = office.queries();
    await readDay('2026-11-27');
    expect(office.queries() - since).toBe(few);
    expect(few).toBeLessThanOrEqual(4);
  });

  test('comes with the keys of that day alone, and with none of days that are far', async () => {
    const keysOf = async (on: string) => (await readDay(on)).dayKeys;
    const [yesterday, now, tomorrow] = [await keysOf('2026-11-22'), await keysOf('2026-11-23'), await keysOf(today)];
    expect(new Set([...yesterday, ...now, ...tomorrow]).size).toBe(3);
    expect([await keysOf('2026-11-21'), await keysOf('2026-11-25'), await keysOf('2099-01-01')]).toEqual([[], [], []]);
  });

  test('of a day that is none is refused', async () => {
    for (const on of ['2026-02-30', 'today', '2026-11-24T09:00', '%00']) {
      expect((await refusal(readDay(on))).code).toBe('INVALID_INPUT');
    }
  });
});
