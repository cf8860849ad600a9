import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type AntreanClient, type Booking, createAntreanClient, type Hold, Refused } from '@paspor-antrean/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../src/db/connect.ts';
import { type LocalPostgres, startPostgres } from '../src/postgres/start-postgres.ts';
import { type CutProxy, startCutProxy } from './cut-proxy.ts';
import { expectInvariants } from './invariants.ts';
import { draft, person } from './people.ts';
import { testSecrets } from './secrets.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const clientsAtOnce = 24;

interface Load {
  /** What was answered 201, by person. */
  acknowledged: Map<number, Booking>;
  /** Holds whose booking got no answer, by person. */
  unanswered: Map<number, Hold>;
  /** Bookings asked for and neither answered nor failed yet, by person. */
  asked: Set<number>;
  stop(): Promise<void>;
}

/** Books made-up people without pause, and writes down what was answered and what was not. */
const startLoad = (antrean: () => AntreanClient, firstPerson: number): Load => {
  const acknowledged = new Map<number, Booking>();
  const unanswered = new Map<number, Hold>();
  const asked = new Set<number>();
  let running = true;
  let next = firstPerson;
  const one = async () => {
    while (running) {
      const n = next++;
      let hold: Hold | undefined;
      try {
        hold = await antrean().holdSlot({ office: ['surabaya', 'medan', 'batam'][n % 3] ?? '', service: 'new' });
        asked.add(n);
        acknowledged.set(
          n,
          await antrean().bookHold({ office: hold.officeId, token: hold.token, ...draft([person(n)]) }),
        );
      } catch (error) {
        if (error instanceof Refused && error.code !== 'OVERLOADED') throw error;
        if (hold) unanswered.set(n, hold);
        await pause(20);
      } finally {
        asked.delete(n);
      }
    }
  };
  const all = Promise.all(Array.from({ length: clientsAtOnce }, one));
  return {
    acknowledged,
    unanswered,
    asked,
    stop: async () => {
      running = false;
      await all;
    },
  };
};

/** A killed process that nobody has reaped yet still answers to its number. */
const isRunning = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** `rounds` crashes of each kind, each at a random moment under load. */
export const crashRounds = (rounds: number): void => {
  let folder: string;
  let postgres: LocalPostgres;
  let proxy: CutProxy;
  let env: Record<string, string>;
  let api: ServerProcess;
  let people = 100_000;

  const client = () => createAntreanClient({ baseUrl: api.url, retries: 0, timeoutMs: 20_000 });
  const startDatabase = async (port?: number) =>
    await startPostgres({ dataDir: join(folder, 'postgres'), database: 'antrean', ...(port && { port }) });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'antrean-crash-'));
    postgres = await startDatabase();
    proxy = await startCutProxy(Number(new URL(postgres.url).port));
    const url = new URL(postgres.url);
    url.port = String(proxy.port);
    env = { ...(await testSecrets()), DATABASE_URL: url.href, OPEN_HOLD_SEATS_PER_CLIENT: '1000000' };
    api = await startServerProcess(env);
  });
  afterAll(async () => {
    await api.kill('SIGTERM');
    await proxy.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Keeps back the database's answers at a moment when bookings are on their way: these can no longer be answered. */
  const untilStuck = async (asked: Set<number>) => {
    for (;;) {
      const letGo = proxy.keepAnswers();
      await pause(100);
      if (asked.size > 0) return;
      letGo();
      await pause(5);
    }
  };

  /** Runs load, lets `crash` happen in the middle of it, and settles what is left open by asking again. */
  const survive = async (crash: (load: Load) => Promise<void>) => {
    people += 10_000;
    const load = startLoad(client, people);
    await expect.poll(() => load.acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(20);
    await pause(Math.random() * 200);
    await crash(load);
    const before = load.acknowledged.size;
    await expect.poll(() => load.acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before + 20);
    await load.stop();

    const sql = connect(postgres.url, { max: 2 });
    for (const [n, hold] of load.unanswered) {
      const booking = await client()
        .bookHold({ office: hold.officeId, token: hold.token, ...draft([person(n)]) })
        .catch((error: Refused) => error.code);
      expect(typeof booking === 'string' ? booking : booking.id).toBe(hold.id);
    }
    const ids = [...load.acknowledged.values()].map(({ id }) => uuid(id));
    const [row] = await sql`
      select count(*)::int as booked from booking join jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) as id
        on booking_id = id::uuid where state = 'booked'`;
    expect(row?.booked).toBe(load.acknowledged.size);
    await expectInvariants(sql);
    await sql.end();
    return load;
  };

  describe.each(Array.from({ length: rounds }, (_, round) => round + 1))('round %i', { timeout: 90_000 }, () => {
    test('PostgreSQL killed with SIGKILL: nothing acknowledged is lost, the API recovers by itself', async () => {
      await survive(async ({ acknowledged }) => {
        const [pid = ''] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
        const port = Number(new URL(postgres.url).port);
        process.kill(Number(pid), 'SIGKILL');
        while (isRunning(Number(pid))) await pause(10);
        const before = acknowledged.size;
        postgres = await startDatabase(port);
        const back = performance.now();
        while (acknowledged.size === before && performance.now() - back < 20_000) await pause(5);
        console.info(`booked again ${Math.round(performance.now() - back)} ms after the database was back`);
      });
    });

    test('the connection torn in the middle of a batch: nothing is lost and nothing is booked twice', async () => {
      await survive(async () => {
        for (let cuts = 0; cuts < 3; cuts++) {
          proxy.cut();
          await pause(Math.random() * 300);
        }
      });
    });

    test('the API killed with SIGKILL: nothing acknowledged is lost, open ends resolve to one booking each', async () => {
      const load = await survive(async ({ asked }) => {
        await untilStuck(asked);
        await api.kill('SIGKILL');
        api = await startServerProcess(env);
      });
      expect(load.unanswered.size).toBeGreaterThan(0);
    });
  });

  test('afterwards doctor finds nothing wrong', async () => {
    const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
    const env = { PATH: process.env.PATH ?? '', DATABASE_URL: postgres.url };
    const { stdout } = await promisify(execFile)(process.execPath, [cli, 'doctor'], { env });
    expect(stdout).toMatch(/All is well\.\n$/);
  });
};

const uuid = (id: string) =>
  Buffer.from(id, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
