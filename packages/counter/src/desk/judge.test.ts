import { verifyTicket } from '@paspor-antrean/client/ticket';
import type { OfficeDay, Visit } from '@paspor-antrean/contract/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { niks, nineOClock, openOffice, type TestOffice } from '../../test/office.ts';
import { createSigner, type Signer } from '../../test/signer.ts';
import { judgeCode, judgeTicket, type Known } from './judge.ts';

let office: TestOffice;
let booking: { visit: Visit; token: string };
beforeAll(async () => {
  office = await openOffice();
  booking = await office.book(niks);
});

const knownOf = (day: OfficeDay | null = office.list(), more: Partial<Known> = {}): Known => ({
  office: { number: 51, timeZone: 'Asia/Jakarta' },
  day,
  device: 'this-device',
  kept: [],
  now: nineOClock,
  ...more,
});

const judge = async (token: string, known = knownOf()) =>
  judgeTicket(await verifyTicket(token, office.jwks(), known.now), known);

const listWith = (change: (visit: Visit) => Visit): OfficeDay => {
  const day = office.list();
  return { ...day, visits: day.visits.map((visit) => (visit.id === booking.visit.id ? change(visit) : visit)) };
};

describe('a token', () => {
  test('of a family on the list is welcome, with who is still to come', async () => {
    const [first, second, third] = booking.visit.applicants.map(({ queueCode }) => queueCode);
    const list = listWith((visit) => ({
      ...visit,
      applicants: visit.applicants.map((person, at) => ({
        ...person,
        status: (['arrived', 'missed', 'cancelled'] as const)[at] ?? 'booked',
      })),
    }));
    expect(await judge(booking.token)).toMatchObject({ kind: 'welcome', waitingFor: [first, second, third], party: 3 });
    expect(await judge(booking.token, knownOf(list))).toMatchObject({ waitingFor: [second], party: 2 });
  });

  test('whose party has all arrived says when the first did, and whether it was here', async () => {
    const at = '2026-12-01T08:40:00+07:00';
    const list = listWith((visit) => ({
      ...visit,
      applicants: visit.applicants.map((person, nth) => ({
        ...person,
        status: 'served',
        arrivedAt: nth === 1 ? at : '2026-12-01T01:50:00.000Z',
        device: nth === 1 ? 'this-device' : 'another',
      })),
    }));
    expect(await judge(booking.token, knownOf(list))).toMatchObject({
      kind: 'arrived',
      at: new Date(at),
      isHere: true,
    });
  });

  test('of which all were cancelled is cancelled', async () => {
    const list = listWith((visit) => ({
      ...visit,
      applicants: visit.applicants.map((person) => ({ ...person, status: 'cancelled' })),
    }));
    expect(await judge(booking.token, knownOf(list))).toEqual({ kind: 'cancelled' });
  });

  test('booked after the list was read is welcome by its signature, once', async () => {
    const late = await openOffice();
    const { token, visit } = await late.book(niks.slice(0, 2));
    const check = await verifyTicket(token, late.jwks(), nineOClock);
    expect(judgeTicket(check, knownOf())).toMatchObject({ kind: 'welcome', visit: null, isListed: false, party: 2 });
    expect(judgeTicket(check, knownOf(null))).toMatchObject({ kind: 'welcome', isListed: false });
    const kept = [{ booking: visit.id, at: nineOClock.toISOString() }];
    expect(judgeTicket(check, knownOf(null, { kept }))).toEqual({
      kind: 'arrived',
      visit: null,
      at: nineOClock,
      isHere: true,
    });
  });

  test('moved within the day is moved for the old one, and the new one is welcome before the list knows of it', async () => {
    const moved = { ...booking.visit, version: 2, slot: '2026-12-01T13:00', startsAt: '2026-12-01T13:00:00+07:00' };
    expect(await judge(booking.token, knownOf(listWith(() => moved)))).toEqual({
      kind: 'moved',
      movedTo: '2026-12-01T13:00',
    });
    expect(await judge(await office.sign(moved))).toMatchObject({ kind: 'welcome', visit: null, isListed: false });
  });

  test.each([
    ['BOOKING_CANCELLED', null, { kind: 'cancelled' }],
    ['BOOKING_MOVED', '2026-12-03T10:00', { kind: 'moved', movedTo: '2026-12-03T10:00' }],
  ] as const)('revoked as %s is not welcome', async (code, movedTo, verdict) => {
    const revoked = [{ id: booking.visit.id, version: 1, code, movedTo }];
    expect(await judge(booking.token, knownOf({ ...office.list(), revoked }))).toEqual(verdict);
  });

  test('of another day is told its time, also when it has ended; the office’s zone says which day it is', async () => {
    const tomorrow = await office.sign({ ...booking.visit, startsAt: '2026-12-02T10:00:00+07:00' });
    const yesterday = await office.sign({ ...booking.visit, startsAt: '2026-11-30T10:00:00+07:00' });
    expect(await judge(tomorrow)).toEqual({ kind: 'other-day', startsAt: new Date('2026-12-02T03:00:00Z') });
    expect(await judge(yesterday)).toEqual({ kind: 'other-day', startsAt: new Date('2026-11-30T03:00:00Z') });
    // 07:30 in Jayapura is still the evening before in UTC.
    const early = await office.sign({ ...booking.visit, startsAt: '2026-12-01T07:30:00+09:00' });
    const inJayapura = { number: 51, timeZone: 'Asia/Jayapura' };
    const now = new Date('2026-12-01T07:00:00+09:00');
    expect(await judge(early, knownOf(null, { office: inJayapura, now }))).toMatchObject({ kind: 'welcome' });
  });

  test('that has ended is not welcome, even on its day', async () => {
    const known = knownOf();
    const check = await verifyTicket(booking.token, office.jwks(), new Date('2026-12-03T00:00:00+07:00'));
    expect(check).toMatchObject({ valid: false, reason: 'expired' });
    expect(judgeTicket(check, known)).toMatchObject({ kind: 'other-day' });
  });

  test('of another office is told so before its day is', async () => {
    const elsewhere = await office.sign({ ...booking.visit, startsAt: '2026-12-02T10:00:00+07:00' }, 52);
    expect(await judge(elsewhere)).toEqual({ kind: 'other-office', officeNumber: 52 });
  });

  test('that is forged, cut off, of another kind or under a key that nobody knows is never welcome', async () => {
    const stranger: Signer = await createSigner('1');
    const claims = { sub: booking.visit.id, o: 51, s: Date.parse(booking.visit.startsAt) / 60_000, exp: 2e9, v: 1 };
    expect(await judge(await stranger.sign(claims))).toEqual({ kind: 'forged' });
    expect(await judge(`${booking.token.slice(0, -8)}${'A'.repeat(8)}`)).toEqual({ kind: 'forged' });
    expect(await judge(booking.token.slice(0, 60))).toEqual({ kind: 'malformed' });
    expect(await judge(await stranger.sign(claims, { typ: 'manage+jwt' }))).toEqual({ kind: 'malformed' });
    expect(await judge(await stranger.sign(claims, { kid: '9' }))).toEqual({ kind: 'unknown-key' });
  });

  test('says nothing on a device that never read a list: which office this is, it does not know', async () => {
    expect(await judge(booking.token, knownOf(null, { office: null }))).toEqual({ kind: 'unknown-key' });
  });
});

