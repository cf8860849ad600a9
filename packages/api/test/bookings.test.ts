import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectInvariants } from './invariants.ts';
import { draft, person } from './people.ts';
import { dataKey, testSecrets, ticketKey, tokenSecret } from './secrets.ts';
import { openTestOffice, refusal, type TestOffice } from './test-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(async () => {
  await expectInvariants(office.sql);
  await office.close();
});

const bandung = { office: 'bandung' } as const;
const monday = '2026-11-23T09:00:00';

const hold = (at = 'bandung', slot?: string, party = 1) =>
  office.antrean.holdSlot({ office: at, service: 'new', slot, party });
const book = async (n: number, at = 'bandung', slot?: string) =>
  office.antrean.bookHold({ office: at, token: (await hold(at, slot)).token, ...draft([person(n)]) });

describe('one person', () => {
  test('has one live booking at all offices together, and the refusal says nothing of the other one', async () => {
    const first = await book(100);
    const other = await hold('palembang');
    const refused = await refusal(
      office.antrean.bookHold({ office: 'palembang', token: other.token, ...draft([person(100)]) }),
    );
    expect(refused).toMatchObject({ code: 'NIK_ALREADY_BOOKED', help: { name: 'Kantor Imigrasi Palembang' } });
    const said = JSON.stringify(refused);
    for (const secret of [first.code, first.id, 'andung', person(100).nik]) expect(said).not.toContain(secret);
  });

  test('who was refused keeps the hold and can book it for someone else', async () => {
    await book(101);
    const held = await hold();
    await refusal(office.antrean.bookHold({ ...bandung, token: held.token, ...draft([person(101)]) }));
    const booking = await office.antrean.bookHold({ ...bandung, token: held.token, ...draft([person(102)]) });
    expect(booking.id).toBe(held.id);
  });

  test('can book again after the visit day, by the clock alone', async () => {
    await book(110, 'bandung', '2026-11-24T09:00');
    const again = async () => {
      const held = await hold('malang', '2026-11-26T09:00');
      return await office.antrean
        .bookHold({ office: 'malang', token: held.token, ...draft([person(110)]) })
        .catch((error) => error);
    };
    office.setClock('2026-11-24T23:59:59');
    expect((await again()).code).toBe('NIK_ALREADY_BOOKED');
    office.setClock('2026-11-25T00:00:00');
    expect((await again()).status).toBe('booked');
    office.setClock(monday);
  });

  test('books at most five times an hour, cancelled ones too', async () => {
    for (let n = 0; n < 5; n++) {
      const booking = await book(120);
      await office.antrean.cancelBooking({ ...bandung, id: booking.id, token: booking.manageToken ?? '' });
    }
    const sixth = await hold();
    const attempt = () => office.antrean.bookHold({ ...bandung, token: sixth.token, ...draft([person(120)]) });
    expect(await refusal(attempt())).toMatchObject({ code: 'RATE_LIMITED', status: 429 });
    office.setClock('2026-11-23T10:00:01');
    expect((await book(120)).status).toBe('booked');
    office.setClock(monday);
  });

  test('asked for twice at the same instant under two holds is booked once', async () => {
    for (let round = 0; round < 10; round++) {
      const holds = await Promise.all([hold('bandung'), hold('malang'), hold('padang'), hold('medan')]);
      const outcomes = await Promise.all(
        holds.map(({ officeId, token }) =>
          office.antrean.bookHold({ office: officeId, token, ...draft([person(130 + round)]) }).then(
            () => 'booked',
            (error) => error.code,
          ),
        ),
      );
      expect(outcomes.sort()).toEqual(['NIK_ALREADY_BOOKED', 'NIK_ALREADY_BOOKED', 'NIK_ALREADY_BOOKED', 'booked']);
    }
  });

  test('of two families that share them in crossed order, one gets through and none deadlocks', async () => {
    for (let round = 0; round < 10; round++) {
      const [a, b] = [person(200 + round * 2), person(201 + round * 2)];
      const [one, two] = await Promise.all([hold('bandung', undefined, 2), hold('malang', undefined, 2)]);
      const outcomes = await Promise.all([
        office.antrean.bookHold({ office: 'bandung', token: one.token, ...draft([a, b]) }).then(
          () => 'booked',
          (e) => e.code,
        ),
        office.antrean.bookHold({ office: 'malang', token: two.token, ...draft([b, a]) }).then(
          () => 'booked',
          (e) => e.code,
        ),
      ]);
      expect(outcomes.sort()).toEqual(['NIK_ALREADY_BOOKED', 'booked']);
    }
  });
});

