import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectInvariants } from '../invariants.ts';
import { openTestOffice, refusal, type TestOffice } from '../test-office.ts';
import { bookParty, device } from './booked.ts';

let office: TestOffice;
let token: string;
const at = { office: 'bandung' } as const;
const today = '2026-11-24';

beforeAll(async () => {
  office = await openTestOffice();
  token = await office.staff('bandung');
});
afterAll(async () => {
  await expectInvariants(office.sql);
  await office.close();
});
/** The day before: people book. */
beforeEach(() => office.setClock('2026-11-23T09:00:00'));
const morning = (wall = '08:40:00') => office.setClock(`${today}T${wall}`);
const arrive = (shown: { token?: string; code?: string; queueCodes?: string[]; nik?: string }, as = token) =>
  office.counter.recordArrival({ ...at, staffToken: as, ...shown });

describe('arrivals made offline', () => {
  const [one, two] = [device('A'), device('B')];
  const tell = (
    from: string,
    sentAt: string,
    arrivals: { sequence: number; at: string; token?: string; code?: string }[],
  ) => office.counter.recordArrivals({ ...at, staffToken: token, device: from, sentAt, arrivals });
  const wib = (time: string) => `${today}T${time}+07:00`;

  test('count once however often they are told, by the clock of the server', async () => {
    const { booking } = await bookParty(office, `${today}T09:00`, 2);
    morning('10:00:00');
    // The device is an hour slow.
    const batch = [{ sequence: 1, at: wib('07:45:00'), token: booking.token }];
    const first = await tell(one, wib('09:00:00'), batch);
    expect(first.results).toMatchObject([{ sequence: 1, outcome: 'arrived' }]);
    expect(first.results[0]?.visit?.applicants[1]).toMatchObject({
      arrivedAt: wib('08:45:00'),
      device: one,
      conflicts: [],
    });
    morning('10:05:00');
    expect(await tell(one, wib('09:05:00'), batch)).toEqual(first);
    const [kept] =
      await office.sql`select count(*)::int as count from arrival where booking_id is not null and device = ${one} and sequence = 1`;
    expect(kept?.count).toBe(1);
  });

  test('of two devices are one arrival and one conflict: the earliest wins, whoever tells it last', async () => {
    const { booking } = await bookParty(office, `${today}T09:00`);
    morning('10:00:00');
    const late = await tell(one, wib('10:00:00'), [{ sequence: 10, at: wib('08:50:00'), token: booking.token }]);
    expect(late.results).toMatchObject([{ outcome: 'arrived' }]);
    const early = await tell(two, wib('10:00:00'), [{ sequence: 1, at: wib('08:49:00'), code: booking.code }]);
    expect(early.results).toMatchObject([{ outcome: 'arrived' }]);
    expect(early.results[0]?.visit?.applicants[0]).toMatchObject({
      arrivedAt: wib('08:49:00'),
      device: two,
      conflicts: [{ at: wib('08:50:00'), device: one }],
    });
    const again = await tell(one, wib('10:01:00'), [{ sequence: 10, at: wib('08:50:00'), token: booking.token }]);
    expect(again.results).toMatchObject([{ outcome: 'conflict' }]);
  });

  test('that cannot count are kept with the reason, and the others of the batch count', async () => {
    const cancelled = await bookParty(office, `${today}T09:00`);
    const moved = await bookParty(office, `${today}T09:00`);
    const fine = await bookParty(office, `${today}T09:00`);
    await office.antrean.cancelBooking({ ...at, id: cancelled.booking.id, token: cancelled.booking.manageToken ?? '' });
    const to = { ...at, id: moved.booking.id, token: moved.booking.manageToken ?? '', slot: '2026-11-26T10:00' };
    await office.antrean.moveBooking(to);
    morning('10:00:00');
    const shown = [cancelled.booking.token, moved.booking.token, fine.booking.token, 'e30.e30.AA'];
    const batch = shown.map((each, nth) => ({ sequence: 21 + nth, at: wib('08:55:00'), token: each }));
    const { results } = await tell(one, wib('10:00:00'), batch);
    expect(results.map(({ outcome, code, movedTo }) => ({ outcome, code, movedTo }))).toEqual([
      { outcome: 'refused', code: 'BOOKING_CANCELLED', movedTo: undefined },
      { outcome: 'refused', code: 'BOOKING_MOVED', movedTo: '2026-11-26T10:00' },
      { outcome: 'arrived', code: undefined, movedTo: undefined },
      { outcome: 'refused', code: 'TOKEN_INVALID', movedTo: undefined },
    ]);
    expect((await tell(one, wib('10:00:00'), batch)).results.map(({ code }) => code)).toEqual(
      results.map(({ code }) => code),
    );
    const kept =
      await office.sql`select refusal from arrival where device = ${one} and sequence between 21 and 24 order by sequence`;
    expect(kept.map(({ refusal: why }) => why)).toEqual(['BOOKING_CANCELLED', 'BOOKING_MOVED', null, 'TOKEN_INVALID']);
  });

  test('told the next day count on the day they were made', async () => {
    const { booking } = await bookParty(office, `${today}T09:00`);
    office.setClock('2026-11-25T08:00:00');
    const { results } = await tell(one, '2026-11-25T08:00:00+07:00', [
      { sequence: 30, at: wib('08:58:00'), token: booking.token },
    ]);
    expect(results).toMatchObject([{ outcome: 'arrived' }]);
  });

  test('from both devices at the same instant leave one arrival for each person', async () => {
    const parties = await Promise.all(Array.from({ length: 8 }, () => bookParty(office, `${today}T11:00`, 2)));
    morning('10:30:00');
    const batch = (first: number, minute: number) =>
      parties.map(({ booking }, nth) => ({ sequence: first + nth, at: wib(`10:${minute}:00`), token: booking.token }));
    const told = await Promise.all(
      [0, 1, 2].flatMap(() => [tell(one, wib('10:30:00'), batch(100, 11)), tell(two, wib('10:30:00'), batch(100, 12))]),
    );
    expect(told).toHaveLength(6);
    const day = await office.counter.readDay({ ...at, staffToken: token, on: today });
    for (const { booking } of parties) {
      const visit = day.visits.find(({ id }) => id === booking.id);
      for (const person of visit?.applicants ?? []) {
        expect(person).toMatchObject({
          device: one,
          arrivedAt: wib('10:11:00'),
          conflicts: [{ device: two, at: wib('10:12:00') }],
        });
      }
    }
  });

  test('of someone who was missed count again, and any booth may call them', async () => {
    const { booking } = await bookParty(office, `${today}T09:00`);
    const visit = { ...at, staffToken: token, id: booking.id };
    morning('08:40:00');
    await arrive({ code: booking.code });
    await office.counter.callApplicants({ ...visit, booth: 'Loket 1' });
    await office.counter.missApplicants(visit);
    morning('09:40:00');
    const back = { sequence: 50, at: wib('09:39:00'), code: booking.code };
    const { results } = await tell(one, wib('09:40:00'), [back]);
    expect(results).toMatchObject([{ outcome: 'arrived' }]);
    // The earliest arrival stays theirs.
    expect(results[0]?.visit?.applicants[0]).toMatchObject({
      status: 'arrived',
      arrivedAt: wib('08:40:00'),
      device: null,
      calledAt: null,
      booth: null,
    });
    expect((await office.counter.callApplicants({ ...visit, booth: 'Loket 2' })).applicants[0]?.booth).toBe('Loket 2');
    await office.counter.missApplicants(visit);
    expect((await arrive({ token: booking.token })).applicants[0]?.status).toBe('arrived');
  });

  test('of another booking under a name that is taken are refused, not answered for the other one', async () => {
    const first = await bookParty(office, `${today}T09:00`);
    const second = await bookParty(office, `${today}T09:00`);
    morning('10:00:00');
    const told = (code: string) => tell(one, wib('10:00:00'), [{ sequence: 51, at: wib('09:00:00'), code }]);
    expect((await told(first.booking.code)).results).toMatchObject([{ outcome: 'arrived' }]);
    expect((await told(second.booking.code)).results).toEqual([
      { sequence: 51, outcome: 'refused', code: 'IDEMPOTENCY_CONFLICT' },
    ]);
    expect((await told(first.booking.code)).results).toMatchObject([{ outcome: 'arrived' }]);
  });

  test('at a time that is none are refused whole, at an absurd one kept as of another day', async () => {
    const { booking } = await bookParty(office, `${today}T09:00`);
    morning('10:00:00');
    let sequence = 60;
    const told = (sentAt: string, when: string) =>
      tell(one, sentAt, [{ sequence: sequence++, at: when, token: booking.token }]);
    for (const none of [
      `${today}T99:00:00Z`,
      '2026-13-45T09:00:00Z',
      '2026-02-31T09:00:00Z',
      `${today}T09:00:00+99:99`,
      '0000-01-01T00:00:00Z',
    ]) {
      expect((await refusal(told(none, wib('09:00:00')))).code).toBe('INVALID_INPUT');
      expect((await refusal(told(wib('10:00:00'), none))).code).toBe('INVALID_INPUT');
    }
    for (const [sentAt, when] of [
      [wib('10:00:00'), '1900-01-01T00:00:00Z'],
      ['2999-12-31T00:00:00Z', '1900-01-01T00:00:00Z'],
    ] as const)
      expect((await told(sentAt, when)).results).toMatchObject([{ outcome: 'refused', code: 'WRONG_DAY' }]);
  });

  test('told at once in other orders never wait for each other in a circle', { timeout: 20_000 }, async () => {
    morning('10:00:00');
    const deadlocks = async () => {
      // PostgreSQL counts them a second late.
      await new Promise((done) => setTimeout(done, 1500));
      const [row] = await office.sql`select deadlocks from pg_stat_database where datname = current_database()`;
      return row?.deadlocks;
    };
    const before = await deadlocks();
    for (let round = 0; round < 12; round++) {
      const batch = Array.from({ length: 100 }, (_, nth) => ({
        sequence: 10_000 + round * 100 + nth,
        at: wib('09:00:00'),
        code: 'ZZZZZZZZ',
      }));
      const backwards = [...batch].reverse();
      const all = [batch, backwards, batch, backwards, batch, backwards];
      await Promise.all(all.map((arrivals) => tell(one, wib('10:00:00'), arrivals)));
    }
    expect(await deadlocks()).toBe(before);
  });

  test('with a sequence twice in one batch are refused whole', async () => {
    const { booking } = await bookParty(office, `${today}T09:00`);
    morning('10:00:00');
    const same = { sequence: 40, at: wib('09:00:00'), token: booking.token };
    expect(await refusal(tell(one, wib('10:00:00'), [same, same]))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'arrivals.1.sequence', code: 'DUPLICATE' }],
    });
  });
});
