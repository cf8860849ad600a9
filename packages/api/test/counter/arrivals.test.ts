import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectInvariants } from '../invariants.ts';
import { openTestOffice, refusal, type TestOffice } from '../test-office.ts';
import { bookParty } from './booked.ts';

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

describe('an arrival', () => {
  test('by the token checks everyone in who is still to come, and says so in the list', async () => {
    const { booking } = await bookParty(office, `${today}T09:00`, 3);
    await office.antrean.cancelApplicant({
      ...at,
      id: booking.id,
      token: booking.manageToken ?? '',
      queueCode: booking.applicants[1]?.queueCode ?? '',
    });
    morning();
    const visit = await arrive({ token: booking.token });
    expect(visit.applicants.map(({ status }) => status)).toEqual(['arrived', 'cancelled', 'arrived']);
    expect(visit.applicants[0]?.arrivedAt).toBe(`${today}T08:40:00+07:00`);
    const day = await office.counter.readDay({ ...at, staffToken: token, on: today });
    expect(day.visits.find(({ id }) => id === booking.id)).toEqual(visit);
  });

  test('of some of a family leaves the others to come later', async () => {
    const { booking } = await bookParty(office, `${today}T09:00`, 3);
    const [first, second, third] = booking.applicants.map(({ queueCode }) => queueCode) as [string, string, string];
    morning();
    const some = await arrive({ code: booking.code.toLowerCase(), queueCodes: [first, third] });
    expect(some.applicants.map(({ status }) => status)).toEqual(['arrived', 'booked', 'arrived']);
    expect(await refusal(arrive({ code: booking.code, queueCodes: [second, third] }))).toMatchObject({
      code: 'ALREADY_ARRIVED',
      arrivedAt: `${today}T08:40:00+07:00`,
    });
    const rest = await arrive({ token: booking.token });
    expect(rest.applicants.map(({ status }) => status)).toEqual(['arrived', 'arrived', 'arrived']);
    expect((await refusal(arrive({ token: booking.token }))).code).toBe('ALREADY_ARRIVED');
  });

  test('is refused on another day, at another office, of a cancelled and of a moved booking, each with where else', async () => {
    const tomorrow = await bookParty(office, '2026-11-25T09:00');
    const elsewhere = await bookParty(office, `${today}T09:00`, 1, 'malang');
    const cancelled = await bookParty(office, `${today}T09:00`);
    await office.antrean.cancelBooking({ ...at, id: cancelled.booking.id, token: cancelled.booking.manageToken ?? '' });
    const moved = await bookParty(office, `${today}T09:00`);
    const after = await office.antrean.moveBooking({
      ...at,
      id: moved.booking.id,
      token: moved.booking.manageToken ?? '',
      slot: `${today}T13:00`,
    });
    morning();
    expect(await refusal(arrive({ token: tomorrow.booking.token }))).toMatchObject({
      code: 'WRONG_DAY',
      startsAt: '2026-11-25T09:00:00+07:00',
    });
    expect((await refusal(arrive({ token: elsewhere.booking.token }))).code).toBe('WRONG_OFFICE');
    expect((await refusal(arrive({ token: cancelled.booking.token }))).code).toBe('BOOKING_CANCELLED');
    expect(await refusal(arrive({ token: moved.booking.token }))).toMatchObject({
      code: 'BOOKING_MOVED',
      movedTo: `${today}T13:00`,
    });
    expect((await arrive({ token: after.token })).slot).toBe(`${today}T13:00`);
  });

  test('is refused for a token that is changed, of another kind, or no token, and the answer says it is not the bearer', async () => {
    const { booking } = await bookParty(office, `${today}T09:00`);
    morning();
    const forged = booking.token.slice(0, -2) + (booking.token.endsWith('A') ? 'BQ' : 'AA');
    for (const shown of [forged, booking.manageToken ?? '', 'a.b.c', '', 'x'.repeat(2048)]) {
      expect(await refusal(arrive({ token: shown }))).toMatchObject({
        code: 'TOKEN_INVALID',
        fields: [{ field: 'token', code: 'FORMAT' }],
      });
    }
    expect((await refusal(arrive({ code: 'ZZZZZZZZ' }))).code).toBe('BOOKING_UNKNOWN');
    expect((await refusal(arrive({ token: booking.token, code: booking.code }))).code).toBe('INVALID_INPUT');
    expect((await refusal(arrive({}))).code).toBe('INVALID_INPUT');
    expect((await refusal(arrive({ code: booking.code, queueCodes: ['A09-9999'] }))).code).toBe('BOOKING_UNKNOWN');
  });

  test('with a NIK is for its holder alone', async () => {
    const { booking, niks } = await bookParty(office, `${today}T09:00`, 2);
    const other = await bookParty(office, `${today}T09:00`);
    morning();
    const [first, second] = booking.applicants.map(({ queueCode }) => queueCode) as [string, string];
    const [own = '', child = ''] = niks;
    expect((await refusal(arrive({ token: booking.token, nik: other.niks[0] ?? '' }))).code).toBe('HOLDER_MISMATCH');
    const [last] = await office.sql`select action, detail from audit_event order by audit_id desc limit 1`;
    expect(last).toEqual({ action: 'arrival', detail: { refusal: 'HOLDER_MISMATCH' } });
    expect((await refusal(arrive({ token: booking.token, queueCodes: [first], nik: child }))).code).toBe(
      'HOLDER_MISMATCH',
    );
    expect((await arrive({ token: booking.token, queueCodes: [first], nik: own })).applicants[0]?.status).toBe(
      'arrived',
    );
    expect((await arrive({ token: booking.token, queueCodes: [second] })).applicants[1]?.status).toBe('arrived');
  });

  test('ends moving and cancelling', async () => {
    const { booking } = await bookParty(office, `${today}T14:00`, 2);
    morning();
    await arrive({ token: booking.token, queueCodes: [booking.applicants[0]?.queueCode ?? ''] });
    const holder = { ...at, id: booking.id, token: booking.manageToken ?? '' };
    expect((await refusal(office.antrean.moveBooking({ ...holder, slot: `${today}T15:00` }))).code).toBe(
      'ALREADY_ARRIVED',
    );
    expect((await refusal(office.antrean.cancelBooking(holder))).code).toBe('ALREADY_ARRIVED');
  });
});
