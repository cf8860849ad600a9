import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Booking, createAntreanClient } from '@paspor-antrean/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../src/db/connect.ts';
import { type LocalPostgres, startPostgres } from '../src/postgres/start-postgres.ts';
import { expectInvariants } from './invariants.ts';
import { draft, person } from './people.ts';
import { testSecrets } from './secrets.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

let folder: string;
let postgres: LocalPostgres;
let api: ServerProcess;
const ballast = () => join(folder, 'ballast');

beforeAll(async () => {
  if (process.getuid?.() !== 0)
    throw new Error('A small disk of its own (tmpfs) can only be mounted as root: run this as root.');
  folder = mkdtempSync(join(tmpdir(), 'antrean-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=220m,mode=755', 'tmpfs', folder]);
  if (mounted.status !== 0) throw new Error(`A tmpfs could not be mounted: ${mounted.stderr}`);
  postgres = await startPostgres({ dataDir: join(folder, 'postgres'), database: 'antrean' });
  api = await startServerProcess({
    ...(await testSecrets()),
    DATABASE_URL: postgres.url,
    OPEN_HOLD_SEATS_PER_CLIENT: '1000000',
  });
}, 60_000);
afterAll(async () => {
  await api?.kill('SIGTERM');
  await postgres?.stop();
  spawnSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
});

test('a full disk loses nothing that was acknowledged, and booking goes on when there is room again', {
  timeout: 180_000,
}, async () => {
  const client = () => createAntreanClient({ baseUrl: api.url, retries: 0, timeoutMs: 20_000 });
  const acknowledged: Booking[] = [];
  let refused = 0;
  let running = true;
  let n = 0;
  const lane = async () => {
    while (running) {
      const mine = n++;
      try {
        const hold = await client().holdSlot({
          office: ['surabaya', 'medan', 'batam'][mine % 3] ?? '',
          service: 'new',
        });
        acknowledged.push(
          await client().bookHold({ office: hold.officeId, token: hold.token, ...draft([person(mine)]) }),
        );
      } catch {
        refused++;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  const lanes = Promise.all(Array.from({ length: 12 }, lane));
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(50);

  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(ballast(), Buffer.alloc(Math.max(0, bavail * bsize - 1_000_000)));
  await expect.poll(() => refused, { timeout: 60_000 }).toBeGreaterThan(20);
  expect(existsSync(ballast())).toBe(true);
  unlinkSync(ballast());
  // PostgreSQL stops itself when it cannot write its log; whoever runs it starts it again.
  const alive = await connect(postgres.url, { max: 1 })`select 1`.then(
    () => true,
    () => false,
  );
  if (!alive) {
    await postgres.stop().catch(() => {});
    postgres = await startPostgres({
      dataDir: join(folder, 'postgres'),
      database: 'antrean',
      port: Number(new URL(postgres.url).port),
    });
  }
  const before = acknowledged.length;
  await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(before + 50);
  running = false;
  await lanes;

  const sql = connect(postgres.url, { max: 2 });
  const [row] = await sql`
    select count(*)::int as found from json_array_elements_text(${JSON.stringify(acknowledged.map(({ code, officeId }) => `${officeId} ${code}`))}::text::json) as key
    join booking on office_id || ' ' || code = key where state = 'booked'`;
  expect(row?.found).toBe(acknowledged.length);
  await expectInvariants(sql);
  await sql.end();
});