describe('a code', () => {
  test('is looked up in today’s list and nowhere else', () => {
    const { visit } = booking;
    const code = visit.code ?? '';
    expect(judgeCode({ code }, knownOf())).toMatchObject({ kind: 'welcome', visit: { id: visit.id }, ticket: null });
    expect(judgeCode({ code: '00000000' }, knownOf())).toEqual({ kind: 'unknown' });
    expect(judgeCode({ code }, knownOf(null))).toEqual({ kind: 'unknown' });
    const tomorrow = new Date('2026-12-02T00:00:00+07:00');
    expect(judgeCode({ code }, knownOf(office.list(), { now: tomorrow }))).toEqual({ kind: 'unknown' });
  });

  test('of one person leads to the party, unless this person was cancelled', () => {
    const queueCode = booking.visit.applicants[1]?.queueCode ?? '';
    expect(judgeCode({ queueCode }, knownOf())).toMatchObject({ kind: 'welcome', visit: { id: booking.visit.id } });
    const list = listWith((visit) => ({
      ...visit,
      applicants: visit.applicants.map((person, at) => (at === 1 ? { ...person, status: 'cancelled' } : person)),
    }));
    expect(judgeCode({ queueCode }, knownOf(list))).toEqual({ kind: 'cancelled' });
    expect(judgeCode({ queueCode: 'Z10-999' }, knownOf(list))).toEqual({ kind: 'unknown' });
  });
});
