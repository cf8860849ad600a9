import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectInvariants } from './invariants.ts';
import { draft, person } from './people.ts';
import { openTestOffice, refusal, type TestOffice } from './test-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(async () => {
  await expectInvariants(office.sql);
  await office.close();
});

const malang = { office: 'malang' } as const; // 25 seats an hour
const bandung = { office: 'bandung' } as const;
const monday = '2026-11-23T09:00:00';

const fill = async (slot: string, seats: number, at: string = malang.office) => {
  const holds = [];
  for (let left = seats; left > 0; left -= 5) {
    holds.push(await office.antrean.holdSlot({ office: at, service: 'new', slot, party: Math.min(5, left) }));
  }
  return holds;
};

describe('a hold', () => {
  test('of a full slot is refused with up to three alternatives', async () => {
    await fill('2026-11-24T08:00', 25);
    const full = await refusal(office.antrean.holdSlot({ ...malang, service: 'renewal', slot: '2026-11-24T08:00' }));
    expect(full).toMatchObject({ code: 'SLOT_FULL', status: 409 });
    expect((full.alternatives as { slot: string }[]).map(({ slot }) => slot)).toEqual([
      '2026-11-24T09:00',
      '2026-11-24T10:00',
      '2026-11-24T11:00',
    ]);
  });

  test('of a party that does not fit is refused, while one that fits is taken', async () => {
    await fill('2026-11-24T09:00', 21);
    const party = (size: number) =>
      office.antrean.holdSlot({ ...malang, service: 'new', slot: '2026-11-24T09:00', party: size });
    expect((await refusal(party(5))).code).toBe('SLOT_FULL');
    expect((await party(4)).party).toBe(4);
  });

  test('without a slot takes the earliest with room for the whole party', async () => {
    await fill('2026-11-24T08:00', 50, 'bandung').catch(() => []);
    await fill('2026-11-24T09:00', 47, 'bandung');
    const hold = await office.antrean.holdSlot({ ...bandung, service: 'new', party: 5 });
    expect(hold.slot.slot).toBe('2026-11-23T10:00');
    office.setClock('2026-11-23T23:00:00');
    const tomorrow = await office.antrean.holdSlot({ ...bandung, service: 'new', party: 5 });
    expect(tomorrow.slot.slot).toBe('2026-11-24T08:00'); // the holds from before have expired by the clock
    office.setClock(monday);
  });

  test('of slots that do not exist, have begun or are not open yet is refused, each with its reason', async () => {
    const code = async (slot: string) =>
      (await refusal(office.antrean.holdSlot({ ...bandung, service: 'new', slot }))).code;
    expect(await code('2026-11-23T12:00')).toBe('SLOT_UNKNOWN');
    expect(await code('2026-12-25T09:00')).toBe('SLOT_UNKNOWN');
    expect(await code('2026-11-23T09:00')).toBe('SLOT_PAST');
    expect(await code('2026-11-20T09:00')).toBe('SLOT_PAST');
    const early = await refusal(office.antrean.holdSlot({ ...bandung, service: 'new', slot: '2026-12-28T09:00' }));
    expect(early).toMatchObject({ code: 'SLOT_NOT_RELEASED', nextReleaseAt: '2026-11-28T08:00:00+07:00' });
  });

  test('with the same key is the same hold; with another wish it is a conflict', async () => {
    const idempotencyKey = crypto.randomUUID();
    const wish = { ...bandung, service: 'new', slot: '2026-11-25T10:00', party: 2 } as const;
    const first = await office.antrean.holdSlot(wish, { idempotencyKey });
    expect(await office.antrean.holdSlot(wish, { idempotencyKey })).toEqual(first);
    expect((await refusal(office.antrean.holdSlot({ ...wish, party: 3 }, { idempotencyKey }))).code).toBe(
      'IDEMPOTENCY_CONFLICT',
    );
    const elsewhere = await office.antrean.holdSlot({ ...wish, office: 'palembang' }, { idempotencyKey });
    expect(elsewhere.id).not.toBe(first.id);
  });

  test('asked for many times at once under one key is one hold', async () => {
    const idempotencyKey = crypto.randomUUID();
    const wish = { ...bandung, service: 'new', slot: '2026-11-25T11:00', party: 5 } as const;
    const holds = await Promise.all(
      Array.from({ length: 20 }, () => office.antrean.holdSlot(wish, { idempotencyKey })),
    );
    expect(new Set(holds.map(({ id }) => id)).size).toBe(1);
  });

  test('frees its key when it ends', async () => {
    const idempotencyKey = crypto.randomUUID();
    const wish = { ...bandung, service: 'new', slot: '2026-11-25T13:00', party: 1 } as const;
    const first = await office.antrean.holdSlot(wish, { idempotencyKey });
    office.setClock('2026-11-23T09:20:00');
    const second = await office.antrean.holdSlot(wish, { idempotencyKey });
    expect(second.id).not.toBe(first.id);
    office.setClock(monday);
  });

  test('takes only keys that nobody else can meet', async () => {
    for (const idempotencyKey of ['1', 'a'.repeat(21), 'a b c d e f g h i j k l m n']) {
      const refused = await refusal(office.antrean.holdSlot({ ...bandung, service: 'new' }, { idempotencyKey }));
      expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'Idempotency-Key', code: 'FORMAT' }] });
    }
  });

  test('says what became of it', async () => {
    const hold = await office.antrean.holdSlot({ ...bandung, service: 'new', slot: '2026-11-26T10:00' });
    const by = { ...bandung, id: hold.id, token: hold.token };
    expect(await office.antrean.readHold(by)).toEqual({ state: 'held', hold });
    await office.antrean.releaseHold(by);
    await office.antrean.releaseHold(by);
    expect(await office.antrean.readHold(by)).toEqual({ state: 'released' });
    expect(
      (await refusal(office.antrean.bookHold({ ...bandung, token: hold.token, ...draft([person(1)]) }))).code,
    ).toBe('HOLD_EXPIRED');
  });

  test('is extended once, by the office’s minutes', async () => {
    const hold = await office.antrean.holdSlot({ ...bandung, service: 'new', slot: '2026-11-26T11:00' });
    const by = { ...bandung, id: hold.id, token: hold.token };
    const extended = await office.antrean.extendHold(by);
    expect(extended).toMatchObject({ id: hold.id, expiresAt: '2026-11-23T09:20:00+07:00', extendable: false });
    expect((await refusal(office.antrean.extendHold(by))).code).toBe('HOLD_EXTENDED');
    office.setClock('2026-11-23T09:20:00');
    expect(await office.antrean.readHold(by)).toEqual({ state: 'expired' });
    expect((await refusal(office.antrean.extendHold(by))).code).toBe('HOLD_EXPIRED');
    office.setClock(monday);
  });

  test('that was booked cannot be released or extended', async () => {
    const hold = await office.antrean.holdSlot({ ...bandung, service: 'new', slot: '2026-11-26T13:00' });
    const by = { ...bandung, id: hold.id, token: hold.token };
    const booking = await office.antrean.bookHold({ ...bandung, token: hold.token, ...draft([person(2)]) });
    expect((await refusal(office.antrean.releaseHold(by))).code).toBe('HOLD_BOOKED');
    expect((await refusal(office.antrean.extendHold(by))).code).toBe('HOLD_BOOKED');
    expect(await office.antrean.readHold(by)).toEqual({ state: 'booked', booking });
  });
});

