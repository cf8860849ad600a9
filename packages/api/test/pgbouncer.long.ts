import { execFile, spawn, spawnSync } from 'node:child_process';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, connect as tcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createAntreanClient, type Refused } from '@paspor-antrean/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/fresh-database.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import { expectInvariants } from './invariants.ts';
import { draft, person } from './people.ts';
import { testSecrets } from './secrets.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

let database: FreshDatabase;
let direct: Sql;
let folder: string;
let servers: ServerProcess[] = [];
let stopBouncer: () => void = () => {};
/** The database's address by way of the pooler. */
let pooled = '';

const requirePgBouncer = () => {
  if (spawnSync('pgbouncer', ['--version']).status === 0) return;
  if (process.getuid?.() !== 0)
    throw new Error('PgBouncer is not installed: install the package pgbouncer, or run this as root.');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'pgbouncer']]) {
    spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  if (spawnSync('pgbouncer', ['--version']).status !== 0) throw new Error('PgBouncer could not be installed.');
};

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = tcp(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });

beforeAll(async () => {
  requirePgBouncer();
  database = await freshDatabase();
  direct = connect(database.url, { max: 2 });
  folder = await mkdtemp(join(tmpdir(), 'antrean-pgbouncer-'));
  const port = await freePort();
  const { username, password, port: far, pathname } = new URL(database.url);
  await writeFile(join(folder, 'users.txt'), `"${username}" "${decodeURIComponent(password)}"\n`);
  await writeFile(
    join(folder, 'pgbouncer.ini'),
    `[databases]\n${pathname.slice(1)} = host=127.0.0.1 port=${far}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\n` +
      `unix_socket_dir =\nauth_type = scram-sha-256\nauth_file = ${join(folder, 'users.txt')}\npool_mode = transaction\n` +
      'default_pool_size = 5\nmax_client_conn = 200\n',
  );
  const root = process.getuid?.() === 0;
  if (root) {
    await chmod(folder, 0o755);
    for (const file of ['users.txt', 'pgbouncer.ini']) await chown(join(folder, file), 65_534, 65_534);
  }
  const child = spawn('pgbouncer', [...(root ? ['-u', 'nobody'] : []), join(folder, 'pgbouncer.ini')], {
    stdio: 'ignore',
  });
  stopBouncer = () => child.kill('SIGTERM');
  while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 50));
  const url = new URL(database.url);
  url.port = String(port);
  pooled = url.href;
  const env = {
    ...(await testSecrets()),
    DATABASE_URL: url.href,
    DATABASE_POOLER: 'transaction',
    OPEN_HOLD_SEATS_PER_CLIENT: '1000000',
  };
  servers = [await startServerProcess(env), await startServerProcess(env)];
}, 300_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill('SIGTERM')));
  stopBouncer();
  await direct.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test('behind PgBouncer in transaction mode a slot of 50 is sold 50 times, and a journey goes through', {
  timeout: 60_000,
}, async () => {
  const clients = servers.map(({ url }) => createAntreanClient({ baseUrl: url, retries: 0, timeoutMs: 60_000 }));
  const pick = (n: number) => clients[n % 2] as (typeof clients)[number];
  const { earliest } = await pick(0).readAvailability({ office: 'surabaya', service: 'new' });
  const slot = earliest?.slot ?? '';
  const [row] =
    await direct`select capacity from slot where office_id = 'surabaya' and channel = 'online' and starts = ${slot}`;
  const holds = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      pick(n)
        .holdSlot({ office: 'surabaya', service: 'new', slot })
        .catch((error: Refused) => error.code),
    ),
  );
  const held = holds.filter((hold) => typeof hold !== 'string');
  expect(held).toHaveLength(row?.capacity);
  expect(new Set(holds.filter((hold) => typeof hold === 'string'))).toEqual(new Set(['SLOT_FULL']));
  const bookings = await Promise.all(
    held.slice(0, 20).map(({ token }, n) => pick(n).bookHold({ office: 'surabaya', token, ...draft([person(n)]) })),
  );
  const [first] = bookings;
  if (!first) throw new Error('Nothing was booked');
  const by = { office: 'surabaya', id: first.id, token: first.manageToken ?? '' };
  expect((await pick(1).cancelBooking(by)).status).toBe('cancelled');
  const { nik, birthOn } = person(1);
  const found = await pick(0).lookUpBooking({
    office: 'surabaya',
    code: bookings[1]?.code ?? '',
    nikLast4: nik.slice(-4),
    birthOn,
  });
  expect(found.id).toBe(bookings[1]?.id);
  await expectInvariants(direct);
});

test('doctor looks through the pooler and leaves its connections as they were', async () => {
  const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
  const { PATH = '' } = process.env;
  const env = { PATH, DATABASE_URL: pooled, DATABASE_POOLER: 'transaction' };
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'doctor'], { env }).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  expect(stdout).toMatch(/^ok {4}no slot is oversold$/m);
  // Whoever gets the connection that doctor had can write and has a time limit.
  const sql = connect(pooled, { max: 6, pooler: 'transaction' });
  const seen = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const [row] = await sql`
        select current_setting('transaction_read_only') as locked, current_setting('statement_timeout') as limited, pg_sleep(0.05)`;
      return [row?.locked, row?.limited];
    }),
  );
  await sql.end();
  expect(new Set(seen.map(([locked]) => locked))).toEqual(new Set(['off']));
  expect(seen.map(([, limited]) => limited)).not.toContain('10min');
});
