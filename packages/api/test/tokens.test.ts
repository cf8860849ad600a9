import { verifyTicket } from '@paspor-antrean/client/ticket';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draft, person } from './people.ts';
import { ticketKey } from './secrets.ts';
import { openTestOffice, refusal, type TestOffice } from './test-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const bookAt = async (id: string, n: number, party = 1, { antrean } = office) => {
  const hold = await antrean.holdSlot({ office: id, service: 'new', party });
  const people = Array.from({ length: party }, (_, at) => person(n + at));
  return { hold, booking: await antrean.bookHold({ office: id, token: hold.token, ...draft(people) }) };
};

describe('the booking token', () => {
  test('verifies with the JWKS alone and says only what it must', async () => {
    const { booking } = await bookAt('bandung', 1, 5);
    const keys = createLocalJWKSet(await office.antrean.readJwks());
    const options = { typ: 'booking+jwt', algorithms: ['EdDSA'], currentDate: office.now() };
    const { payload, protectedHeader } = await jwtVerify(booking.token, keys, options);
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: '1', typ: 'booking+jwt' });
    expect(payload).toEqual({
      sub: booking.id,
      o: 51,
      s: Date.parse(booking.slot.startsAt) / 60_000,
      exp: Date.parse('2026-11-24T02:00:00+07:00') / 1000,
      v: 1,
      n: expect.stringMatching(/^[\w-]{18}$/),
    });
    expect(await verifyTicket(booking.token, await office.antrean.readJwks(), office.now())).toEqual({
      valid: true,
      ticket: {
        bookingId: booking.id,
        officeNumber: 51,
        startsAt: new Date(booking.slot.startsAt),
        expiresAt: new Date('2026-11-24T02:00:00+07:00'),
        version: 1,
        holders: payload.n,
      },
    });
  });

  test('has at most 287 characters at every office, for a party of five, under a key of two characters', async () => {
    const rotated = await office.restart({ TICKET_KEYS: JSON.stringify([await ticketKey('10')]) });
    const { offices } = await rotated.antrean.listOffices();
    expect(offices).toHaveLength(124);
    let n = 1000;
    let longest = 0;
    for (const { id } of offices) {
      const { booking } = await bookAt(id, n, 5, rotated);
      n += 5;
      expect(decodeJwt(booking.token).n).toMatch(/^[\w-]{18}$/);
      longest = Math.max(longest, booking.token.length);
    }
    // Two characters are left, for a booking that was moved nine times.
    expect(longest).toBe(285);
  });

  test('with any one bit flipped is refused', async () => {
    const { booking } = await bookAt('bandung', 20);
    const read = async (token: string) =>
      (
        await office.ask(`/v1/offices/bandung/bookings/${booking.id}`, {
          headers: { authorization: `Bearer ${token}` },
        })
      ).status;
    expect(await read(booking.token)).toBe(200);
    for (let at = 0; at < booking.token.length; at++) {
      for (let bit = 0; bit < 7; bit++) {
        const flipped = String.fromCharCode(booking.token.charCodeAt(at) ^ (1 << bit));
        if (!/[!-~]/.test(flipped)) continue;
        expect(
          await read(booking.token.slice(0, at) + flipped + booking.token.slice(at + 1)),
          `bit ${bit} of ${at}`,
        ).toBe(401);
      }
    }
  });

  test('ends with the visit day and the office’s grace', async () => {
    const { booking } = await bookAt('malang', 30);
    const read = () => office.antrean.readBooking({ office: 'malang', id: booking.id, token: booking.token });
    office.setClock('2026-11-24T01:59:59');
    expect((await read()).id).toBe(booking.id);
    office.setClock('2026-11-24T02:00:01');
    expect((await refusal(read())).code).toBe('TOKEN_EXPIRED');
    office.setClock('2026-11-23T09:00:00');
  });
});

