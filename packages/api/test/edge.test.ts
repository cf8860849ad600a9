import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/fresh-database.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import { type EdgeOffice, openEdgeOffice } from './edge-office.ts';
import { expectInvariants } from './invariants.ts';
import { testSecrets } from './secrets.ts';
import { bundleWorker, openWorkerd } from './workerd.ts';

/** The platform's clock, struck by hand. */
interface Waking {
  scheduled(event: { cron: string }): Promise<{ outcome: string }>;
}

const base = 'http://antrean.test';
const script = bundleWorker('../src/edge.ts');

describe('a worker as it is deployed', () => {
  let database: FreshDatabase;
  let sql: Sql;
  let workerd: Miniflare;
  beforeAll(async () => {
    database = await freshDatabase('today');
    sql = connect(database.url, { max: 2 });
    workerd = await openWorkerd(await script, {
      bindings: { ...(await testSecrets()), PUBLIC_URL: base, LOG_LEVEL: 'error', OPEN_HOLD_SEATS_PER_CLIENT: 1000 },
      hyperdrives: { HYPERDRIVE: database.url },
    });
  });
  afterAll(async () => {
    await workerd.dispose();
    await sql.end();
    await database.drop();
  });

  const ask = (path: string, init: object = {}) => workerd.dispatchFetch(`${base}${path}`, init);
  const post = (path: string, body: object) =>
    ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const connections = async () => {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    return row?.count ?? 0;
  };

  test('is ready once the database is migrated', async () => {
    expect(await (await ask('/readyz')).json()).toEqual({ status: 'ready' });
    await sql`insert into migration (number, name) values (999, 'newer')`;
    expect((await ask('/readyz')).status).toBe(503);
    await sql`delete from migration where number = 999`;
  });

  test('serves every page and file that needs no folder, with the same headers as everywhere', async () => {
    for (const path of [
      '/openapi.json',
      '/docs',
      '/kantor',
      '/kantor/bandung',
      '/kantor/bandung/poster',
      '/privasi',
      '/.well-known/jwks.json',
    ]) {
      const answer = await ask(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
      await answer.body?.cancel();
    }
    expect((await ask('/widget/paspor-antrean.js')).status).toBe(404); // nothing was deployed beside it
  });

  test('answers a preflight of a listed origin, and refuses another', async () => {
    const preflight = (origin: string) => ask('/v1/offices/bandung/holds', { method: 'OPTIONS', headers: { origin } });
    const listed = await preflight('https://bandung.imigrasi.go.id');
    expect(listed.status).toBe(204);
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://bandung.imigrasi.go.id');
    expect((await preflight('https://example.com')).status).toBe(403);
  });

  test('keeps availability in the cache of the platform, for a second at most', async () => {
    const read = async () => {
      const began = Date.now();
      const answer = await ask('/v1/offices/malang/availability');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=1, stale-while-revalidate=5');
      const { asOf, earliest } = (await answer.json()) as { asOf: string; earliest: { remaining: number } };
      // A second in the cache, less than another that the instant is cut by, and what reading and storing it takes.
      expect(began - Date.parse(asOf)).toBeLessThanOrEqual(3000);
      return { asOf, remaining: earliest.remaining, etag: answer.headers.get('etag') };
    };
    const first = await read();
    await post('/v1/offices/malang/holds', { service: 'new' });
    const second = await read();
    // Nothing waits in real time but this: the cache has a clock of its own.
    let later = second;
    while (later.etag === first.etag) later = await read();
    expect(later.remaining).toBe(first.remaining - 1);
    expect([first.asOf, later.asOf]).toContain(second.asOf);
    const same = await ask('/v1/offices/malang/availability', { headers: { 'if-none-match': later.etag ?? '' } });
    expect([same.status, await same.text()]).toEqual([304, '']);
  });

  test('has a connection for each request under way, and none afterwards', async () => {
    await vi.waitFor(async () => expect(await connections()).toBeLessThanOrEqual(1));
    let most = 0;
    const holds = Array.from({ length: 30 }, () => post('/v1/offices/bandung/holds', { service: 'new' }));
    const watching = Promise.all(holds);
    for (let isOver = false; !isOver; ) {
      most = Math.max(most, await connections());
      isOver = await Promise.race([
        watching.then(() => true),
        new Promise<false>((next) => setTimeout(next, 1, false)),
      ]);
    }
    expect((await watching).map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 201));
    expect(most).toBeLessThanOrEqual(31);
    await vi.waitFor(async () => expect(await connections()).toBeLessThanOrEqual(1));
    await expectInvariants(sql);
  });

  test('opens no connection for what needs no database', async () => {
    const begun = async () => {
      const [row] = await sql<{ sessions: number }[]>`
        select pg_stat_clear_snapshot(), sessions::int from pg_stat_database where datname = current_database()`;
      return row?.sessions ?? 0;
    };
    const before = await begun();
    for (const path of ['/healthz', '/docs', '/.well-known/jwks.json', '/v1/nowhere']) await (await ask(path)).text();
    expect(await begun()).toBe(before);
  });

  test('tidies when the platform wakes it', async () => {
    await post('/v1/offices/bandung/holds', { service: 'new' });
    await sql`update booking set hold_until = now() - interval '1 minute' where state = 'held'`;
    const worker = (await workerd.getWorker()) as unknown as Waking;
    expect((await worker.scheduled({ cron: '*/5 * * * *' })).outcome).toBe('ok');
    expect(await sql`select 1 from booking where state = 'held'`).toHaveLength(0);
    await expectInvariants(sql);
  });
});