test('the seats of an expired hold are free by the clock, before anything tidied up', async () => {
  const slot = '2026-11-27T08:00';
  await fill(slot, 25);
  const free = async () => {
    const { days } = await office.antrean.readAvailability({ ...malang, service: 'new', from: '2026-11-27', days: 1 });
    return days[0]?.slots.find((candidate) => candidate.slot === slot)?.remaining;
  };
  expect(await free()).toBe(0);
  expect((await refusal(office.antrean.holdSlot({ ...malang, service: 'new', slot }))).code).toBe('SLOT_FULL');
  office.setClock('2026-11-23T09:10:00');
  expect(await free()).toBe(25);
  expect((await office.antrean.holdSlot({ ...malang, service: 'new', slot, party: 5 })).party).toBe(5);
  expect(await free()).toBe(20);
  office.setClock(monday);
});

test('a client holds at most so many seats at once, at all offices together', async () => {
  const strict = await office.restart({ OPEN_HOLD_SEATS_PER_CLIENT: '6' });
  const hold = (from: string, at: string, party: number) =>
    strict.ask(`/v1/offices/${at}/holds`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ service: 'new', party }),
      from,
    });
  expect((await hold('198.51.100.7', 'padang', 4)).status).toBe(201);
  expect((await hold('198.51.100.7', 'jambi', 2)).status).toBe(201);
  office.setClock('2026-11-23T09:04:00');
  const refused = await hold('198.51.100.7', 'medan', 1);
  expect(refused.status).toBe(429);
  // The first of those seats comes back ten minutes after it was taken.
  expect(refused.headers.get('retry-after')).toBe('360');
  office.setClock(monday);
  expect((await hold('198.51.100.8', 'medan', 5)).status).toBe(201);
});

