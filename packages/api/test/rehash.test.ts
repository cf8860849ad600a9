import { type AntreanClient, type Booking, createAntreanClient, Refused } from '@paspor-antrean/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/fresh-database.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import { runHere, tell, tellHere } from './cli-process.ts';
import { expectInvariants } from './invariants.ts';
import { draft, person } from './people.ts';
import { dataKey, testSecrets, tokenSecret } from './secrets.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

/** Three stages of a rotation, as processes that share one database: with the old key, with both, with the new one. */
const stages = ['old', 'both', 'fresh'] as const;
let database: FreshDatabase;
let sql: Sql;
let env: Record<(typeof stages)[number], Record<string, string>>;
let servers: ServerProcess[] = [];
let at: Record<(typeof stages)[number], AntreanClient>;
let slots: string[];

beforeAll(async () => {
  database = await freshDatabase('today');
  sql = connect(database.url, { max: 2 });
  const common = {
    ...(await testSecrets()),
    DATABASE_URL: database.url,
    OPEN_HOLD_SEATS_PER_CLIENT: '1000000',
  };
  const [old, fresh] = [tokenSecret(), tokenSecret()];
  env = {
    old: { ...common, NIK_KEY: old },
    both: { ...common, NIK_KEY: `${fresh},${old}` },
    fresh: { ...common, NIK_KEY: fresh },
  };
  for (const stage of stages) servers.push(await startServerProcess(env[stage]));
  const clients = servers.map(({ url }) => createAntreanClient({ baseUrl: url, retries: 0, timeoutMs: 60_000 }));
  at = Object.fromEntries(stages.map((stage, n) => [stage, clients[n]])) as typeof at;
  const found = await sql<{ starts: string }[]>`
    select to_char(starts, 'YYYY-MM-DD"T"HH24:MI') as starts from slot
    where office_id = 'bandung' and channel = 'online' and releases_at < now() and starts > now() + interval '3 days' order by starts limit 120`;
  slots = found.map(({ starts }) => starts);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill('SIGTERM')));
  servers = [];
  await sql.end();
  await database.drop();
});

const office = 'bandung';
const book = async (antrean: AntreanClient, n: number): Promise<Booking> => {
  const hold = await antrean.holdSlot({ office, service: 'new', slot: slots[n % 80] ?? '' });
  return await antrean.bookHold({ office, token: hold.token, ...draft([person(n)]) });
};
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'BOOKED',
    (error: unknown) => {
      if (error instanceof Refused) return error.code;
      throw error;
    },
  );
/** Twelve at a time; ends early once nobody is to go on. */
const together = async (numbers: number[], act: (n: number) => Promise<unknown>, goesOn = () => true) => {
  const queue = [...numbers];
  const worker = async () => {
    for (let n = queue.pop(); n !== undefined && goesOn(); n = queue.pop()) await act(n);
  };
  await Promise.all(Array.from({ length: 12 }, worker));
};
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);
const keys = (...args: string[]) => tellHere(['keys', ...args], env.both);

/** In whole seconds, so past. */
const justNow = () => `${new Date().toISOString().slice(0, 19)}Z`;

const pairs = async (a: AntreanClient, b: AntreanClient, from: number) =>
  await Promise.all(range(from, from + 40).map((n) => Promise.all([codeOf(book(a, n)), codeOf(book(b, n))])));

