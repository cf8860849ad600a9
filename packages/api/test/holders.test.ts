import { createHmac, hkdfSync } from 'node:crypto';
import type { Booking } from '@paspor-antrean/client';
import { holderMatches, verifyTicket } from '@paspor-antrean/client/ticket';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packHolders } from '../../client/test/mint.ts';
import { readConfig } from '../src/config.ts';
import { createDayKeys } from '../src/ticket/day-keys.ts';
import { draft, person } from './people.ts';
import { tokenSecret } from './secrets.ts';
import { openTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const family = (n: number, size: number) => Array.from({ length: size }, (_, at) => person(n + at));
const niks = (n: number, size: number) => family(n, size).map(({ nik }) => nik);

const book = async (n: number, size: number, slot?: string, { antrean } = office) => {
  const by = { office: 'bandung', service: 'new', party: size, ...(slot && { slot }) } as const;
  const hold = await antrean.holdSlot(by);
  return await antrean.bookHold({ office: 'bandung', token: hold.token, ...draft(family(n, size)) });
};
const manage = (booking: Booking) => ({ office: 'bandung', id: booking.id, token: booking.manageToken ?? '' });
const bits = ({ token }: Booking) => decodeJwt(token).n as string | undefined;
const dayOf = ({ slot }: Booking) => slot.slot.slice(0, 10);

/** As the day's list hands them out. */
const dayKeys = async (on: string, { env } = office, id = 'bandung') => {
  const keys = await (await createDayKeys(readConfig(env).TOKEN_SECRET))(id, on);
  return keys.map((key) => Buffer.from(key).toString('base64url'));
};

/** What the clerk's device finds, with the public keys, the day's keys and the card. */
const found = async (booking: Booking, nik: string, keys: readonly string[], { antrean } = office) => {
  const check = await verifyTicket(booking.token, await antrean.readJwks(), office.now());
  if (!check.valid) throw new Error(`The token is ${check.reason}`);
  return await holderMatches(keys, check.ticket.bookingId, check.ticket.holders, nik);
};

describe('a booking token is bound to its people', () => {
  test('each card of a family of three matches in its place, another card nowhere', async () => {
    const booking = await book(1, 3);
    const keys = await dayKeys(dayOf(booking));
    expect(bits(booking)).toBe(packHolders(keys[0] ?? '', booking.id, niks(1, 3)));
    const cards = [...niks(1, 3), person(9).nik];
    expect(await Promise.all(cards.map((nik) => found(booking, nik, keys)))).toEqual([[0], [1], [2], []]);
  });

  test('and says nothing under the key of another day or office', async () => {
    const booking = await book(11, 1);
    for (const keys of [await dayKeys('2026-12-31'), await dayKeys(dayOf(booking), office, 'malang')])
      expect(await found(booking, person(11).nik, keys)).toEqual([]);
  });

  test('asked for again, looked up or read from the paper it is the same token', async () => {
    const hold = await office.antrean.holdSlot({ office: 'bandung', service: 'new', party: 2 });
    const send = () => office.antrean.bookHold({ office: 'bandung', token: hold.token, ...draft(family(21, 2)) });
    const booking = await send();
    const { birthOn, nik } = person(21);
    const again = [
      await send(),
      await office.antrean.lookUpBooking({ office: 'bandung', code: booking.code, nikLast4: nik.slice(-4), birthOn }),
      await office.antrean.readBooking(manage(booking)),
      await office.antrean.readBooking({ office: 'bandung', id: booking.id, token: booking.token }),
    ];
    expect(again.map(({ token }) => token)).toEqual(Array(4).fill(booking.token));
  });

  test('a move to another day binds anew; who was cancelled keeps their place', async () => {
    const booking = await book(31, 3, '2026-11-26T09:00');
    const [, second] = booking.applicants;
    const less = await office.antrean.cancelApplicant({ ...manage(booking), queueCode: second?.queueCode ?? '' });
    expect(bits(less)).toBe(bits(booking));
    const moved = await office.antrean.moveBooking({ ...manage(less), slot: '2026-11-27T09:00' });
    expect(bits(moved)).not.toBe(bits(booking));
    const keys = await dayKeys('2026-11-27');
    expect(await found(moved, person(33).nik, keys)).toEqual([2]);
    expect(await found(moved, person(33).nik, await dayKeys('2026-11-26'))).toEqual([]);
  });

  test('a token whose personal data is gone is bound to nobody', async () => {
    const booking = await book(41, 1);
    await office.sql`update booking set personal = null where code = ${booking.code}`;
    expect(bits(await office.antrean.readBooking(manage(booking)))).toBeUndefined();
  });

  test('a party too large for its QR has a token without bits, which is valid', async () => {
    await office.sql`update office set party_max = 20 where office_id = 'bandung'`;
    const after = await office.restart({});
    const booking = await book(51, 20, undefined, after);
    expect(booking.token.length).toBeLessThanOrEqual(287);
    expect(bits(booking)).toBeUndefined();
    expect(await found(booking, person(51).nik, await dayKeys(dayOf(booking)))).toBeUndefined();
    const six = await book(71, 6, undefined, after);
    expect(await found(six, person(76).nik, await dayKeys(dayOf(six)))).toEqual([5]);
  });
});

test('while TOKEN_SECRET is rotated both an old and a new token match, the new one under the first key', async () => {
  const old = await book(101, 2);
  const rotated = await office.restart({ TOKEN_SECRET: `${tokenSecret()},${office.env.TOKEN_SECRET}` });
  const fresh = await book(111, 2, undefined, rotated);
  const keys = await dayKeys(dayOf(old), rotated);
  expect(keys).toHaveLength(2);
  expect(keys[1]).toBe((await dayKeys(dayOf(old)))[0]);
  expect(await found(old, person(102).nik, keys)).toEqual([1]);
  expect(await found(fresh, person(112).nik, await dayKeys(dayOf(fresh), rotated))).toEqual([1]);
  expect(await found(fresh, person(112).nik, await dayKeys(dayOf(fresh)))).toEqual([]);
  const renewed = await rotated.antrean.readBooking(manage(old));
  expect(bits(renewed)).toBe(packHolders(keys[0] ?? '', old.id, niks(101, 2)));
});

describe('a day key', () => {
  const secrets = ['a'.repeat(32), 'b'.repeat(32)];

  test('is what it always was: another one would leave every card a stranger', async () => {
    const expected = secrets.map((secret) => {
      const base = Buffer.from(hkdfSync('sha256', secret, '', 'paspor-antrean day', 32));
      return createHmac('sha256', base).update('bandung 2026-12-01').digest();
    });
    const keysOf = await createDayKeys(secrets);
    expect((await keysOf('bandung', '2026-12-01')).map((key) => Buffer.from(key))).toEqual(expected);
  });

  test('is the same when it is asked for again, also after more days than are remembered, and of no other day', async () => {
    const keysOf = await createDayKeys(secrets);
    const key = async (id: string, on: string) => Buffer.from((await keysOf(id, on))[0] ?? []).toString('hex');
    const before = await key('bandung', '2026-12-01');
    const others = await Promise.all(Array.from({ length: 1500 }, (_, at) => key(`kantor-${at}`, '2026-12-01')));
    expect(new Set([before, ...others, await key('bandung', '2026-12-02')]).size).toBe(1502);
    expect(await key('bandung', '2026-12-01')).toBe(before);
  });
});
