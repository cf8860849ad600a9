import type { AntreanClient } from '@paspor-antrean/client';
import { beforeAll, describe, expect, test } from 'vitest';
import { draft, person } from '../../packages/api/test/people.ts';
import { refusal } from '../../packages/api/test/test-office.ts';
import { conventions } from './conventions.ts';

/** Something that promises to keep the contract: the API, or the fake. */
export interface Subject {
  /** Asks once, never again by itself. */
  antrean: AntreanClient;
  /** By path, for what no client would send. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** By office wall time in WIB. */
  setClock(wall: string): void;
}

const monday = '2026-11-23T09:00:00';
const bandung = { office: 'bandung' } as const;
const malang = { office: 'malang' } as const; // 25 seats an hour

/**
 * What everyone who keeps the contract does alike, so that whoever tests against the fake has tested against the API.
 * Begins at 09:00 on Monday 23 November 2026 in Bandung with no booking, and at least 500 seats for one client.
 */
export const keepsTheContract = (open: () => Promise<Subject>): void => {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  const antrean = () => subject.antrean;
  const hold = (office: string, slot?: string, party = 1) =>
    antrean().holdSlot({ office, service: 'new', slot, party });
  const book = async (n: number, office = 'bandung', slot?: string) =>
    antrean().bookHold({ office, token: (await hold(office, slot)).token, ...draft([person(n)]) });
  const manage = ({ officeId, id, manageToken = '' }: Awaited<ReturnType<typeof book>>) => ({
    office: officeId,
    id,
    token: manageToken,
  });
  const free = async (office: string, slot: string) => {
    const { days } = await antrean().readAvailability({ office, service: 'new', from: slot.slice(0, 10), days: 1 });
    return days[0]?.slots.find((candidate) => candidate.slot === slot)?.remaining;
  };
  const fill = async (office: string, slot: string, seats: number) => {
    for (let left = seats; left > 0; left -= 5) await hold(office, slot, Math.min(5, left));
  };
  const at = async <T>(wall: string, then: () => Promise<T>): Promise<T> => {
    subject.setClock(wall);
    return await then().finally(() => subject.setClock(monday));
  };

  describe('offices', () => {
    test('are read whole, with when the next day opens', async () => {
      const office = await antrean().readOffice(bandung);
      expect(office).toMatchObject({ number: 51, partyMax: 5, holdMinutes: 10, timeZone: 'Asia/Jakarta' });
      expect(office.nextReleaseAt).toBe('2026-11-28T08:00:00+07:00'); // 24 to 27 December are closed
      expect((await refusal(antrean().readOffice({ office: 'atlantis' }))).code).toBe('OFFICE_UNKNOWN');
    });

    test('are found by words, by id and by nearness', async () => {
      const ids = async (query: object) => (await antrean().listOffices(query)).offices.map(({ id }) => id);
      expect(await ids({ q: 'BANDUNG hatta' })).toEqual(['bandung-soekarno-hatta']);
      expect(await ids({ ids: 'malang,bandung' })).toEqual(['bandung', 'malang']);
      expect((await ids({ near: '-6.9,107.6' })).slice(0, 2).sort()).toEqual(['bandung', 'bandung-soekarno-hatta']);
      expect((await ids({ near: '-8.5,140.4' }))[0]).toBe('merauke');
    });
  });

  describe('a day', () => {
    const day = async (office: string, from: string, party = 1) =>
      (await antrean().readAvailability({ office, service: 'new', from, days: 1, party })).days[0];

    test.each([
      ['bandung', '2026-11-20', { status: 'closed', reason: 'past' }],
      ['bandung', '2026-11-28', { status: 'closed', reason: 'weekend' }],
      ['bandung', '2026-12-25', { status: 'holiday', reason: 'Kelahiran Yesus Kristus' }],
      ['bandung', '2026-12-28', { status: 'not-released', releasesAt: '2026-11-28T08:00:00+07:00' }],
      ['bandung', '2027-02-22', { status: 'not-released', releasesAt: '2027-01-23T08:00:00+07:00' }],
      ['bandung', '2026-11-30', { status: 'open', remaining: 330 }],
      ['bandung-soekarno-hatta', '2026-11-30', { status: 'open', remaining: 120 }],
      ['palembang', '2026-11-30', { status: 'open', remaining: 200 }],
      ['malang', '2026-12-04', { status: 'open', remaining: 175 }],
    ])('of %s on %s says how it is', async (office, on, expected) => {
      expect(await day(office, on)).toMatchObject(expected);
    });

    test('is over when its last hour began, and opens at its hour, by the clock', async () => {
      const today = () => day('bandung', '2026-11-23');
      expect(await at('2026-11-23T15:30:00', today)).toMatchObject({ status: 'closed', reason: 'too-late' });
      const last = () => day('bandung', '2026-12-28');
      expect((await at('2026-11-28T07:59:59', last))?.status).toBe('not-released');
      expect((await at('2026-11-28T08:00:00', last))?.status).toBe('open');
    });

    test('is told in the office’s own time', async () => {
      const slots = (await day('merauke', '2026-11-30'))?.slots;
      expect(slots?.[0]).toMatchObject({ slot: '2026-11-30T08:00', startsAt: '2026-11-30T08:00:00+09:00' });
    });
  });

  describe('a hold', () => {
    test('takes the earliest slot with room for the whole party, for the office’s minutes', async () => {
      const held = await hold('bandung', undefined, 3);
      expect(held).toMatchObject({ party: 3, expiresAt: '2026-11-23T09:10:00+07:00', extendable: true });
      expect(held.slot).toMatchObject({ slot: '2026-11-23T10:00', remaining: 0 });
      expect((await refusal(hold('bandung', undefined, 6))).code).toBe('PARTY_TOO_LARGE');
    });

    test('of a full slot is refused with three others', async () => {
      await fill('malang', '2026-11-24T08:00', 25);
      const full = await refusal(hold('malang', '2026-11-24T08:00'));
      expect(full).toMatchObject({ code: 'SLOT_FULL', status: 409 });
      const others = (full.alternatives as { slot: string }[]).map(({ slot }) => slot);
      expect(others).toEqual(['2026-11-24T09:00', '2026-11-24T10:00', '2026-11-24T11:00']);
    });

    test.each([
      ['2026-11-23T08:00', 'SLOT_PAST'],
      ['2026-11-24T12:00', 'SLOT_UNKNOWN'],
      ['2026-12-28T08:00', 'SLOT_NOT_RELEASED'],
    ])('of %s is refused: %s', async (slot, code) => {
      expect((await refusal(hold('bandung', slot))).code).toBe(code);
    });

    test('is never sold twice, however many ask at once', async () => {
      const slot = '2026-11-24T13:00';
      const asked = Array.from({ length: 12 }, () =>
        hold('malang', slot, 3).then(
          ({ party }) => party,
          () => 0,
        ),
      );
      const seats = (await Promise.all(asked)).reduce((sum, party) => sum + party, 0);
      expect([seats, await free('malang', slot)]).toEqual([24, 1]);
    });

    test('under the same key is the same hold; with another wish a conflict; once ended a new one', async () => {
      const idempotencyKey = crypto.randomUUID();
      const wish = { ...bandung, service: 'new', slot: '2026-11-25T10:00', party: 2 } as const;
      const again = (over = {}) => antrean().holdSlot({ ...wish, ...over }, { idempotencyKey });
      const first = await again();
      expect(await Promise.all([again(), again()])).toEqual([first, first]);
      expect((await refusal(again({ party: 3 }))).code).toBe('IDEMPOTENCY_CONFLICT');
      expect((await again({ ...malang })).id).not.toBe(first.id);
      const later = await at('2026-11-23T09:20:00', () => again());
      expect(later.id).not.toBe(first.id);
    });

    test('takes only keys that nobody else can meet', async () => {
      const refused = await refusal(antrean().holdSlot({ ...bandung, service: 'new' }, { idempotencyKey: 'short' }));
      expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'Idempotency-Key', code: 'FORMAT' }] });
    });

    test('is extended once, ends by the clock, and its seats are free at once', async () => {
      const slot = '2026-11-26T11:00';
      const held = await hold('malang', slot, 5);
      const by = { ...malang, id: held.id, token: held.token };
      expect(await antrean().readHold(by)).toEqual({ state: 'held', hold: held });
      const extended = await antrean().extendHold(by);
      expect(extended).toMatchObject({ id: held.id, expiresAt: '2026-11-23T09:20:00+07:00', extendable: false });
      expect((await refusal(antrean().extendHold(by))).code).toBe('HOLD_EXTENDED');
      expect(await free('malang', slot)).toBe(20);
      await at('2026-11-23T09:20:00', async () => {
        expect(await antrean().readHold(by)).toEqual({ state: 'expired' });
        expect((await refusal(antrean().extendHold(by))).code).toBe('HOLD_EXPIRED');
        const late = antrean().bookHold({ ...malang, token: held.token, ...draft([person(1)]) });
        expect((await refusal(late)).code).toBe('HOLD_EXPIRED');
        expect(await free('malang', slot)).toBe(25);
      });
    });

    test('is given back, and again', async () => {
      const held = await hold('bandung', '2026-11-26T10:00');
      const by = { ...bandung, id: held.id, token: held.token };
      await antrean().releaseHold(by);
      await antrean().releaseHold(by);
      expect(await antrean().readHold(by)).toEqual({ state: 'released' });
    });
  });

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
        subject.ask('/v1/offices/bandung/bookings', {
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
      expect(await refusal(book(50))).toMatchObject({ code: 'RATE_LIMITED', status: 429 });
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
      expect(Object.keys(claims).sort()).toEqual(['exp', 'o', 's', 'sub', 'v']);
      expect(claims).toMatchObject({ sub: id, o: 51, v: 1 });
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

  describe('a change', () => {
    test('of the time gives new tokens and codes; the old token may ask for that same move again, and nothing else', async () => {
      const booking = await book(70, 'bandung', '2026-11-25T09:00');
      const by = manage(booking);
      expect(await antrean().moveBooking({ ...by, slot: '2026-11-25T09:00' })).toEqual(booking);
      const moved = await antrean()
        .moveBooking({ ...by, slot: '2026-11-27T11:00' })
        .catch((error) => error);
      expect(moved.code).toBe('SLOT_UNKNOWN'); // Friday's prayer
      const after = await antrean().moveBooking({ ...by, slot: '2026-11-27T14:00' });
      expect(after).toMatchObject({ code: booking.code, reschedulesLeft: 0, slot: { slot: '2026-11-27T14:00' } });
      expect(after.applicants[0]?.queueCode).toMatch(/^A14-/);
      expect(await antrean().moveBooking({ ...by, slot: '2026-11-27T14:00' })).toEqual(after);
      const revoked = await Promise.all([
        refusal(antrean().readBooking(by)),
        refusal(antrean().cancelBooking(by)),
        refusal(antrean().moveBooking({ ...by, slot: '2026-11-27T15:00' })),
      ]);
      expect(revoked.map(({ code }) => code)).toEqual(Array(3).fill('TOKEN_REVOKED'));
      const next = antrean().moveBooking({ ...manage(after), slot: '2026-11-27T15:00' });
      expect((await refusal(next)).code).toBe('RESCHEDULE_LIMIT');
    });

    test('of the time into a full slot is refused with others and loses nothing', async () => {
      const booking = await book(71, 'malang', '2026-11-25T09:00');
      await fill('malang', '2026-11-26T08:00', 25);
      const full = await refusal(antrean().moveBooking({ ...manage(booking), slot: '2026-11-26T08:00' }));
      expect(full.code).toBe('SLOT_FULL');
      expect(full.alternatives).toHaveLength(3);
      expect(await antrean().readBooking(manage(booking))).toEqual(booking);
    });

    test('comes too late: a move on the day itself, a cancellation from the start of the visit', async () => {
      const today = await book(72, 'bandung', '2026-11-23T11:00');
      expect((await refusal(antrean().moveBooking({ ...manage(today), slot: '2026-11-25T08:00' }))).code).toBe(
        'TOO_LATE',
      );
      const late = await at('2026-11-23T11:00:00', () => refusal(antrean().cancelBooking(manage(today))));
      expect(late.code).toBe('TOO_LATE');
      const nobody = antrean().cancelApplicant({ ...manage(today), queueCode: 'A11-999' });
      expect((await refusal(nobody)).code).toBe('BOOKING_UNKNOWN');
    });
  });

  describe('a look-up', () => {
    const secrets = (n: number, code: string) => ({
      ...bandung,
      code,
      nikLast4: person(n).nik.slice(-4),
      birthOn: person(n).birthOn,
    });

    test('finds a booking however its code is typed; every miss is the same', async () => {
      const booking = await book(80);
      const typed = `${booking.code.slice(0, 4).toLowerCase()} - ${booking.code.slice(4)}`;
      expect(await antrean().lookUpBooking(secrets(80, typed))).toEqual(booking);
      const right = secrets(80, booking.code);
      const misses = await Promise.all([
        refusal(antrean().lookUpBooking({ ...right, birthOn: '1950-01-01' })),
        refusal(antrean().lookUpBooking({ ...right, code: '0000000Z' })),
        refusal(antrean().lookUpBooking({ ...right, ...malang })),
      ]);
      expect(new Set(misses.map((miss) => JSON.stringify(miss))).size).toBe(1);
      expect(misses[0]?.code).toBe('BOOKING_UNKNOWN');
    });

    test('of one code is tried five times an hour, and then not even with the right answer', async () => {
      const booking = await book(81);
      const wrong = () => refusal(antrean().lookUpBooking({ ...secrets(81, booking.code), birthOn: '1950-01-01' }));
      for (let n = 0; n < 5; n++) expect((await wrong()).code).toBe('BOOKING_UNKNOWN');
      const right = () => antrean().lookUpBooking(secrets(81, booking.code));
      expect(await refusal(right())).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 3600 });
      expect(await at('2026-11-23T10:00:00', right)).toMatchObject({ code: booking.code });
    });
  });

  conventions(() => subject);

  test('an office with nothing left names the nearest ones with room and its next release', async () => {
    for (const { slots } of (await antrean().readAvailability({ office: 'merauke', service: 'new', days: 60 })).days)
      for (const { slot, remaining } of slots) await fill('merauke', slot, remaining);
    const answer = await antrean().readAvailability({ office: 'merauke', service: 'new' });
    expect([answer.earliest, answer.days[1]?.status]).toEqual([null, 'full']);
    expect(answer.elsewhere).toHaveLength(3);
    const full = await refusal(hold('merauke'));
    expect(full).toMatchObject({ code: 'SLOT_FULL', alternatives: [], nextReleaseAt: answer.nextReleaseAt });
    expect(full.elsewhere).toHaveLength(3);
  });
};