describe('a booking asked for again', () => {
  test('is the same booking, byte for byte, also after the hold’s time', async () => {
    const held = await hold();
    const ask = () =>
      office.ask('/v1/offices/bandung/bookings', {
        method: 'POST',
        headers: { authorization: `Bearer ${held.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(draft([person(300)])),
      });
    const first = await ask();
    expect(first.status).toBe(201);
    const text = await first.text();
    await book(301);
    const second = await ask();
    expect([second.status, await second.text()]).toEqual([200, text]);
    office.setClock('2026-11-23T09:30:00');
    const third = await ask();
    expect([third.status, await third.text()]).toEqual([200, text]);
    office.setClock(monday);
  });

  test('many times at once is made once', async () => {
    const held = await hold();
    const asks = Array.from({ length: 16 }, () =>
      office.antrean.bookHold({ ...bandung, token: held.token, ...draft([person(310)]) }),
    );
    const bookings = await Promise.all(asks);
    expect(new Set(bookings.map(({ code }) => code)).size).toBe(1);
  });

  test('for other people is a conflict', async () => {
    const held = await hold();
    await office.antrean.bookHold({ ...bandung, token: held.token, ...draft([person(320)]) });
    const other = office.antrean.bookHold({ ...bandung, token: held.token, ...draft([person(321)]) });
    expect((await refusal(other)).code).toBe('IDEMPOTENCY_CONFLICT');
  });

  test('after every key was rotated is still that booking', async () => {
    const held = await hold();
    const booking = await office.antrean.bookHold({ ...bandung, token: held.token, ...draft([person(330)]) });
    const { NIK_KEY } = await testSecrets();
    const rotated = await office.restart({
      TICKET_KEYS: JSON.stringify([await ticketKey('2'), ...JSON.parse(office.env.TICKET_KEYS ?? '[]')]),
      TOKEN_SECRET: `${tokenSecret()},${office.env.TOKEN_SECRET}`,
      DATA_KEYS: `${dataKey('k2')},${office.env.DATA_KEYS}`,
      NIK_KEY: NIK_KEY ?? '',
    });
    const again = await rotated.antrean.bookHold({ ...bandung, token: held.token, ...draft([person(330)]) });
    expect(again).toMatchObject({ id: booking.id, code: booking.code, applicants: booking.applicants });
    const old = { ...bandung, id: booking.id };
    expect((await rotated.antrean.readBooking({ ...old, token: booking.token })).code).toBe(booking.code);
    expect((await rotated.antrean.readBooking({ ...old, token: booking.manageToken ?? '' })).code).toBe(booking.code);
    expect((await rotated.antrean.readJwks()).keys.map(({ kid }) => kid)).toEqual(['2', '1']);
  });

  test('after the hold ended unbooked is refused', async () => {
    const held = await hold();
    office.setClock('2026-11-23T09:10:00');
    const late = office.antrean.bookHold({ ...bandung, token: held.token, ...draft([person(340)]) });
    expect((await refusal(late)).code).toBe('HOLD_EXPIRED');
    office.setClock(monday);
  });
});

describe('a move', () => {
  test('replaces the tokens; the old ones are revoked, but may ask for that same move again', async () => {
    const booking = await book(400, 'bandung', '2026-11-25T09:00');
    const by = { ...bandung, id: booking.id, token: booking.manageToken ?? '' };
    const moved = await office.antrean.moveBooking({ ...by, slot: '2026-11-27T10:00' });
    expect(await office.antrean.moveBooking({ ...by, slot: '2026-11-27T10:00' })).toEqual(moved);
    const codes = await Promise.all([
      refusal(office.antrean.readBooking({ ...by, token: booking.token })),
      refusal(office.antrean.readBooking(by)),
      refusal(office.antrean.cancelBooking(by)),
      refusal(office.antrean.moveBooking({ ...by, slot: '2026-11-27T13:00' })),
    ]);
    expect(codes.map(({ code }) => code)).toEqual(Array(4).fill('TOKEN_REVOKED'));
    const next = office.antrean.moveBooking({ ...by, token: moved.manageToken ?? '', slot: '2026-11-27T13:00' });
    expect((await refusal(next)).code).toBe('RESCHEDULE_LIMIT');
  });

  test('to the slot it has is no move', async () => {
    const booking = await book(401, 'bandung', '2026-11-25T09:00');
    const same = await office.antrean.moveBooking({
      ...bandung,
      id: booking.id,
      token: booking.manageToken ?? '',
      slot: '2026-11-25T09:00',
    });
    expect(same).toEqual(booking);
  });

  test('carries the claim along and frees the old seat', async () => {
    const booking = await book(402, 'bandung', '2026-11-24T10:00');
    const by = { ...bandung, id: booking.id, token: booking.manageToken ?? '' };
    await office.antrean.moveBooking({ ...by, slot: '2026-11-27T10:00' });
    office.setClock('2026-11-25T09:00:00');
    const held = await hold('malang');
    const twice = office.antrean.bookHold({ office: 'malang', token: held.token, ...draft([person(402)]) });
    expect((await refusal(twice)).code).toBe('NIK_ALREADY_BOOKED');
    office.setClock(monday);
  });

  test('into a full slot is refused with alternatives and loses nothing', async () => {
    const booking = await book(403, 'malang', '2026-11-25T09:00');
    for (let n = 0; n < 5; n++) await hold('malang', '2026-11-26T08:00', 5);
    const by = { office: 'malang', id: booking.id, token: booking.manageToken ?? '' };
    const full = await refusal(office.antrean.moveBooking({ ...by, slot: '2026-11-26T08:00' }));
    expect(full.code).toBe('SLOT_FULL');
    expect(full.alternatives).toHaveLength(3);
    expect(await office.antrean.readBooking(by)).toEqual(booking);
  });

  test('both ways between two full slots neither deadlocks nor oversells', async () => {
    const [a, b] = ['2026-11-26T10:00', '2026-11-26T11:00'];
    const bookings = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => book(410 + n, 'malang', n % 2 ? a : b)),
    );
    for (const slot of [a, b]) for (let n = 0; n < 4; n++) await hold('malang', slot, 5);
    const outcomes = await Promise.all(
      bookings.map(({ id, manageToken = '', slot }) =>
        office.antrean.moveBooking({ office: 'malang', id, token: manageToken, slot: slot.slot === a ? b : a }).then(
          () => 'moved',
          (error) => error.code,
        ),
      ),
    );
    for (const outcome of outcomes) expect(['moved', 'SLOT_FULL']).toContain(outcome);
    await expectInvariants(office.sql);
  });
});

describe('a cancellation', () => {
  test('frees the seats and the people at once', async () => {
    const free = async () =>
      (await office.antrean.readAvailability({ office: 'padang', service: 'new', from: '2026-11-26', days: 1 })).days[0]
        ?.remaining ?? 0;
    const before = await free();
    const booking = await book(500, 'padang', '2026-11-26T09:00');
    expect(await free()).toBe(before - 1);
    await office.antrean.cancelBooking({ office: 'padang', id: booking.id, token: booking.manageToken ?? '' });
    expect(await free()).toBe(before);
    expect((await book(500, 'padang', '2026-11-26T09:00')).status).toBe('booked');
  });

  test('from the slot’s start on is too late', async () => {
    const booking = await book(501, 'bandung', '2026-11-23T11:00');
    office.setClock('2026-11-23T11:00:00');
    const by = { ...bandung, id: booking.id, token: booking.manageToken ?? '' };
    expect((await refusal(office.antrean.cancelBooking(by))).code).toBe('TOO_LATE');
    office.setClock(monday);
  });

  test('against a hold of the same slot gives each seat away once', async () => {
    const slot = '2026-11-27T09:00';
    const bookings = await Promise.all(Array.from({ length: 5 }, (_, n) => book(510 + n, 'malang', slot)));
    for (let n = 0; n < 4; n++) await hold('malang', slot, 5);
    const cancelled = bookings.map(({ id, manageToken = '' }) =>
      office.antrean.cancelBooking({ office: 'malang', id, token: manageToken }),
    );
    const wanted = Array.from({ length: 20 }, () =>
      hold('malang', slot).then(
        () => 1,
        () => 0,
      ),
    );
    const won = (await Promise.all(wanted)).reduce((sum: number, n) => sum + n, 0);
    await Promise.all(cancelled);
    expect(won).toBeLessThanOrEqual(5);
    await expectInvariants(office.sql);
  });
});
