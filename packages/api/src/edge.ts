import { LinearRouter } from 'hono/router/linear-router';
import { createApp } from './app.ts';
import { type AnswerCache, cachedSnapshots } from './availability/cached-snapshots.ts';
import { type Bindings, readBindings } from './bindings.ts';
import { type Clock, systemClock } from './clock.ts';
import { SettingsInvalid } from './config.ts';
import { connect, type Sql } from './db/connect.ts';
import { isMigrated } from './db/is-migrated.ts';
import { createLog, errorFields, type Log } from './http/log.ts';
import { createMetrics } from './http/metrics.ts';
import { problemResponse } from './http/problem.ts';
import { importKeys, tieDeps } from './make-deps.ts';
import type { Directory } from './offices/offices.ts';
import { Refusal } from './refusal.ts';
import { boundAssets } from './site/bound-assets.ts';
import type { ProviderMemory } from './staff/provider.ts';
import { tidyOnce } from './tidy.ts';

export type { Bindings } from './bindings.ts';

/** What the platform lends for one event. */
export interface Lent {
  /** Keeps the event alive until the work is done, after its answer went out. */
  waitUntil(work: Promise<unknown>): void;
}

interface EdgeOptions {
  clock?: Clock;
  /** Where availability is kept; null: nowhere. Default: the platform's Cache API. */
  openCache?: (() => Promise<AnswerCache>) | null;
  /** Checks each answer against the contract; on in tests. */
  checkAnswers?: boolean;
}

type Isolate = Awaited<ReturnType<typeof openIsolate>>;

const platformCache = async (): Promise<AnswerCache> =>
  await (globalThis as unknown as { caches: { open(name: string): Promise<AnswerCache> } }).caches.open('snapshots');

/**
 * What one isolate keeps from request to request: settings, imported keys and plain data. Never a socket, nor a promise
 * of an answer from one: workerd binds both to the request that made them.
 */
const openIsolate = async (env: Bindings, clock: Clock) => {
  const config = readBindings(env);
  const directory: Directory = {};
  const providerMemory: ProviderMemory = {};
  return {
    config,
    directory,
    providerMemory,
    keys: await importKeys(config, clock),
    metrics: createMetrics(),
    log: createLog(config.LOG_LEVEL, (line) => console.log(line), clock),
  };
};

/** The whole API as a worker: a connection for each event, opened by its first statement and closed behind its answer. */
export const createEdge = ({ clock = systemClock, openCache = platformCache, checkAnswers }: EdgeOptions = {}) => {
  let opened: Promise<Isolate> | undefined;

  const open = async (env: Bindings): Promise<Isolate> => {
    opened ??= openIsolate(env, clock).catch((error: unknown) => {
      sayUnusable(error, clock);
      throw error;
    });
    return await opened;
  };

  const withDatabase = async <T>(isolate: Isolate, env: Bindings, lent: Lent, work: (sql: Sql) => Promise<T>) => {
    const { DATABASE_URL, DATABASE_POOLER } = isolate.config;
    const sql = connect(env.HYPERDRIVE?.connectionString ?? DATABASE_URL, { max: 1, pooler: DATABASE_POOLER });
    try {
      return await work(sql);
    } finally {
      lent.waitUntil(sql.end({ timeout: 5 }));
    }
  };

  const serve = async (request: Request, { isolate, env, lent, sql }: Event): Promise<Response> => {
    const { config, keys, log, metrics, directory, providerMemory } = isolate;
    const publicUrl = config.PUBLIC_URL;
    const tied = tieDeps(
      {
        config,
        publicUrl,
        sql,
        clock,
        log,
        directory,
        providerMemory,
        checkAnswers,
        peerAddress,
        coalesce: false,
        snapshotMs: 0,
      },
      keys,
    );
    const later = (work: Promise<unknown>) => lent.waitUntil(work);
    const snapshots = openCache ? cachedSnapshots(tied, await openCache(), publicUrl, later) : tied.snapshots;
    const app = createApp({
      ...tied,
      snapshots,
      metrics,
      router: new LinearRouter(),
      assets: env.ASSETS && boundAssets(env.ASSETS),
      isReady: () => isMigrated(sql),
    });
    return await app.fetch(request);
  };

  return {
    async fetch(request: Request, env: Bindings, lent: Lent): Promise<Response> {
      const isolate = await open(env).catch((error: unknown) => asUnusable(error));
      if (isolate instanceof Refusal) return problemResponse(isolate, new URL(request.url).origin);
      return await withDatabase(isolate, env, lent, (sql) => serve(request, { isolate, env, lent, sql }));
    },

    /** What runs beside requests, whenever the platform's clock strikes. Fails where a job failed. */
    async scheduled(_event: unknown, env: Bindings, lent: Lent): Promise<void> {
      const isolate = await open(env);
      const isTidy = await withDatabase(isolate, env, lent, (sql) => tidyOnce({ sql, clock, log: isolate.log }));
      if (!isTidy) throw new Error('Tidying failed; the log says which job and why.');
    },
  };
};

interface Event {
  isolate: Isolate;
  env: Bindings;
  lent: Lent;
  sql: Sql;
}

/** Set by the platform for every request, whatever the visitor sent. */
const peerAddress = (c: { req: { header(name: string): string | undefined } }) =>
  c.req.header('cf-connecting-ip') ?? '';

const faultsOf = (error: unknown): readonly string[] | undefined =>
  error instanceof SettingsInvalid ? error.faults : undefined;

const sayUnusable = (error: unknown, clock: Clock): void => {
  const log: Log = createLog('error', (line) => console.error(line), clock);
  log({ level: 'error', event: 'start-failed', faults: faultsOf(error)?.join('; '), ...errorFields(error) });
};

/** Names of settings and rules, never a value: whoever deploys reads it where they look first. */
const asUnusable = (error: unknown): Refusal =>
  new Refusal('INTERNAL', {
    detail: `This deployment cannot serve. ${faultsOf(error)?.join('; ') ?? 'Its log says why'}.`,
  });

export default createEdge();