test('nobody holds a seat that is given at the counter, whatever is asked for', async () => {
  const at = 'manado';
  const free = () =>
    office.sql`select sum(taken)::int as taken, count(*)::int as slots from slot where office_id = ${at} and channel = 'priority'`;
  const [before] = await free();
  expect(before).toMatchObject({ taken: 0, slots: expect.any(Number) });
  expect(before?.slots).toBeGreaterThan(100);
  // On a Saturday there are seats of that channel alone, and elsewhere it has the last ones.
  await office.sql`
    insert into slot (office_id, channel, starts, minutes, capacity, releases_at)
    values (${at}, 'priority', '2026-11-28T09:00', 60, 5, '2026-11-01T00:00:00Z')`;
  await office.sql`update slot set taken = capacity where office_id = ${at} and channel = 'online'`;
  const ask = async (body: object, path = 'holds') => {
    const answer = await office.ask(`/v1/offices/${at}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return ((await answer.json()) as { code: string }).code;
  };
  const slot = '2026-11-25T09:00';
  for (const more of [{ channel: 'priority' }, { service: 'priority' }, { slot: `${slot}/priority` }])
    expect(await ask({ service: 'new', slot, ...more })).toBe('INVALID_INPUT');
  for (const service of ['new', 'renewal']) {
    expect(await ask({ service })).toBe('SLOT_FULL');
    expect(await ask({ service, slot })).toBe('SLOT_FULL');
    expect(await ask({ service, slot: '2026-11-28T09:00' })).toBe('SLOT_UNKNOWN');
    const { earliest, days } = await office.antrean.readAvailability({ office: at, service: service as 'new' });
    expect([earliest, days.reduce((sum, { remaining }) => sum + remaining, 0)]).toEqual([null, 0]);
    expect(days.find(({ on }) => on === '2026-11-28')).toMatchObject({ status: 'closed', slots: [] });
  }
  const { services } = await office.antrean.readOffice({ office: at });
  expect(services.map(({ channel }) => channel)).toEqual(['online', 'online']);
  expect((await free())[0]?.taken).toBe(0);
  await office.sql`update slot set taken = 0 where office_id = ${at} and channel = 'online'`;
});

test.each([
  ['the earliest', 'palu', '203.0.113.7', '192.0.2.7'],
  ['a named slot', 'kendari', '203.0.113.8', '192.0.2.8'],
])('who is beyond the limit keeps no seat from those behind, asking for %s', async (what, at, greedy, honest) => {
  const strict = await office.restart({ OPEN_HOLD_SEATS_PER_CLIENT: '6' });
  const [only] = await office.sql`
    select to_char(min(starts), 'YYYY-MM-DD"T"HH24:MI') as starts from slot
    where office_id = ${at} and channel = 'online' and releases_at < ${office.now()}
      and starts > '2026-11-25'`;
  await office.sql`delete from slot where office_id = ${at} and starts <> ${only?.starts}::timestamp`;
  await office.sql`update slot set capacity = 6 where office_id = ${at}`;
  const hold = (from: string, to: string, party: number, slot?: string) =>
    strict.ask(`/v1/offices/${to}/holds`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ service: 'new', party, ...(slot && { slot }) }),
      from,
    });
  const slot = what === 'the earliest' ? undefined : only?.starts;
  expect((await hold(greedy, 'padang', 4)).status).toBe(201);
  const asked = await Promise.all([...[1, 2, 3].map(() => hold(greedy, at, 5, slot)), hold(honest, at, 5, slot)]);
  expect(asked.map(({ status }) => status)).toEqual([429, 429, 429, 201]);
});
