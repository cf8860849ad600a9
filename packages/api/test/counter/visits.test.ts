import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { purgePersonalData } from '../../src/booking/queries/purge.ts';
import type { Sql } from '../../src/db/connect.ts';
import { expectInvariants } from '../invariants.ts';
import { person } from '../people.ts';
import { openTestOffice, refusal, type TestOffice } from '../test-office.ts';
import { bookParty } from './booked.ts';

let office: TestOffice;
let staffToken: string;
let head: string;
const at = { office: 'bandung' } as const;
const today = '2026-11-24';

beforeAll(async () => {
  office = await openTestOffice();
  staffToken = await office.staff('bandung');
  head = await office.staff('bandung', 'head');
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
const morning = (wall = '08:40:00') => office.setClock(`${today}T${wall}`);
const readDay = (on = today) => office.counter.readDay({ ...at, staffToken, on });
const arrive = (code: string, queueCodes?: string[]) =>
  office.counter.recordArrival({ ...at, staffToken, code, ...(queueCodes && { queueCodes }) });
const statuses = (visit: { applicants: { status: string }[] }) => visit.applicants.map(({ status }) => status);

describe('a visit', () => {
  test('goes from arrived to called to served, person by person', async () => {
    const { booking } = await bookParty(office, `${today}T09:00`, 3);
    const [first = '', second = '', third = ''] = booking.applicants.map(({ queueCode }) => queueCode);
    const visit = { ...at, staffToken, id: booking.id };
    morning();
    expect((await refusal(office.counter.callApplicants(visit))).code).toBe('NOT_ARRIVED');
    await arrive(booking.code, [first, second]);
    morning('09:01:00');
    const called = await office.counter.callApplicants({ ...visit, queueCodes: [first], booth: 'Loket 3' });
    expect(called.applicants[0]).toMatchObject({ calledAt: `${today}T09:01:00+07:00`, booth: 'Loket 3' });
    expect(called.applicants[1]).toMatchObject({ calledAt: null, booth: null });
    expect(
      await refusal(office.counter.callApplicants({ ...visit, queueCodes: [first], booth: 'Loket 4' })),
    ).toMatchObject({
      code: 'ALREADY_CALLED',
      booth: 'Loket 3',
      calledAt: `${today}T09:01:00+07:00`,
    });
    morning('09:02:00');
    // A list is no empty object, with which everyone would be called.
    const list = await office.ask(`/v1/offices/bandung/bookings/${booking.id}/called`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${staffToken}` },
      body: '[]',
    });
    expect([list.status, (await list.json()).fields]).toEqual([422, [{ field: 'body', code: 'FORMAT' }]]);
    await office.counter.callApplicants({ ...visit, queueCodes: [first], booth: 'Loket 3' });
    const served = await office.counter.serveApplicants({ ...visit, queueCodes: [first] });
    expect(served.applicants[0]).toMatchObject({
      status: 'served',
      servedAt: `${today}T09:02:00+07:00`,
      booth: 'Loket 3',
    });
    expect(await office.counter.serveApplicants({ ...visit, queueCodes: [first] })).toEqual(served);
    expect((await refusal(office.counter.missApplicants({ ...visit, queueCodes: [first] }))).code).toBe(
      'ALREADY_SERVED',
    );
    expect((await refusal(office.counter.serveApplicants({ ...visit, queueCodes: [third] }))).code).toBe('NOT_ARRIVED');
    expect(statuses(await office.counter.missApplicants({ ...visit, queueCodes: [third] }))).toEqual([
      'served',
      'arrived',
      'missed',
    ]);
    // Who comes after all is arrived.
    expect(statuses(await arrive(booking.code, [third]))).toEqual(['served', 'arrived', 'arrived']);
    expect((await office.antrean.readBooking({ ...at, id: booking.id, token: booking.token })).status).toBe('arrived');
  });

  test('of two booths that call the same person at once goes to one of them', async () => {
    const { booking } = await bookParty(office, `${today}T09:00`);
    morning();
    await arrive(booking.code);
    const call = (booth: string) =>
      office.counter.callApplicants({ ...at, staffToken, id: booking.id, booth }).then(
        () => booth,
        ({ code }) => code,
      );
    const answers = await Promise.all(['Loket 1', 'Loket 2', 'Loket 3', 'Loket 4'].map(call));
    expect(answers.filter((answer) => answer === 'ALREADY_CALLED')).toHaveLength(3);
  });

  test('has no steps before its day, when it is cancelled, or of people it does not have', async () => {
    const { booking } = await bookParty(office, `${today}T09:00`);
    const visit = { ...at, staffToken, id: booking.id };
    expect(await refusal(office.counter.missApplicants(visit))).toMatchObject({
      code: 'WRONG_DAY',
      startsAt: `${today}T09:00:00+07:00`,
    });
    expect((await refusal(office.counter.missApplicants({ ...visit, queueCodes: ['A09-9999'] }))).code).toBe(
      'BOOKING_UNKNOWN',
    );
    expect((await refusal(office.counter.missApplicants({ ...visit, id: 'AAAAAAAAAAAAAAAAAAAAAA' }))).code).toBe(
      'BOOKING_UNKNOWN',
    );
    await office.antrean.cancelBooking({ ...at, id: booking.id, token: booking.manageToken ?? '' });
    morning();
    expect((await refusal(office.counter.missApplicants(visit))).code).toBe('BOOKING_CANCELLED');
  });

  test('that was missed cannot be moved', async () => {
    const { booking } = await bookParty(office, `${today}T15:00`);
    morning();
    await office.counter.missApplicants({ ...at, staffToken, id: booking.id });
    const move = { ...at, id: booking.id, token: booking.manageToken ?? '', slot: `2026-11-26T15:00` };
    expect((await refusal(office.antrean.moveBooking(move))).code).toBe('TOO_LATE');
  });
});

describe('a walk-in', () => {
  const walkIn = (nik: string, channel = 'priority') =>
    office.counter.admitWalkIn({ ...at, staffToken, channel, service: 'renewal', nik });

  test('takes the seats of its own channel until there are none, and each person one', async () => {
    const online = async () =>
      (await office.antrean.readAvailability({ ...at, service: 'renewal', from: today, days: 1 })).days[0]?.remaining;
    morning('08:30:00');
    const before = await online();
    const [one, two, three] = await Promise.all([700, 701, 702].map((n) => walkIn(person(n).nik)));
    expect([one, two, three].map((visit) => visit?.slot).sort()).toEqual([
      `${today}T08:00`,
      `${today}T08:00`,
      `${today}T09:00`,
    ]);
    expect(one?.applicants[0]).toMatchObject({ status: 'arrived', queueCode: expect.stringMatching(/^P0[89]-00/) });
    expect(await walkIn(person(700).nik)).toEqual(one);
    morning('09:10:00');
    expect((await walkIn(person(703).nik)).slot).toBe(`${today}T09:00`);
    expect((await refusal(walkIn(person(704).nik))).code).toBe('SLOT_FULL');
    morning('08:30:00');
    expect(await online()).toBe(before);
    const { seats } = await readDay();
    expect(seats).toEqual([
      { channel: 'priority', slot: `${today}T08:00`, endsAt: `${today}T09:00:00+07:00`, capacity: 2, taken: 2 },
      { channel: 'priority', slot: `${today}T09:00`, endsAt: `${today}T10:00:00+07:00`, capacity: 2, taken: 2 },
    ]);
    const repeated = await office.ask('/v1/offices/bandung/walk-ins', {
      method: 'POST',
      headers: { authorization: `Bearer ${staffToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'priority', service: 'renewal', nik: person(700).nik }),
    });
    expect(repeated.status).toBe(200);
  });

  test('is not for who has a booking, nor for a channel that is booked online, nor for one that there is not', async () => {
    const { niks } = await bookParty(office, '2026-11-26T09:00');
    await office.sql`update slot set capacity = 3 where office_id = 'bandung' and channel = 'priority'`;
    morning('08:30:00');
    const taken = async () => (await readDay()).seats.map((seat) => seat.taken);
    const before = await taken();
    expect(await refusal(walkIn(niks[0] ?? ''))).toMatchObject({
      code: 'NIK_ALREADY_BOOKED',
      help: { name: 'Kantor Imigrasi Bandung' },
    });
    expect((await refusal(walkIn(person(710).nik, 'online'))).code).toBe('SERVICE_NOT_OFFERED');
    expect((await refusal(walkIn(person(710).nik, 'vip'))).code).toBe('SERVICE_NOT_OFFERED');
    expect((await refusal(walkIn('3273003205900001'))).fields).toEqual([{ field: 'nik', code: 'NIK_DAY' }]);
    expect(await taken()).toEqual(before);
  });

  test('that is sent three times at once is one seat, and each answer says which', async () => {
    await office.sql`update slot set capacity = capacity + 3 where office_id = 'bandung' and channel = 'priority'`;
    morning('08:30:00');
    const all = await Promise.all([1, 2, 3].map(() => walkIn(person(711).nik)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    const held = await office.sql`select from booking where channel = 'priority' and state = 'held'`;
    expect(held).toHaveLength(0);
  });

  test('leaves nothing of who it was once it is purged', async () => {
    const [kept] = await office.sql`
      select count(*)::int as hashes from applicant a join booking b using (office_id, booking_id)
      where b.channel = 'priority' and a.nik_hash is not null and b.personal is null`;
    expect(kept?.hashes).toBeGreaterThan(0);
    // In a transaction that comes to nothing: the rest of the file is not over yet.
    const undone = new Error('undone');
    const purged = office.sql.begin(async (tx) => {
      await purgePersonalData(tx as unknown as Sql, new Date('2027-06-01T00:00:00Z'));
      const [left] = await tx`select count(*)::int as hashes from applicant where nik_hash is not null`;
      expect(left?.hashes).toBe(0);
      throw undone;
    });
    await expect(purged).rejects.toBe(undone);
  });
});

describe('the release of a claim', () => {
  test('frees one person of another’s booking, wherever it is, and is for the head of an office', async () => {
    const { booking, niks } = await bookParty(office, '2026-11-30T09:00', 2, 'malang');
    const [, victim = ''] = niks;
    expect((await refusal(office.counter.releaseClaim({ ...at, staffToken, nik: victim }))).code).toBe('NOT_ALLOWED');
    expect(await office.counter.releaseClaim({ ...at, staffToken: head, nik: victim })).toEqual({ released: true });
    expect(await office.counter.releaseClaim({ ...at, staffToken: head, nik: victim })).toEqual({ released: false });
    const after = await office.antrean.readBooking({ office: 'malang', id: booking.id, token: booking.token });
    expect(statuses(after)).toEqual(['booked', 'cancelled']);
    const events = await office.sql`select * from audit_event where action = 'claim-release' order by audit_id`;
    expect(events.map(({ detail }) => detail.outcome)).toEqual(['freed', 'not-held']);
    const [event] = events;
    expect(event).toMatchObject({
      office_id: 'bandung',
      actor: 'head-of-bandung',
      role: 'head',
      detail: { office: 'malang' },
    });
    expect(JSON.stringify(event)).not.toContain(victim);
  });

  test('is refused for someone who has arrived', async () => {
    const { booking, niks } = await bookParty(office, `${today}T09:00`);
    morning();
    await arrive(booking.code);
    expect((await refusal(office.counter.releaseClaim({ ...at, staffToken: head, nik: niks[0] ?? '' }))).code).toBe(
      'ALREADY_ARRIVED',
    );
  });
});

describe('the audit table', () => {
  test('has every action, who did it and to which booking, and nothing personal', async () => {
    const events = await office.sql`select action, actor, booking_id, detail from audit_event order by audit_id`;
    expect(new Set(events.map(({ action }) => action))).toEqual(
      new Set(['day-key', 'arrival', 'called', 'served', 'missed', 'walk-in', 'claim-release']),
    );
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set(['counter-of-bandung', 'head-of-bandung']));
    expect(JSON.stringify(events)).not.toMatch(/\b\d{16}\b|Contoh/);
    expect(events.filter(({ action, detail }) => action === 'day-key' && detail.on === today && 1)).toHaveLength(
      new Set(
        events.filter(({ action, detail }) => action === 'day-key' && detail.on === today).map(({ actor }) => actor),
      ).size,
    );
  });

  test('can only be added to', async () => {
    await expect(office.sql`update audit_event set actor = 'someone else'`).rejects.toThrow(/append-only/);
    await expect(office.sql`delete from audit_event`).rejects.toThrow(/append-only/);
    await expect(office.sql`truncate audit_event`).rejects.toThrow(/append-only/);
  });
});
