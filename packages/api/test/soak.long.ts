import { readFileSync } from 'node:fs';
import { createAntreanClient, Refused } from '@paspor-antrean/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/fresh-database.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import { expectInvariants } from './invariants.ts';
import { draft, person } from './people.ts';
import { testSecrets } from './secrets.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const minutes = Number(process.env.SOAK_MINUTES ?? 5);
const laneCount = 12;

let database: FreshDatabase;
let sql: Sql;
let server: ServerProcess;
beforeAll(async () => {
  database = await freshDatabase('today');
  sql = connect(database.url, { max: 2 });
  server = await startServerProcess({
    ...(await testSecrets()),
    DATABASE_URL: database.url,
    OPEN_HOLD_SEATS_PER_CLIENT: '1000000',
  });
});
afterAll(async () => {
  await server.kill('SIGTERM');
  await sql.end();
  await database.drop();
});

const residentMb = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1]) / 1024;
const connections = async () => {
  const [row] =
    await sql`select count(*)::int as open from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  return row?.open as number;
};
const slotBytes = async () => {
  const [row] = await sql`select pg_relation_size('slot')::int as bytes from (select pg_sleep(0)) x`;
  return row?.bytes as number;
};

test(`${minutes} minutes of mixed load leave memory, connections and tables as they were`, {
  timeout: (minutes + 3) * 60_000,
}, async () => {
  const antrean = createAntreanClient({ baseUrl: server.url, retries: 0, timeoutMs: 30_000 });
  const offices = ['bandung', 'malang', 'palembang', 'padang', 'medan', 'surabaya', 'denpasar', 'makassar'];
  const end = Date.now() + minutes * 60_000;
  let next = 0;
  const done = { journeys: 0, refused: 0 };
  const lane = async () => {
    while (Date.now() < end) {
      const n = next++;
      const office = offices[n % offices.length] ?? '';
      try {
        await antrean.readAvailability({ office, service: 'new' });
        const hold = await antrean.holdSlot({ office, service: n % 2 ? 'new' : 'renewal' });
        if (n % 5 === 0) {
          await antrean.releaseHold({ office, id: hold.id, token: hold.token });
          continue;
        }
        const booking = await antrean.bookHold({ office, token: hold.token, ...draft([person(n)]) });
        const by = { office, id: booking.id, token: booking.manageToken ?? '' };
        await antrean.readBooking(by);
        await antrean.cancelBooking(by);
        done.journeys++;
      } catch (error) {
        if (!(error instanceof Refused) || error.status >= 500) throw error;
        done.refused++;
      }
    }
  };
  const lanes = Promise.all(Array.from({ length: laneCount }, lane));
  const samples: number[] = [];
  const warm = Math.min(60_000, minutes * 12_000);
  await new Promise((resolve) => setTimeout(resolve, warm));
  const before = { connections: await connections(), slot: await slotBytes() };
  while (Date.now() < end) {
    samples.push(residentMb());
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  await lanes;
  const third = Math.floor(samples.length / 3);
  const mean = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
  const [early, late] = [mean(samples.slice(0, third)), mean(samples.slice(-third))];
  console.log({
    ...done,
    earlyMb: Math.round(early),
    lateMb: Math.round(late),
    connections: await connections(),
    slotBytes: await slotBytes(),
  });
  expect(done.journeys).toBeGreaterThan(1000 * minutes);
  expect(late).toBeLessThan(early * 1.1);
  expect(await connections()).toBeLessThanOrEqual(Math.max(before.connections, 10));
  expect(await slotBytes()).toBeLessThan(before.slot * 1.2 + 1_000_000);
  await expectInvariants(sql);
});
