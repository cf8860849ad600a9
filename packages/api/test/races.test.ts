import { createAntreanClient, Refused } from '@paspor-antrean/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/fresh-database.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import { expectInvariants } from './invariants.ts';
import { draft, person } from './people.ts';
import { testSecrets } from './secrets.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

let database: FreshDatabase;
let sql: Sql;
let env: Record<string, string>;
let servers: ServerProcess[];

beforeAll(async () => {
  database = await freshDatabase('today');
  sql = connect(database.url, { max: 2 });
  env = {
    ...(await testSecrets()),
    DATABASE_URL: database.url,
    OPEN_HOLD_SEATS_PER_CLIENT: '1000000',
    LOG_LEVEL: 'error',
  };
  servers = [await startServerProcess(env), await startServerProcess(env)];
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill('SIGTERM')));
  await sql.end();
  await database.drop();
});

const clients = () => servers.map(({ url }) => createAntreanClient({ baseUrl: url, retries: 0, timeoutMs: 60_000 }));
const codeOf = (error: unknown) => {
  if (error instanceof Refused) return error;
  throw error;
};

describe('two processes on one database', () => {
  test('sell 50 seats to 400 clients, half new and half renewal: 50 holds, the rest full with alternatives', async () => {
    const [slot] = await freeSlots('bandung', 50);
    const two = clients();
    const answers = await Promise.all(
      Array.from({ length: 400 }, (_, n) => {
        const antrean = two[n % 2] as (typeof two)[number];
        return antrean
          .holdSlot({ office: 'bandung', service: n % 4 < 2 ? 'new' : 'renewal', slot: slot ?? '' })
          .catch(codeOf);
      }),
    );
    const refused = answers.filter((answer) => answer instanceof Refused);
    expect(answers.length - refused.length).toBe(50);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['SLOT_FULL']));
    for (const { problem } of refused) expect(problem.alternatives?.length).toBeGreaterThan(0);
    const services =
      await sql`select service, count(*)::int from booking where starts = ${slot ?? ''} and office_id = 'bandung' group by 1`;
    expect(services.length).toBe(2);
    await expectInvariants(sql);
  });

  test('give the last seats of a day without a slot named to as many as there are', async () => {
    const [slot = ''] = await freeSlots('sabang', 1);
    const day = slot.slice(0, 10);
    await sql`update slot set releases_at = '2999-01-01' where office_id = 'sabang' and starts::date <> ${day}`;
    const [row] =
      await sql`select sum(capacity - taken)::int as free from slot where office_id = 'sabang' and channel = 'online' and starts::date = ${day} and starts > now() at time zone 'Asia/Jakarta'`;
    const two = clients();
    const answers = await Promise.all(
      Array.from({ length: 150 }, (_, n) =>
        (two[n % 2] as (typeof two)[number]).holdSlot({ office: 'sabang', service: 'new' }).catch(codeOf),
      ),
    );
    const refused = answers.filter((answer) => answer instanceof Refused);
    expect(answers.length - refused.length).toBe(row?.free);
    for (const { code, problem } of refused) {
      expect(code).toBe('SLOT_FULL');
      expect(problem.elsewhere?.length).toBe(3);
    }
    await expectInvariants(sql);
  });

  test('book one NIK that is asked for at six offices at once exactly once', async () => {
    const two = clients();
    const offices = ['bandung', 'malang', 'palembang', 'padang', 'medan', 'jambi'];
    for (let round = 0; round < 5; round++) {
      const holds = await Promise.all(
        offices.map((office, n) => (two[n % 2] as (typeof two)[number]).holdSlot({ office, service: 'new' })),
      );
      const answers = await Promise.all(
        holds.map(({ officeId, token }, n) =>
          (two[n % 2] as (typeof two)[number])
            .bookHold({ office: officeId, token, ...draft([person(round)]) })
            .catch(codeOf),
        ),
      );
      const codes = answers.map((answer) => (answer instanceof Refused ? answer.code : 'booked')).sort();
      expect(codes).toEqual([...Array(5).fill('NIK_ALREADY_BOOKED'), 'booked']);
    }
    await expectInvariants(sql);
  });
});