test('forty who want the earliest at once each get a seat, and an office of fewer seats sells them all', async () => {
  const office: EdgeOffice = await openEdgeOffice('direct');
  try {
    await office.sql`update slot set capacity = 2 where office_id = 'bandung'`;
    const hold = () => office.antrean.holdSlot({ office: 'bandung', service: 'new' });
    const held = await Promise.all(Array.from({ length: 40 }, hold));
    expect(new Set(held.map(({ id }) => id)).size).toBe(40);
    await office.sql`delete from slot where office_id = 'malang' and starts > '2026-11-24'`;
    const [left] = await office.sql<{ seats: number }[]>`
      select sum(capacity - taken)::int as seats from slot where office_id = 'malang' and starts > '2026-11-23T09:30'
        and channel = 'online' and releases_at <= '2026-11-23T02:00:00Z'`;
    const seats = left?.seats ?? 0;
    const wishes = Array.from({ length: 40 }, () =>
      office.antrean.holdSlot({ office: 'malang', service: 'new', party: 5 }).then(
        () => 'held',
        (error) => error.code,
      ),
    );
    const answers = await Promise.all(wishes);
    expect(answers.filter((answer) => answer === 'held')).toHaveLength(Math.floor(seats / 25) * 5);
    expect(new Set(answers)).toEqual(new Set(['held', 'SLOT_FULL']));
    await expectInvariants(office.sql);
  } finally {
    await office.close();
  }
});

test('a worker that is set up wrongly says all that is wrong at once, in answer and log, and no value', async () => {
  const secret = 'R4hasia';
  let logged = '';
  const workerd = await openWorkerd(await script, {
    bindings: { NIK_KEY: secret, PUBLIC_URL: secret, ALLOWED_ORIGINS: [secret] },
    read: (text) => {
      logged += text;
    },
  });
  const wrong = [
    'DATABASE_URL',
    'TICKET_KEYS',
    'TOKEN_SECRET',
    'DATA_KEYS',
    'NIK_KEY',
    'PUBLIC_URL',
    'ALLOWED_ORIGINS',
  ];
  try {
    for (const path of ['/v1/offices', '/kantor']) {
      const answer = await workerd.dispatchFetch(`${base}${path}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'application/problem+json']);
      const { code, detail } = (await answer.json()) as { code: string; detail: string };
      expect(code).toBe('INTERNAL');
      for (const name of wrong) expect(detail).toContain(name);
      expect(detail).not.toContain(secret);
    }
    await vi.waitFor(() => expect(logged).toContain('start-failed'));
    expect(logged.match(/start-failed/g)).toHaveLength(1);
    for (const name of wrong) expect(logged).toContain(name);
    expect(logged).not.toContain(secret);
  } finally {
    await workerd.dispose();
  }
});

describe('docs/edge.md', () => {
  const repository = new URL('../../../', import.meta.url);
  const block = async (language: string) => {
    const text = await readFile(new URL('docs/edge.md', repository), 'utf8');
    const found = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(text)?.[1];
    return (found ?? '').replace(/^ {3}/gm, '');
  };

  test('shows the worker of the example', async () => {
    const worker = await readFile(new URL('examples/edge-worker/worker.js', repository), 'utf8');
    expect(await block('js')).toBe(worker);
  });

  test('sets the timeouts that a session of Node has', async () => {
    const database = await freshDatabase();
    const sql = connect(database.url, { max: 1, pooler: 'transaction' });
    const role = `test_${randomBytes(6).toString('hex')}`;
    await sql.unsafe(`create role ${role}; set role ${role}; ${await block('sql')}; reset role`);
    const [set] = await sql`select to_json(rolconfig) as timeouts from pg_roles where rolname = ${role}`;
    await sql.unsafe(`drop role ${role}`);
    expect(set?.timeouts).toEqual([
      'lock_timeout=3s',
      'statement_timeout=10s',
      'idle_in_transaction_session_timeout=10s',
    ]);
    await sql.end();
    await database.drop();
  });
});
