import { describe, expect, test } from 'vitest';
import { draft, person } from '../../packages/api/test/people.ts';
import { refusal } from '../../packages/api/test/test-office.ts';
import { bandung, type Ground, malang } from './ground.ts';

/** People, codes and tokens. */
export const bookings = ({ subject, antrean, hold, book, manage, free, at }: Ground): void => {
  describe('a booking', () => {
    const child = {
      name: 'Rani',
      nik: '9901014106150003',
      birthOn: '2015-06-01',
      relation: 'child' as const,
      passportType: 'electronic-5' as const,
    };

    test('of a family gives a code each and the fees, and gives back the seats that were too many', async () => {
      const slot = '2026-11-27T10:00';
      const held = await hold('malang', slot, 5);
      const family = draft([person(10, { passportType: 'electronic-10' }), child]);
      const minor = await refusal(antrean().bookHold({ ...malang, token: held.token, ...family }));
      expect(minor).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'guardian', code: 'REQUIRED' }] });
      const booking = await antrean().bookHold({ ...malang, token: held.token, ...family, guardian: true });
      expect(booking).toMatchObject({ id: held.id, status: 'booked', reschedulesLeft: 1 });
      expect(booking.createdAt).toBe('2026-11-23T09:00:00+07:00');
      expect(booking.applicants.map(({ queueCode }) => queueCode)).toEqual(['A10-001', 'A10-002']);
      expect(booking.applicants.map(({ feeIdr }) => feeIdr)).toEqual([950_000, 650_000]);
      expect(booking.contact).toEqual({ phone: '+62812•••0001' });
      expect(await free('malang', slot)).toBe(23);
      expect(await antrean().readHold({ ...malang, id: held.id, token: held.token })).toEqual({
        state: 'booked',
        booking,
      });
      for (const call of [antrean().releaseHold, antrean().extendHold])
        expect((await refusal(call({ ...malang, id: held.id, token: held.token }))).code).toBe('HOLD_BOOKED');
      const less = await antrean().cancelApplicant({ ...manage(booking), queueCode: 'A10-002' });
      expect(less.applicants.map(({ status }) => status)).toEqual(['booked', 'cancelled']);
      const gone = await antrean().cancelBooking(manage(booking));
      expect(gone.status).toBe('cancelled');
      expect(await antrean().cancelBooking(manage(booking))).toEqual(gone);
      expect(await free('malang', slot)).toBe(25);
      expect((await refusal(antrean().readCalendar(manage(booking)))).code).toBe('BOOKING_CANCELLED');
    });

    test('asked for again is the same bytes, also after the hold’s time; for other people a conflict', async () => {
      const { token } = await hold('bandung', '2026-11-27T13:00');
      const send = (people = [person(20)]) =>
        subject().ask('/v1/offices/bandung/bookings', {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(draft(people)),
        });
      const first = await send();
      const text = await first.text();
      const second = await at('2026-11-23T09:30:00', () => send());
      expect([first.status, second.status, await second.text()]).toEqual([201, 200, text]);
      expect(await (await send([person(21)])).json()).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    });

    test('of someone who has one anywhere is refused and says nothing of it, until that visit’s day is over', async () => {
      const first = await book(30, 'bandung', '2026-11-24T09:00');
      const twice = async () => {
        const held = await hold('palembang', '2026-11-26T09:00');
        return await antrean().bookHold({ office: 'palembang', token: held.token, ...draft([person(30)]) });
      };
      const refused = await refusal(twice());
      expect(refused).toMatchObject({ code: 'NIK_ALREADY_BOOKED', help: { name: 'Kantor Imigrasi Palembang' } });
      for (const secret of [first.code, first.id, person(30).nik])
        expect(JSON.stringify(refused)).not.toContain(secret);
      expect((await at('2026-11-24T23:59:59', () => refusal(twice()))).code).toBe('NIK_ALREADY_BOOKED');
      expect((await at('2026-11-25T00:00:00', twice)).status).toBe('booked');
    });

    test('needs the hold’s own token, today’s notice and no more people than are held', async () => {
      const held = await hold('bandung');
      const send = (over: object, token = held.token) =>
        refusal(antrean().bookHold({ ...bandung, token, ...draft([person(40)]), ...over }));
      expect((await send({ applicants: [person(40), person(41)] })).code).toBe('PARTY_TOO_LARGE');
      expect((await send({ privacyVersion: '2020-01' })).fields).toEqual([
        { field: 'privacyVersion', code: 'OUTDATED' },
      ]);
      expect((await send({ applicants: [person(40, { birthOn: '2026-11-24' })], guardian: true })).fields).toEqual([
        { field: 'applicants.0.birthOn', code: 'FUTURE' },
      ]);
      expect((await send({}, `${held.token.slice(0, -2)}xx`)).code).toBe('TOKEN_INVALID');
      expect((await send({}, (await hold('malang')).token)).code).toBe('NOT_ALLOWED');
    });

    test('of one person is made at most five times an hour, cancelled ones too', async () => {
      for (let n = 0; n < 5; n++) await antrean().cancelBooking(manage(await book(50)));
      expect(await at('2026-11-23T09:20:00', () => refusal(book(50)))).toMatchObject({
        code: 'RATE_LIMITED',
        status: 429,
        retryAfterSeconds: 2400,
      });
      expect((await at('2026-11-23T10:00:01', () => book(50))).status).toBe('booked');
    });

    test('is shown to the bearer of the paper with names masked and without the way to change it', async () => {
      const booking = await book(60);
      const by = { ...bandung, id: booking.id };
      expect(await antrean().readBooking({ ...by, token: booking.manageToken ?? '' })).toEqual(booking);
      const shown = await antrean().readBooking({ ...by, token: booking.token });
      expect(shown.applicants[0]).toMatchObject({ name: 'C••• I•••', nikLast4: '••••' });
      expect(shown).not.toHaveProperty('manageToken');
      expect((await refusal(antrean().cancelBooking({ ...by, token: booking.token }))).code).toBe('TOKEN_INVALID');
    });

    test('signs its token so that the public keys alone can tell, in few characters', async () => {
      const { token, id } = await book(61);
      expect(token.length).toBeLessThanOrEqual(287);
      const [header = '', payload = '', signature = ''] = token.split('.');
      const bytes = (text: string) => Buffer.from(text, 'base64url');
      const { kid, alg, typ } = JSON.parse(bytes(header).toString());
      expect({ alg, typ }).toEqual({ alg: 'EdDSA', typ: 'booking+jwt' });
      const claims = JSON.parse(bytes(payload).toString());
      expect(Object.keys(claims).sort()).toEqual(['exp', 'n', 'o', 's', 'sub', 'v']);
      expect(claims).toMatchObject({ sub: id, o: 51, v: 1, n: expect.stringMatching(/^[\w-]{4}$/) });
      const jwk = (await antrean().readJwks()).keys.find((key) => key.kid === kid);
      const { subtle } = crypto;
      const key = await subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x: jwk?.x ?? '' }, 'Ed25519', false, [
        'verify',
      ]);
      const signed = (text: string) => subtle.verify('Ed25519', key, bytes(signature), new TextEncoder().encode(text));
      expect([await signed(`${header}.${payload}`), await signed(`${header}.${payload}x`)]).toEqual([true, false]);
    });

    test('has a calendar file that says when and where, and nothing of who', async () => {
      const booking = await book(62, 'bandung', '2026-11-27T09:00');
      const file = await antrean().readCalendar(manage(booking));
      const unfolded = file.replace(/\r\n /g, '');
      for (const line of ['DTSTART:20261127T020000Z', 'DTEND:20261127T030000Z']) expect(unfolded).toContain(line);
      expect(unfolded).toContain(booking.code);
      expect(unfolded).not.toContain(person(62).name);
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    });
  });
};