describe('128 clients on two processes', () => {
  const crowd = <T>(
    ask: (antrean: ReturnType<typeof clients>[number], n: number) => Promise<T>,
  ): Promise<(T | Refused)[]> => {
    const two = clients();
    return Promise.all(Array.from({ length: 128 }, (_, n) => ask(two[n % 2] as (typeof two)[number], n).catch(codeOf)));
  };
  const codes = (answers: unknown[]) => answers.map((answer) => (answer instanceof Refused ? answer.code : 'done'));
  const count = (answers: unknown[], code: string) => codes(answers).filter((each) => each === code).length;
  /** Leaves `left` seats of a slot and books the rest away. */
  const leave = async (slot: string, left: number, office = 'bandung') => {
    const [antrean] = clients();
    if (!antrean) throw new Error('No process');
    for (let taken = 50 - left; taken > 0; taken -= 5) {
      await antrean.holdSlot({ office, service: 'new', slot, party: Math.min(5, taken) });
    }
  };
  /** Every test has a slot of its own. */
  const fresh = async () => (await freeSlots('bandung', 50))[0] ?? '';
  /** The last seat of a slot, held by someone whose time ends in a moment. */
  const lastSeatRunningOut = async () => {
    const slot = await fresh();
    await leave(slot, 1);
    const [antrean] = clients();
    if (!antrean) throw new Error('No process');
    const hold = await antrean.holdSlot({ office: 'bandung', service: 'new', slot });
    await sql`update booking set hold_until = now() + interval '150 ms' where starts = ${slot} and party = 1`;
    return { slot, hold };
  };

  test('on the last seat, new and renewal mixed: one has it', async () => {
    const slot = await fresh();
    await leave(slot, 1);
    const answers = await crowd((antrean, n) =>
      antrean.holdSlot({ office: 'bandung', service: n % 3 ? 'new' : 'renewal', slot }),
    );
    expect([count(answers, 'done'), count(answers, 'SLOT_FULL')]).toEqual([1, 127]);
    await expectInvariants(sql);
  });

  test('parties of five into four seats: none has them, and singles still do', async () => {
    const slot = await fresh();
    await leave(slot, 4);
    const answers = await crowd((antrean, n) =>
      antrean.holdSlot({ office: 'bandung', service: 'new', slot, party: n % 4 ? 5 : 1 }),
    );
    const parties = answers.filter((_, n) => n % 4);
    expect(count(parties, 'SLOT_FULL')).toBe(96);
    expect(
      count(
        answers.filter((_, n) => n % 4 === 0),
        'done',
      ),
    ).toBe(4);
    await expectInvariants(sql);
  });

  test('extending and taking over as the hold runs out: the seat has one owner', async () => {
    const { slot, hold } = await lastSeatRunningOut();
    const answers = await crowd(async (each, n) => {
      await new Promise((resolve) => setTimeout(resolve, 2.3 * n));
      if (n % 4 === 0) return await each.extendHold({ office: 'bandung', id: hold.id, token: hold.token });
      return await each.holdSlot({ office: 'bandung', service: 'new', slot });
    });
    expect(count(answers, 'done')).toBe(1);
    await expectInvariants(sql);
  });

  test('booking and taking over as the hold runs out: the seat has one owner', async () => {
    const { slot, hold } = await lastSeatRunningOut();
    const answers = await crowd(async (each, n) => {
      await new Promise((resolve) => setTimeout(resolve, 2.3 * n));
      if (n % 4 === 0)
        return await each
          .bookHold({ office: 'bandung', token: hold.token, ...draft([person(9000)]) })
          .then(() => 'booked');
      return await each.holdSlot({ office: 'bandung', service: 'new', slot }).then(() => 'held');
    });
    const booked = answers.includes('booked');
    expect(answers.filter((answer) => answer === 'held')).toHaveLength(booked ? 0 : 1);
    await expectInvariants(sql);
  });

  test('cancelling and holding the same slot: each seat is given away once', async () => {
    const slot = await fresh();
    const [antrean] = clients();
    if (!antrean) throw new Error('No process');
    const bookings = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const hold = await antrean.holdSlot({ office: 'bandung', service: 'new', slot });
        return await antrean.bookHold({ office: 'bandung', token: hold.token, ...draft([person(9100 + n)]) });
      }),
    );
    await leave(slot, 20);
    const answers = await crowd(async (each, n) => {
      const booking = n % 6 === 0 ? bookings[n / 6] : undefined;
      if (booking)
        return await each
          .cancelBooking({ office: 'bandung', id: booking.id, token: booking.manageToken ?? '' })
          .then(() => 'cancelled');
      return await each.holdSlot({ office: 'bandung', service: 'new', slot }).then(() => 'held');
    });
    expect(answers.filter((answer) => answer === 'cancelled')).toHaveLength(20);
    expect(answers.filter((answer) => answer === 'held').length).toBeLessThanOrEqual(20);
    await expectInvariants(sql);
  });

  test('moving both ways between two full slots: nobody is lost, nothing oversold, no deadlock', async () => {
    const [one = '', two = ''] = await freeSlots('bandung', 50);
    const [antrean] = clients();
    if (!antrean) throw new Error('No process');
    const bookings = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        const hold = await antrean.holdSlot({ office: 'bandung', service: 'new', slot: n % 2 ? one : two });
        return await antrean.bookHold({ office: 'bandung', token: hold.token, ...draft([person(9200 + n)]) });
      }),
    );
    const third = bookings[0];
    if (third) await antrean.cancelBooking({ office: 'bandung', id: third.id, token: third.manageToken ?? '' });
    const answers = await crowd((each, n) => {
      const booking = bookings[1 + (n % 99)];
      if (!booking) throw new Error('No booking');
      const slot = booking.slot.slot === one ? two : one;
      return each.moveBooking({ office: 'bandung', id: booking.id, token: booking.manageToken ?? '', slot });
    });
    for (const code of codes(answers))
      expect(['done', 'SLOT_FULL', 'RESCHEDULE_LIMIT', 'TOKEN_REVOKED']).toContain(code);
    expect(count(answers, 'done')).toBeGreaterThan(0);
    await expectInvariants(sql);
  });

  test('the same NIK everywhere: one booking', async () => {
    const offices = ['bandung', 'malang', 'palembang', 'padang', 'medan', 'jambi', 'surabaya', 'denpasar'];
    const holds = await crowd((antrean, n) => antrean.holdSlot({ office: offices[n % 8] ?? '', service: 'new' }));
    const answers = await crowd(async (antrean, n) => {
      const hold = holds[n];
      if (!hold || hold instanceof Refused) throw hold;
      return await antrean.bookHold({ office: hold.officeId, token: hold.token, ...draft([person(9400)]) });
    });
    expect([count(answers, 'done'), count(answers, 'NIK_ALREADY_BOOKED')]).toEqual([1, 127]);
    await expectInvariants(sql);
  });

  test('the same idempotency key everywhere: one hold', async () => {
    const idempotencyKey = crypto.randomUUID();
    const answers = await crowd((antrean) =>
      antrean.holdSlot({ office: 'bandung', service: 'new', party: 2 }, { idempotencyKey }),
    );
    expect(new Set(answers.map((answer) => (answer instanceof Refused ? answer.code : answer.id))).size).toBe(1);
    await expectInvariants(sql);
  });
});

const freeSlots = async (office: string, seats: number): Promise<string[]> => {
  const rows = await sql<{ starts: string }[]>`
    select to_char(starts, 'YYYY-MM-DD"T"HH24:MI') as starts from slot
    where office_id = ${office} and channel = 'online' and capacity >= ${seats} and taken = 0 and releases_at < now() and starts > now() + interval '1 day'
    order by starts limit 3`;
  return rows.map(({ starts }) => starts);
};
