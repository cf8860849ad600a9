import type { AntreanClient } from '@paspor-antrean/client';
import { type CounterClient, createCounterClient } from '@paspor-antrean/client/counter';
import { createAntreanClient } from '@paspor-antrean/client/strict';
import type { StaffRole } from '@paspor-antrean/contract';
import { monday } from '../../../test/setup/contents.ts';
import { freshDatabase } from '../../../test/setup/fresh-database.ts';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import type { Entry } from '../src/http/log.ts';
import { packWithZlib } from '../src/http/pack-with-zlib.ts';
import { makeDeps } from '../src/make-deps.ts';
import { signDevelopment } from '../src/staff/development.ts';
import { testSecrets } from './secrets.ts';

export interface TestOffice {
  antrean: AntreanClient;
  counter: CounterClient;
  /** A token of someone who works for these offices. */
  staff(office: string, role?: StaffRole, sub?: string): Promise<string>;
  /** The app by its public door; a path is enough. */
  ask: (path: string, init?: RequestInit & { from?: string }) => Promise<Response>;
  sql: Sql;
  /** What was logged so far. */
  log: Entry[];
  env: Record<string, string>;
  now(): Date;
  /** Sets the clock, by office wall time in WIB. */
  setClock(wall: string): void;
  /** The same database under other settings, as after a restart. */
  restart(env: Record<string, string>): Promise<TestOffice>;
  /** Statements sent to the database so far. */
  queries(): number;
  close(): Promise<void>;
}

const base = 'http://antrean.test';

/** All demo offices on a database of their own, at 09:00 on Monday 23 November 2026 in Bandung, without a port. */
export const openTestOffice = async (
  env: Record<string, string> = {},
  snapshotMs = 0,
  /** There alone the tokens of `staff` count. */
  isEmbedded = true,
): Promise<TestOffice> => {
  const database = await freshDatabase('monday');
  let sent = 0;
  const sql = connect(database.url, { max: 8, onQuery: () => (sent += 1) });
  const clock = { now: monday };
  const settings = { ...(await testSecrets()), DATABASE_URL: database.url, OPEN_HOLD_SEATS_PER_CLIENT: '1000', ...env };
  const close = async () => {
    await sql.end();
    await database.drop();
  };
  return await open({ sql, clock, close, snapshotMs, isEmbedded, queries: () => sent }, settings);
};

interface Ground {
  sql: Sql;
  clock: { now: Date };
  close: () => Promise<void>;
  queries: () => number;
  snapshotMs: number;
  isEmbedded: boolean;
}

const open = async (ground: Ground, env: Record<string, string>): Promise<TestOffice> => {
  const { sql, clock, close, queries, snapshotMs, isEmbedded } = ground;
  const log: Entry[] = [];
  const deps = await makeDeps({
    config: readConfig(env),
    publicUrl: base,
    sql,
    clock: () => clock.now,
    log: (entry) => log.push(entry),
    peerAddress: (c) => c.req.header('x-test-peer') ?? '203.0.113.1',
    checkAnswers: true,
    isEmbedded,
    pack: packWithZlib(),
    snapshotMs,
  });
  const app = createApp({ ...deps, isReady: async () => true });
  const ask: TestOffice['ask'] = async (path, { from, ...init } = {}) => {
    const request = new Request(new URL(path, base), init);
    if (from) request.headers.set('x-test-peer', from);
    return await app.fetch(request);
  };
  return {
    antrean: createAntreanClient({ baseUrl: base, retries: 0, fetch: (url, init) => ask(String(url), init) }),
    counter: createCounterClient({ baseUrl: base, retries: 0, fetch: (url, init) => ask(String(url), init) }),
    staff: (at, role = 'counter', sub = `${role}-of-${at}`) =>
      signDevelopment(env.TOKEN_SECRET ?? '', {
        sub,
        office: at,
        role,
        expires: clock.now.getTime() / 1000 + 30 * 86_400,
      }),
    ask,
    sql,
    log,
    env,
    queries,
    now: () => clock.now,
    setClock: (wall) => {
      clock.now = new Date(`${wall}+07:00`);
    },
    restart: (changes) => open(ground, { ...env, ...changes }),
    close,
  };
};

/** Settles a call that is to be refused and gives its code and details. */
export const refusal = async (call: Promise<unknown>) => {
  const outcome = await call.then(
    () => ({ code: 'NOT_REFUSED' }),
    (error: { problem?: Record<string, unknown> }) => {
      if (!error.problem) throw error;
      return error.problem;
    },
  );
  return outcome as { code: string; fields?: { field: string; code: string }[]; [key: string]: unknown };
};
