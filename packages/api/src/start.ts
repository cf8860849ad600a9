import { createAdaptorServer } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createApp } from './app.ts';
import { systemClock } from './clock.ts';
import { type Config, readConfig, readEmbeddedConfig } from './config.ts';
import { connect, type Sql } from './db/connect.ts';
import { firstAnswer, whyUnusable } from './db/first-answer.ts';
import { DatabaseNewer, isMigrated, migrate } from './db/migrate.ts';
import { createLog } from './http/log.ts';
import { packWithZlib } from './http/pack-with-zlib.ts';
import { listen } from './listen.ts';
import { startLocal } from './local.ts';
import { makeDeps } from './make-deps.ts';
import { openSlots } from './offices/open-slots.ts';
import { seedWhenEmpty } from './seed/seed.ts';
import { diskAssets } from './site/disk-assets.ts';
import { StartFailed } from './start-failed.ts';
import { startTidying } from './tidy.ts';
import { isEmbeddedWorker, startWorkers } from './workers.ts';

export interface Running {
  url: string;
  port: number;
  /** Finishes what is under way, then closes the server and the database. */
  stop(): Promise<void>;
}

type Env = Record<string, string | undefined>;
type Say = (line: string) => void;

export interface StartOptions {
  /** Processes that serve. 1: this one does. */
  workers: number;
}

/** Settings, database, migrations, demo data, server: in this order, each said. What was begun is undone on failure. */
export const start = async (env: Env, say: Say, { workers }: StartOptions = { workers: 1 }): Promise<Running> => {
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const isEmbedded = !env.DATABASE_URL;
    const settings = isEmbedded ? await embedded(env, say, undo) : env;
    const config = readConfig(settings);
    const sql = connect(config.DATABASE_URL, { max: config.DATABASE_POOL, pooler: config.DATABASE_POOLER });
    undo.push(() => sql.end({ timeout: 5 }));
    await prepare(sql, say);
    const log = createLog(config.LOG_LEVEL, print, systemClock);
    undo.push(startTidying({ sql, clock: systemClock, log }));
    if (workers === 1) return { ...(await serve(config, sql, undo, isEmbedded)), stop };
    const lost = () => log({ level: 'error', event: 'worker-lost' });
    const running = await startWorkers(workers, present(settings), isEmbedded, lost);
    undo.push(running.stop);
    return { url: config.PUBLIC_URL ?? `http://localhost:${running.port}`, port: running.port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** One of several processes: the database is ready and the settings are complete. */
export const startWorker = async (env: Env): Promise<Running> => {
  const undo: (() => Promise<void>)[] = [];
  const config = readConfig(env);
  const sql = connect(config.DATABASE_URL, { max: config.DATABASE_POOL, pooler: config.DATABASE_POOLER });
  undo.push(() => sql.end({ timeout: 5 }));
  return {
    ...(await serve(config, sql, undo, isEmbeddedWorker(env))),
    stop: async () => {
      for (const step of undo.splice(0).reverse()) await step();
    },
  };
};

const print = (line: string) => process.stdout.write(`${line}\n`);

const present = (env: Env): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** The default without a `DATABASE_URL`. */
const embedded = async (env: Env, say: Say, undo: (() => Promise<void>)[]): Promise<Env> => {
  const { settings, stop } = await startLocal(readEmbeddedConfig(env).DATA_DIR, say);
  undo.push(stop);
  return { ...settings, ...present(env), DATABASE_URL: settings.DATABASE_URL };
};

/** Brings a database to the newest migration; an empty one gets the demo offices. */
export const prepare = async (sql: Sql, say: Say): Promise<void> => {
  await firstAnswer(sql).catch((error: unknown) => {
    throw new StartFailed(`The database cannot be used: ${whyUnusable(error)}`);
  });
  const applied = await migrate(sql).catch((error: unknown) => {
    if (error instanceof DatabaseNewer) throw new StartFailed(error.message);
    throw new StartFailed(`The database cannot be used: ${whyUnusable(error)}`);
  });
  for (const name of applied) say(`Applied migration ${name}`);
  if (await seedWhenEmpty(sql)) say('Filled the empty database with the demo offices');
  await openSlots(sql, systemClock());
};

const serve = async (config: Config, sql: Sql, undo: (() => Promise<void>)[], isEmbedded: boolean) => {
  const log = createLog(config.LOG_LEVEL, print, systemClock);
  const publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  const deps = await makeDeps({
    config,
    publicUrl,
    sql,
    clock: systemClock,
    log,
    peerAddress: (c) => getConnInfo(c).remote.address ?? '',
    pack: packWithZlib(),
    isEmbedded,
  });
  const app = createApp({ ...deps, assets: await diskAssets(), isReady: () => isMigrated(sql) });
  const server = createAdaptorServer({ fetch: app.fetch, hostname: config.HOST });
  const { port, close } = await listen(server, config.HOST, config.PORT);
  undo.push(deps.writes.drain);
  undo.push(close);
  return { url: config.PUBLIC_URL ?? `http://localhost:${port}`, port };
};
