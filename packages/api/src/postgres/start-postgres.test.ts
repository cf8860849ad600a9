import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalPostgres, startPostgres } from './start-postgres.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
/** The launcher as a program of its own, so that it can be killed. */
const compiled = join(repository, '.cache', 'postgres-test');

/** Making a cluster takes longest: made once, copied for every test that needs one. */
let model: string;
let home: string;
let dataDir: string;
const running: LocalPostgres[] = [];

beforeAll(async () => {
  model = mkdtempSync(join(tmpdir(), 'paspor-postgres-'));
  chmodSync(model, 0o755);
  await (await startPostgres({ dataDir: join(model, 'data', 'postgres'), database: 'antrean', durable: false })).stop();
});

afterAll(() => rmSync(model, { recursive: true, force: true }));

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'paspor-postgres-'));
  chmodSync(home, 0o755);
  dataDir = join(home, 'data', 'postgres');
});

afterEach(async () => {
  for (const local of running.splice(0)) await local.stop();
  rmSync(home, { recursive: true, force: true });
});

function copyModel(): void {
  const { status } = spawnSync('cp', ['-a', join(model, 'data'), home]);
  if (status !== 0) throw new Error('cp failed');
}

async function start(
  more: { port?: number; durable?: boolean; say?: (line: string) => void } = {},
): Promise<LocalPostgres> {
  const local = await startPostgres({ dataDir, database: 'antrean', durable: false, ...more });
  running.push(local);
  return local;
}

