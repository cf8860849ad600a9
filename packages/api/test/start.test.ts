import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../test/setup/fresh-database.ts';
import { testSecrets } from './secrets.ts';
import { spawnServer, startServerProcess } from './server-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antrean-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const hold = async (url: string) => {
  const answer = await fetch(`${url}/v1/offices/bandung/holds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ service: 'new' }),
  });
  return (await answer.json()) as { id: string; token: string };
};

const state = async (url: string, { id, token }: { id: string; token: string }) => {
  const answer = await fetch(`${url}/v1/offices/bandung/holds/${id}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(3000),
  });
  return ((await answer.json()) as { state: string }).state;
};

/** Starts, expects the start to fail, and gives what was printed. */
const failedStart = async (env: Record<string, string>) => {
  const server = spawnServer(env);
  const code = await server.ended;
  expect(code).not.toBe(0);
  expect(server.output()).not.toMatch(/^\s+at /m);
  return server.output().trim();
};

describe('without DATABASE_URL', () => {
  test('the data and the secrets outlast Ctrl-C, and kill -9 blocks nothing', async () => {
    const env = { DATA_DIR: join(folder, 'kept') };
    const first = await startServerProcess(env);
    const held = await hold(first.url);
    expect(await first.kill('SIGINT')).toBe(0);

    const second = await startServerProcess(env);
    expect(await state(second.url, held)).toBe('held');
    expect(await second.kill('SIGKILL')).toBe('SIGKILL');

    const third = await startServerProcess(env);
    expect(await state(third.url, held)).toBe('held');
    const { url } = { url: (await readFile(join(folder, 'kept', 'database-url'), 'utf8')).trim() };
    const sql = postgres(url, { max: 1 });
    const [version] = await sql`show server_version`;
    expect(version?.server_version).toMatch(/^18\./);
    await sql.end();
    for (const file of ['database-url', 'secrets.json', 'postgres-password']) {
      expect((await stat(join(folder, 'kept', file))).mode & 0o777, file).toBe(0o600);
    }
    expect(await third.kill('SIGTERM')).toBe(0);
    await expect(postgres(url, { max: 1, connect_timeout: 2 })`select 1`).rejects.toThrow();
  });

  test('Ctrl-C lets the requests under way finish', async () => {
    const server = await startServerProcess({ DATA_DIR: join(folder, 'kept'), OPEN_HOLD_SEATS_PER_CLIENT: '1000' });
    const answers = Array.from({ length: 30 }, () => hold(server.url));
    await new Promise((resolve) => setTimeout(resolve, 15));
    const ended = server.kill('SIGINT');
    const finished = await Promise.allSettled(answers);
    for (const answer of finished) {
      // Whoever was let in got a whole answer; whoever came too late was not let in at all.
      if (answer.status === 'fulfilled') expect(answer.value.id).toHaveLength(22);
      else expect(String(answer.reason.cause)).toMatch(/ECONNREFUSED|other side closed|ECONNRESET/);
    }
    expect(finished.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await ended).toBe(0);
  });

  test('a taken port is one sentence', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const said = await failedStart({ DATA_DIR: join(folder, 'kept'), PORT: String(port) });
    expect(said.split('\n').at(-1)).toBe(`Port ${port} is taken. Set PORT to another one, or stop what listens there.`);
    taken.close();
  });

  test('a DATA_DIR that is a file is one sentence', async () => {
    expect(await failedStart({ DATA_DIR: '/dev/null' })).toMatch(/^DATA_DIR \S+ cannot be made or is not a folder\.$/);
  });
});

test('an argument that makes no sense is one sentence, and --help helps', async () => {
  const wrong = spawnServer({}, ['--workers', 'many']);
  expect(await wrong.ended).toBe(1);
  expect(wrong.output()).toBe('--workers takes a number from 1 to 64.\n');
  const unknown = spawnServer({}, ['--colour']);
  expect(await unknown.ended).toBe(1);
  expect(unknown.output()).not.toMatch(/^\s+at /m);
  const help = spawnServer({}, ['--help']);
  expect(await help.ended).toBe(0);
  expect(help.output()).toContain('--workers N');
});

describe('settings', () => {
  test('that are wrong are listed all at once, and no value is shown', async () => {
    const said = await failedStart({
      DATABASE_URL: 'mysql://app:rahasia@localhost/db',
      PORT: '99999',
      TICKET_KEYS: '[{"kty":"OKP"}]',
      TOKEN_SECRET: 'short',
      DATA_KEYS: 'rahasia',
      ALLOWED_ORIGINS: 'imigrasi',
      OPEN_HOLD_SEATS_PER_CLIENT: 'many',
    });
    for (const name of [
      'DATABASE_URL',
      'PORT',
      'TICKET_KEYS',
      'TOKEN_SECRET',
      'DATA_KEYS',
      'NIK_KEY is required',
      'ALLOWED_ORIGINS',
      'OPEN_HOLD_SEATS_PER_CLIENT',
    ]) {
      expect(said).toContain(`- ${name}`);
    }
    expect(said).not.toContain('rahasia');
  });

  test('of secrets have no default when the database is one’s own', async () => {
    const said = await failedStart({ DATABASE_URL: 'postgres://app:pw@127.0.0.1:1/db' });
    expect(said.split('\n')).toHaveLength(5);
    for (const name of ['TICKET_KEYS', 'TOKEN_SECRET', 'DATA_KEYS', 'NIK_KEY'])
      expect(said).toContain(`- ${name} is required`);
  });
});