describe('while the key of NIK hashes is rotated', () => {
  /** Some batches of `keys rehash`. */
  const live = range(0, 360);
  const booked = new Map<number, Booking>();
  const by = (n: number) => ({ office, id: booked.get(n)?.id ?? '', token: booked.get(n)?.manageToken ?? '' });
  const either = (n: number) => at[n % 2 === 0 ? 'old' : 'both'];

  test('a process with the old key and one with both never book the same person twice', async () => {
    for (const pair of await pairs(at.old, at.both, 1000))
      expect(pair.sort()).toEqual(['BOOKED', 'NIK_ALREADY_BOOKED']);
    await expectInvariants(sql);
  });

  test('nor do one with both and one with the new key', async () => {
    for (const pair of await pairs(at.both, at.fresh, 1100))
      expect(pair.sort()).toEqual(['BOOKED', 'NIK_ALREADY_BOOKED']);
    await expectInvariants(sql);
  });

  test('the old key may not be retired before everyone is claimed under the new one', async () => {
    await together(live, async (n) => booked.set(n, await book(at.old, n)));
    expect(await keys('retire', 'nik')).toMatchObject({ code: 2, err: expect.stringContaining('--since') });
    expect(await keys('retire', 'nik', '--since', justNow())).toMatchObject({ code: 1, ok: false, strangers: 0 });
    const long = ['retire', 'nik', '--since', '2026-01-01T00:00:00Z'];
    const { out } = await runHere(['keys', ...long], env.both);
    expect(out).toMatch(/^Someone was booked under the last key alone after --since: .* still runs\./);
    expect(out).toMatch(/\d+ people .*run `keys rehash`\.$/m);
    expect(await keys('rehash', '--dry-run')).toMatchObject({ code: 1, dryRun: true, twice: 0 });
  });

  test('rehash goes on beside cancelling, moving and booking again, and nobody is left with half of their claims', async () => {
    const cancelled: number[] = [];
    const codes: string[] = [];
    let isRunning = true;
    const change = async (n: number) => {
      if (n % 3 === 0) {
        codes.push(await codeOf(at.both.moveBooking({ ...by(n), slot: slots[80 + (n % 40)] ?? '' })));
        return;
      }
      codes.push(await codeOf(either(n).cancelBooking(by(n))));
      if (n % 3 === 1) codes.push(await codeOf(book(at.both, n)));
      else cancelled.push(n);
    };
    const work = together(live, change, () => isRunning);
    const told = await keys('rehash');
    isRunning = false;
    await work;
    expect(told).toMatchObject({ ok: true, strangers: 0, twice: 0 });
    expect(told.lacking).toBeGreaterThan(0);
    expect(codes.length).toBeGreaterThan(20);
    expect(new Set(codes)).toEqual(new Set(['BOOKED']));
    await expectInvariants(sql);
    // Whoever is still coming is refused under the new key alone; whoever cancelled is free at once under each key.
    const refused = await Promise.all(live.filter((n) => !cancelled.includes(n)).map((n) => codeOf(book(at.fresh, n))));
    expect(new Set(refused)).toEqual(new Set(['NIK_ALREADY_BOOKED']));
    const again = await Promise.all(cancelled.map((n) => codeOf(book(at.both, n))));
    expect(new Set(again)).toEqual(new Set(['BOOKED']));
    await expectInvariants(sql);
  }, 120_000);

  test('afterwards it may be retired, and a second rehash has nothing to do', async () => {
    expect(await tell('.', ['keys', 'rehash'], env.both)).toMatchObject({ code: 0, lacking: 0 });
    expect(await tell('.', ['keys', 'retire', 'nik', '--since', justNow()], env.both)).toMatchObject({
      code: 0,
      settings: { NIK_KEY: env.fresh.NIK_KEY },
    });
  });

  test('processes that share no key book a person twice: rehash finds it', async () => {
    expect([await codeOf(book(at.old, 900)), await codeOf(book(at.fresh, 900))]).toEqual(['BOOKED', 'BOOKED']);
    expect(await keys('rehash')).toMatchObject({ code: 1, twice: 2 });
  });

  test('keys of another database are noticed, and nothing is written', async () => {
    const NIK_KEY = `${tokenSecret()},${tokenSecret()}`;
    const { code, out } = await runHere(['keys', 'rehash'], { ...env.both, NIK_KEY });
    expect(out).toContain('NIK_KEY is not that of this database');
    expect(code).toBe(1);
    const retired = await runHere(['keys', 'retire', 'nik', '--since', justNow()], { ...env.both, NIK_KEY });
    expect(retired).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^\d+ people claimed under neither key: .*\n$/),
    });
    const sealed = await runHere(['keys', 'rehash'], { ...env.both, DATA_KEYS: dataKey('k1') });
    expect(sealed).toMatchObject({ code: 2, err: 'DATA_KEYS does not open the personal data of this database.\n' });
  });
});