async function stop(local: LocalPostgres): Promise<void> {
  running.splice(running.indexOf(local), 1);
  await local.stop();
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const pidOf = () => Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('startPostgres', () => {
  it('makes a database reachable by password over loopback only', async () => {
    const said: string[] = [];
    const { url } = await start({ say: (line) => said.push(line) });
    const [settings] = await query(
      url,
      `select current_database() as name, current_setting('listen_addresses') as listens,
        current_setting('unix_socket_directories') as sockets, current_setting('server_encoding') as encoding,
        datcollate as collation, current_setting('password_encryption') as passwords
        from pg_database where datname = current_database()`,
    );
    expect(settings).toEqual({
      name: 'antrean',
      listens: '127.0.0.1',
      sockets: '',
      encoding: 'UTF8',
      collation: 'C',
      passwords: 'scram-sha-256',
    });
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect(said).toHaveLength(1);
    expect(statSync(join(home, 'data', 'postgres-password')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(home, 'data')).sort()).toEqual(['postgres', 'postgres-password', 'postgres-port']);
  });

  it('keeps data and address over a restart, and says nothing then', async () => {
    copyModel();
    const first = await start();
    await query(first.url, "create table note (text text); insert into note values ('kept')");
    await stop(first);
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(false);
    const said: string[] = [];
    const second = await start({ say: (line) => said.push(line) });
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select text from note')).toEqual([{ text: 'kept' }]);
    expect(said).toEqual([]);
  });

  it('takes another port when the last one is taken, and refuses when that port was asked for', async () => {
    copyModel();
    const first = await start();
    await stop(first);
    const port = Number(new URL(first.url).port);
    const stranger = createServer().listen(port, '127.0.0.1');
    await once(stranger, 'listening');
    try {
      await expect(start({ port })).rejects.toThrow(`The database's port ${port} is taken.`);
      const second = await start();
      expect(new URL(second.url).port).not.toBe(String(port));
    } finally {
      stranger.close();
    }
  });

  it('ignores a pid file that names an unrelated process, and leaves that process alone', async () => {
    copyModel();
    const first = await start();
    const port = new URL(first.url).port;
    await stop(first);
    // Of the server's own user: PostgreSQL by itself would refuse to start.
    const { uid, gid } = statSync(dataDir);
    const unrelated = spawn('sleep', ['60'], { ...(process.getuid?.() === 0 ? { uid, gid } : {}), cwd: '/' });
    await once(unrelated, 'spawn');
    try {
      writeFileSync(join(dataDir, 'postmaster.pid'), `${unrelated.pid}\n${dataDir}\n1\n${port}\n\n127.0.0.1\n`);
      const second = await start();
      expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(unrelated.signalCode).toBe(null);
      expect(unrelated.exitCode).toBe(null);
    } finally {
      unrelated.kill('SIGKILL');
    }
  });

  it('ignores an empty pid file, as a loss of power leaves it', async () => {
    copyModel();
    await stop(await start());
    writeFileSync(join(dataDir, 'postmaster.pid'), '');
    const { url } = await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('comes back after its server was killed', async () => {
    copyModel();
    const first = await start();
    await query(first.url, 'create table note (text text)');
    process.kill(pidOf(), 'SIGKILL');
    const second = await start();
    expect(await query(second.url, 'select text from note')).toEqual([]);
  });

  it('refuses data that a living program uses', async () => {
    copyModel();
    const first = await start();
    await expect(start()).rejects.toThrow(`is in use by process ${process.pid}: stop that one first.`);
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it("tells in one sentence, with the server's own reason, why it cannot start", async () => {
    copyModel();
    await stop(await start());
    writeFileSync(join(dataDir, 'PG_VERSION'), '12\n');
    await expect(start()).rejects.toThrow(
      /^The database could not be started: database files are incompatible with server; [^\n]*version 12[^\n]*\.$/,
    );
  });

  it('refuses a folder that holds something else, and data whose password is lost', async () => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'letter.txt'), 'dear');
    await expect(start()).rejects.toThrow('holds something that is not a database');
    rmSync(dataDir, { recursive: true });
    await stop(await start());
    rmSync(join(home, 'data', 'postgres-password'));
    await expect(start()).rejects.toThrow("The database's password is missing");
  });

  it('makes nothing half: an earlier attempt that was cut short is thrown away', async () => {
    mkdirSync(`${dataDir}.new`, { recursive: true });
    writeFileSync(join(`${dataDir}.new`, 'PG_VERSION'), '18\n');
    const { url } = await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(`${dataDir}.new`)).toBe(false);
  });

  it.runIf(process.getuid?.() === 0)('runs for root below a folder that only root may enter', async () => {
    chmodSync(home, 0o700);
    const first = await start();
    await query(first.url, "create table note (text text); insert into note values ('kept'); checkpoint");
    const entered = spawnSync('ls', [dataDir], { uid: 65534, gid: 65534, cwd: '/' });
    expect(entered.status).not.toBe(0);
    expect(statSync(`/proc/${pidOf()}`).uid).not.toBe(0);
    await stop(first);
    const second = await start();
    expect(await query(second.url, 'select text from note')).toEqual([{ text: 'kept' }]);
  });
});

describe('a start-up program that was killed', () => {
  beforeAll(() => {
    const tsc = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = ['--outDir', compiled, '--target', 'es2023', '--module', 'nodenext', '--types', 'node'];
    const source = fileURLToPath(new URL('start-postgres.ts', import.meta.url));
    const more = ['--rewriteRelativeImportExtensions', '--skipLibCheck', '--ignoreConfig', source];
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, ...more], {
      encoding: 'utf8',
      cwd: repository,
    });
    if (status !== 0) throw new Error(stdout);
    writeFileSync(join(compiled, 'package.json'), '{"type":"module"}\n');
  });

  afterAll(() => rmSync(compiled, { recursive: true, force: true }));

  async function startElsewhere(): Promise<{ program: ChildProcess; url: string }> {
    copyModel();
    const module = JSON.stringify(join(compiled, 'start-postgres.js'));
    const options = JSON.stringify({ dataDir, database: 'antrean', durable: false });
    const text = `import { startPostgres } from ${module}; console.log((await startPostgres(${options})).url);
      process.stdin.once('data', () => process.exit(1));`;
    const program = spawn(process.execPath, ['--input-type=module', '-e', text], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [url] = await once(program.stdout as NonNullable<typeof program.stdout>, 'data');
    return { program, url: String(url).trim() };
  }

  it.each(['755', '700'])('leaves a server that the next start stops and replaces (home %s)', async (mode) => {
    if (process.getuid?.() === 0) chmodSync(home, Number.parseInt(mode, 8));
    const { program, url } = await startElsewhere();
    await query(url, "create table note (text text); insert into note values ('kept')");
    const orphan = pidOf();
    program.kill('SIGKILL');
    await once(program, 'exit');
    expect(alive(orphan)).toBe(true);
    const said: string[] = [];
    const second = await start({ say: (line) => said.push(line) });
    expect(said).toEqual([`Stopping the database that an earlier run left behind (process ${orphan}).`]);
    await expect.poll(() => alive(orphan), { timeout: 10_000 }).toBe(false);
    expect(await query(second.url, 'select text from note')).toEqual([{ text: 'kept' }]);
  });

  it('takes its server with it when it ends without stopping it', async () => {
    copyModel();
    const { program } = await startElsewhere();
    const server = pidOf();
    program.stdin?.write('end\n');
    await once(program, 'exit');
    await expect.poll(() => alive(server), { timeout: 10_000 }).toBe(false);
  });
});