describe('with a DATABASE_URL', () => {
  test('that leads nowhere, the start says so in one sentence', async () => {
    const secrets = await testSecrets();
    expect(await failedStart({ ...secrets, DATABASE_URL: 'postgres://app:pw@127.0.0.1:1/db' })).toBe(
      'The database cannot be used: nothing listens at the address in DATABASE_URL.',
    );
    const database = await freshDatabase();
    const wrong = (change: (url: URL) => void) => {
      const url = new URL(database.url);
      change(url);
      return { ...secrets, DATABASE_URL: url.href };
    };
    expect(await failedStart(wrong((url) => (url.password = 'wrong')))).toContain(
      'the user or password in DATABASE_URL is wrong.',
    );
    expect(await failedStart(wrong((url) => (url.pathname = '/nowhere')))).toContain(
      'the database named in DATABASE_URL does not exist.',
    );
    await database.drop();
  });

  test('that never answers, the start says so after eight seconds, and Ctrl-C twice ends it before', async () => {
    let asked: () => void = () => {};
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const mute = createServer(() => asked());
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as { port: number };
    const env = { ...(await testSecrets()), DATABASE_URL: `postgres://app:pw@127.0.0.1:${port}/db` };
    const impatient = spawnServer(env);
    await isAsked;
    // Two that come before the first one is heard are one to the system: hence until it has ended.
    const keys = setInterval(() => impatient.child.kill('SIGINT'), 200);
    expect(await impatient.ended).toBe(130);
    clearInterval(keys);
    expect(await failedStart(env)).toBe('The database cannot be used: no answer from the address in DATABASE_URL.');
    mute.close();
  });

  test('that is newer than the program, the start refuses', async () => {
    const database = await freshDatabase();
    const sql = postgres(database.url, { max: 1 });
    await sql`insert into migration (number, name) values (999, 'from_the_future')`;
    await sql.end();
    const said = await failedStart({ ...(await testSecrets()), DATABASE_URL: database.url });
    expect(said).toMatch(
      /^The database is at migration 999, which this program does not know \(it knows \d+\)\. Start a newer release\.$/,
    );
    await database.drop();
  });

  test('several workers serve behind one port, and one that dies is replaced', async () => {
    const database = await freshDatabase();
    const env = { ...(await testSecrets()), DATABASE_URL: database.url, OPEN_HOLD_SEATS_PER_CLIENT: '1000' };
    const server = await startServerProcess(env, ['--workers', '2']);
    const children = async () =>
      (await readFile(`/proc/${server.child.pid}/task/${server.child.pid}/children`, 'utf8'))
        .trim()
        .split(' ')
        .map(Number);
    expect(await children()).toHaveLength(2);
    const held = await hold(server.url);
    const [victim = 0] = await children();
    process.kill(victim, 'SIGKILL');
    await expect
      .poll(async () => (await children()).filter((pid) => pid !== victim).length, { timeout: 10_000 })
      .toBe(2);
    // A connection that was kept open to the dead one is noticed by its first use.
    const asked = () => state(server.url, held).catch(() => 'cut');
    await expect.poll(asked, { timeout: 10_000 }).toBe('held');
    await expect
      .poll(async () => new Set(await Promise.all(Array.from({ length: 20 }, asked))), { timeout: 10_000 })
      .toEqual(new Set(['held']));
    expect(await server.kill('SIGTERM')).toBe(0);
    await database.drop();
  });

  test('a stop while the workers are still starting stops them all', async () => {
    const database = await freshDatabase();
    const server = spawnServer({ ...(await testSecrets()), DATABASE_URL: database.url }, ['--workers', '3']);
    const children = async () =>
      (await readFile(`/proc/${server.child.pid}/task/${server.child.pid}/children`, 'utf8'))
        .trim()
        .split(' ')
        .filter(Boolean);
    await expect.poll(async () => (await children()).length, { timeout: 15_000, interval: 5 }).toBe(3);
    expect(await server.kill('SIGTERM')).toBe(0);
    await database.drop();
  });

  test('two processes that start at once on an empty database both get ready, with one set of offices', async () => {
    const database = await freshDatabase();
    const env = { ...(await testSecrets()), DATABASE_URL: database.url };
    const servers = await Promise.all([startServerProcess(env), startServerProcess(env)]);
    const counts = await Promise.all(
      servers.map(
        async ({ url }) => ((await (await fetch(`${url}/v1/offices`)).json()) as { offices: unknown[] }).offices.length,
      ),
    );
    expect(counts).toEqual([124, 124]);
    await Promise.all(servers.map((server) => server.kill('SIGTERM')));
    await database.drop();
  });
});
