import { type Booking, createAntreanClient } from '@paspor-antrean/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/fresh-database.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import { expectInvariants } from './invariants.ts';
import { draft, person } from './people.ts';
import { testSecrets } from './secrets.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

let database: FreshDatabase;
let sql: Sql;
let doomed: ServerProcess;
let other: ServerProcess;
beforeAll(async () => {
  database = await freshDatabase('today');
  sql = connect(database.url, { max: 2 });
  const env = { ...(await testSecrets()), DATABASE_URL: database.url, OPEN_HOLD_SEATS_PER_CLIENT: '1000000' };
  [doomed, other] = [await startServerProcess(env), await startServerProcess(env)];
});
afterAll(async () => {
  await other.kill('SIGTERM');
  await sql.end();
  await database.drop();
});

const clientOf = ({ url }: ServerProcess) => createAntreanClient({ baseUrl: url, retries: 0, timeoutMs: 60_000 });

/** So few at once that the answers still under way when the server is killed cannot be all of them. */
const lanes = 16;

test('of 200 bookings in the middle of which the API is killed, each answered 201 is there, and asking again gives one each', async () => {
  const antrean = clientOf(doomed);
  const holds = await Promise.all(
    Array.from({ length: 200 }, () => antrean.holdSlot({ office: 'surabaya', service: 'new' })),
  );
  const asks = holds.map(({ officeId, token }, n) => ({ office: officeId, token, ...draft([person(5000 + n)]) }));
  const acknowledged = new Map<number, Booking>();
  let next = 0;
  const lane = async () => {
    for (let n = next++; n < asks.length; n = next++) {
      const ask = asks[n];
      if (!ask) return;
      await antrean.bookHold(ask).then(
        (booking) => {
          acknowledged.set(n, booking);
          if (acknowledged.size === 40) doomed.child.kill('SIGKILL');
        },
        () => {},
      );
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  expect(await doomed.ended).toBe('SIGKILL');
  expect(acknowledged.size).toBeGreaterThanOrEqual(20);
  expect(200 - acknowledged.size).toBeGreaterThanOrEqual(20);

  const survivor = clientOf(other);
  for (const [n, { id, code, manageToken = '' }] of acknowledged)
    expect((await survivor.readBooking({ office: 'surabaya', id, token: manageToken })).code, `booking ${n}`).toBe(
      code,
    );
  const again = await Promise.all(asks.map((ask) => survivor.bookHold(ask)));
  expect(new Set(again.map(({ code }) => code)).size).toBe(200);
  for (const [n, booking] of acknowledged) expect(again[n]).toEqual(booking);
  const [row] = await sql`select count(*)::int from booking where office_id = 'surabaya' and state = 'booked'`;
  expect(row?.count).toBe(200);
  await expectInvariants(sql);
});
