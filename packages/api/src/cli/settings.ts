import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, readSome, SettingsInvalid } from '../config.ts';
import { connect, type Sql } from '../db/connect.ts';
import { firstAnswer, whyUnusable } from '../db/first-answer.ts';
import { isMigrated } from '../db/migrate.ts';
import { keepSecrets, keptSecrets } from '../secrets.ts';
import { CannotDo } from './command.ts';

export type Env = Record<string, string | undefined>;

/**
 * The settings of the environment, else those of the server started here: its secrets and its database's address lie
 * in `DATA_DIR`. With a `DATABASE_URL` of your own nothing is taken from there.
 */
export const allSettings = async (env: Env): Promise<Env> => {
  if (env.DATABASE_URL) return env;
  const folder = env.DATA_DIR || '.data';
  const url = await readFile(join(folder, 'database-url'), 'utf8').catch(() => undefined);
  return { ...(await keptSecrets(folder)), ...env, DATABASE_URL: url?.trim() };
};

/** The named settings, checked as the server checks them. */
export const settings = async <const N extends keyof Config>(env: Env, ...names: N[]): Promise<Pick<Config, N>> => {
  try {
    return readSome(await allSettings(env), names);
  } catch (error) {
    if (error instanceof SettingsInvalid) throw new CannotDo(error.faults.map((fault) => `${fault}.`).join(' '));
    throw error;
  }
};

/** Long statements are a command's business: what the server must not wait for, an operator may. */
const patience = '30min';

interface Use {
  /** False for a command that works on whatever it finds. */
  migrated?: boolean;
}

/** Runs `work` on the database and closes it. Says in one sentence why it cannot be used. */
export const withDatabase = async <T>(env: Env, work: (sql: Sql) => Promise<T>, { migrated = true }: Use = {}) => {
  const all = await allSettings(env);
  if (!all.DATABASE_URL) {
    const file = join(env.DATA_DIR || '.data', 'database-url');
    throw new CannotDo(`There is no DATABASE_URL and no ${file}: set one, or start the server here first.`);
  }
  const { DATABASE_URL, DATABASE_POOLER } = await settings(env, 'DATABASE_URL', 'DATABASE_POOLER');
  const sql = connect(DATABASE_URL, { max: 2, pooler: DATABASE_POOLER });
  try {
    await firstAnswer(sql).catch((error: unknown) => {
      throw new CannotDo(`The database cannot be looked at: ${whyUnusable(error)}`);
    });
    if (migrated && !(await isMigrated(sql).catch(() => false)))
      throw new CannotDo(
        'The tables are missing or of another release: run `paspor-antrean migrate` of this one first.',
      );
    return await work(sql);
  } finally {
    void sql.end({ timeout: 1 });
  }
};

/** One transaction with time for long statements. */
export const patiently = <T>(sql: Sql, work: (tx: Sql) => Promise<T>): Promise<T> =>
  sql.begin(async (transaction) => {
    const tx = transaction as unknown as Sql;
    await tx`select set_config('statement_timeout', ${patience}, true), set_config('lock_timeout', ${patience}, true),
      set_config('idle_in_transaction_session_timeout', ${patience}, true)`;
    return await work(tx);
  }) as Promise<T>;

class Undone extends Error {
  readonly value: unknown;
  constructor(value: unknown) {
    super();
    this.value = value;
  }
}

/** The same, and then everything is taken back: what would happen is found out by letting it happen. */
export const undone = <T>(sql: Sql, work: (tx: Sql) => Promise<T>): Promise<T> =>
  patiently<T>(sql, async (tx) => {
    throw new Undone(await work(tx));
  }).catch((error: unknown) => {
    if (error instanceof Undone) return error.value as T;
    throw error;
  });

/** Keeps one secret for the server started here. Returns the file's folder. */
export const keepSetting = async (env: Env, name: string, value: string): Promise<string> => {
  const folder = env.DATA_DIR || '.data';
  const kept = await keptSecrets(folder);
  if (!kept || env.DATABASE_URL || env[name])
    throw new CannotDo(`--write is for the server that made its own secrets; ${name} of yours is where you set it.`);
  await keepSecrets(folder, { ...kept, [name]: value });
  return folder;
};
