import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { choosePort, isFree } from './choose-port.ts';
import { findBinaries } from './find-binaries.ts';
import { clearLeftover } from './leftover-server.ts';
import { clusterExists, makeCluster } from './make-cluster.ts';
import { readOrMakePassword } from './password.ts';
import { runAs } from './run-as.ts';
import { type RunningServer, runServer, type ServerOptions } from './run-server.ts';

export interface LocalPostgres {
  url: string;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** The folder of the cluster; its password and port are kept beside it. */
  dataDir: string;
  database: string;
  /** Gets progress sentences for people. */
  say?: (line: string) => void;
  /** `false` trades safety for speed: for tests only. */
  durable?: boolean;
  port?: number;
}

const user = 'paspor';
/** What passes by itself: a port taken in the meantime, a killed server whose last processes are still leaving. */
const passing = /could not create any TCP\/IP sockets|lock file "postmaster\.pid"|pre-existing shared memory/;

export async function startPostgres(options: StartOptions): Promise<LocalPostgres> {
  const { database, say = () => {}, durable = true } = options;
  const dataDir = resolve(options.dataDir);
  const parent = dirname(dataDir);
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  const as = runAs(dataDir);
  const binaries = await findBinaries(as, parent);
  const exists = clusterExists(dataDir);
  const password = readOrMakePassword(join(parent, 'postgres-password'), exists);
  const login = (port: number, name = 'postgres') => `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
  if (!exists) {
    say('Making the database: this happens once and takes a few seconds.');
    await makeCluster({ initdb: binaries.initdb, dataDir, as, user, password, durable });
  }
  const { server, port } = await startServer({ ...binaries, dataDir, as, durable, say }, login, options.port);
  try {
    await createDatabase(login(port), database);
  } catch (error) {
    await server.stop();
    throw new Error(`The database ${database} could not be opened: ${(error as Error).message}.`);
  }
  return { url: login(port, database), stop: () => server.stop() };
}

async function startServer(
  options: Omit<ServerOptions, 'port'>,
  login: (port: number) => string,
  givenPort?: number,
): Promise<{ server: RunningServer; port: number }> {
  for (let attempt = 1; ; attempt++) {
    await clearLeftover({ dataDir: options.dataDir, login, say: options.say });
    if (givenPort && !(await isFree(givenPort))) throw new Error(`The database's port ${givenPort} is taken.`);
    const port = givenPort ?? (await choosePort(join(dirname(options.dataDir), 'postgres-port')));
    try {
      return { server: await runServer({ ...options, port }), port };
    } catch (error) {
      if (attempt === 10 || !passing.test((error as Error).message)) throw error;
      await sleep(500);
    }
  }
}

async function createDatabase(url: string, database: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!found) await sql`create database ${sql(database)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