describe('each kind of token', () => {
  test('is refused where another is due', async () => {
    const { hold, booking } = await bookAt('bandung', 40);
    const tokens = { hold: hold.token, booking: booking.token, manage: booking.manageToken ?? '' };
    const id = booking.id;
    const { antrean } = office;
    const places = {
      hold: (token: string) => antrean.readHold({ office: 'bandung', id, token }),
      extend: (token: string) => antrean.extendHold({ office: 'bandung', id, token }),
      book: (token: string) => antrean.bookHold({ office: 'bandung', token, ...draft([person(40)]) }),
      move: (token: string) => antrean.moveBooking({ office: 'bandung', id, token, slot: '2026-11-30T09:00' }),
      cancel: (token: string) => antrean.cancelBooking({ office: 'bandung', id, token }),
      one: (token: string) => antrean.cancelApplicant({ office: 'bandung', id, token, queueCode: 'A09-001' }),
      calendar: (token: string) => antrean.readCalendar({ office: 'bandung', id, token }),
    };
    const due = {
      hold: 'hold',
      extend: 'hold',
      book: 'hold',
      move: 'manage',
      cancel: 'manage',
      one: 'manage',
      calendar: 'manage',
    };
    for (const [name, ask] of Object.entries(places) as [keyof typeof places, (token: string) => Promise<unknown>][]) {
      for (const [kind, token] of Object.entries(tokens)) {
        if (kind !== due[name]) expect((await refusal(ask(token))).code, `${kind} at ${name}`).toBe('TOKEN_INVALID');
      }
    }
    expect((await refusal(antrean.readBooking({ office: 'bandung', id, token: tokens.hold }))).code).toBe(
      'TOKEN_INVALID',
    );
  });

  test('opens only its own booking at its own office', async () => {
    const [a, b] = [await bookAt('bandung', 50), await bookAt('bandung', 51)];
    const manage = a.booking.manageToken ?? '';
    const codes = await Promise.all([
      refusal(office.antrean.readBooking({ office: 'bandung', id: b.booking.id, token: manage })),
      refusal(office.antrean.readBooking({ office: 'malang', id: a.booking.id, token: manage })),
      refusal(office.antrean.readBooking({ office: 'malang', id: a.booking.id, token: a.booking.token })),
      refusal(office.antrean.bookHold({ office: 'malang', token: a.hold.token, ...draft([person(50)]) })),
    ]);
    expect(codes.map(({ code }) => code)).toEqual(Array(4).fill('NOT_ALLOWED'));
  });

  test('forged without a signature, under the public key or with another algorithm is refused', async () => {
    const { booking } = await bookAt('bandung', 60);
    const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = decodeJwt(booking.token);
    const header = decodeProtectedHeader(booking.token);
    const forged = [
      `${b64({ ...header, alg: 'none' })}.${b64(claims)}.AAAA`,
      `${b64({ ...header, alg: 'none' })}.${b64(claims)}.`,
      `${b64({ ...header, alg: 'HS256' })}.${b64(claims)}.${booking.token.split('.')[2]}`,
      `${b64({ ...header, kid: '9' })}.${b64(claims)}.${booking.token.split('.')[2]}`,
      `${booking.token}.`,
      `${booking.token}=`,
      `${booking.token} x`,
      `${booking.token.split('.').slice(0, 2).join('.')}`,
      b64({}),
    ];
    for (const token of forged) {
      const answer = await office.ask(`/v1/offices/bandung/bookings/${booking.id}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status, token).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });
});

test('nothing that was signed without a token is open: no bearer is TOKEN_MISSING', async () => {
  const { booking } = await bookAt('bandung', 70);
  for (const authorization of [undefined, '', 'Bearer', 'Bearer ', 'Basic abc']) {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const answer = await office.ask(`/v1/offices/bandung/bookings/${booking.id}`, { headers });
    expect(await answer.json()).toMatchObject({ code: 'TOKEN_MISSING', status: 401 });
  }
});
