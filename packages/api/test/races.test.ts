import { type Booking, createAntreanClient, Refused } from '@paspor-antrean/client';
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
  database = await freshDatabase();
  sql = connect(database.url, { max: 2 });
  env = { ...(await testSecrets()), DATABASE_URL: database.url, OPEN_HOLD_SEATS_PER_CLIENT: '1000000' };
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
      await sql`select sum(capacity - taken)::int as free from slot where office_id = 'sabang' and starts::date = ${day} and starts > now() at time zone 'Asia/Jakarta'`;
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

/** The control: what these tests would see if the guard were not there. */
test('with the guard taken out the same race oversells, so the race bites', async () => {
  await sql`create table unguarded as select 0 as taken, 50 as capacity`;
  const checkThenTake = async (one: Sql) => {
    const [slot] = await one`select taken, capacity from unguarded`;
    if (slot?.taken >= slot?.capacity) return 0;
    await one`update unguarded set taken = taken + 1`;
    return 1;
  };
  const many = connect(database.url, { max: 20 });
  const sold = (await Promise.all(Array.from({ length: 400 }, () => checkThenTake(many)))).reduce<number>(
    (sum, n) => sum + n,
    0,
  );
  await many.end();
  expect(sold).toBeGreaterThan(50);
});

describe('killed with SIGKILL in the middle of 200 bookings', () => {
  test('every booking answered 201 is there, and asking again for the others gives one each', async () => {
    const server = await startServerProcess(env);
    const antrean = createAntreanClient({ baseUrl: server.url, retries: 0, timeoutMs: 60_000 });
    const holds = [];
    for (let n = 0; n < 200; n += 20) {
      holds.push(
        ...(await Promise.all(
          Array.from({ length: 20 }, () => antrean.holdSlot({ office: 'surabaya', service: 'new' })),
        )),
      );
    }
    const acknowledged = new Map<number, Booking>();
    const asks = holds.map(({ officeId, token }, n) =>
      antrean.bookHold({ office: officeId, token, ...draft([person(5000 + n)]) }).then(
        (booking) => {
          acknowledged.set(n, booking);
          if (acknowledged.size === 40) server.child.kill('SIGKILL');
        },
        () => {},
      ),
    );
    await Promise.all(asks);
    expect(await server.ended).toBe('SIGKILL');
    expect(acknowledged.size).toBeGreaterThanOrEqual(20);
    expect(200 - acknowledged.size).toBeGreaterThanOrEqual(20);

    const [other] = clients();
    if (!other) throw new Error('No second process');
    for (const [n, booking] of acknowledged) {
      const token = booking.manageToken ?? '';
      expect((await other.readBooking({ office: 'surabaya', id: booking.id, token })).code, `booking ${n}`).toBe(
        booking.code,
      );
    }
    const again = await Promise.all(
      holds.map(({ officeId, token }, n) => other.bookHold({ office: officeId, token, ...draft([person(5000 + n)]) })),
    );
    expect(new Set(again.map(({ code }) => code)).size).toBe(200);
    for (const [n, booking] of acknowledged) expect(again[n]).toEqual(booking);
    const [row] = await sql`select count(*)::int from booking where office_id = 'surabaya' and state = 'booked'`;
    expect(row?.count).toBe(200);
    await expectInvariants(sql);
  });
});

const freeSlots = async (office: string, seats: number): Promise<string[]> => {
  const rows = await sql<{ starts: string }[]>`
    select to_char(starts, 'YYYY-MM-DD"T"HH24:MI') as starts from slot
    where office_id = ${office} and capacity >= ${seats} and taken = 0 and releases_at < now() and starts > now() + interval '1 day'
    order by starts limit 3`;
  return rows.map(({ starts }) => starts);
};
