import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startPostgres } from './postgres/start-postgres.ts';
import { localSecrets } from './secrets.ts';
import { StartFailed } from './start-failed.ts';

export interface Local {
  /** `DATABASE_URL` and every secret, as settings. */
  settings: Record<string, string>;
  stop(): Promise<void>;
}

/** A PostgreSQL and secrets of its own below a folder, made the first time and kept. */
export const startLocal = async (dataDir: string, say: (line: string) => void): Promise<Local> => {
  const folder = resolve(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => {
    throw new StartFailed(`DATA_DIR ${folder} cannot be made or is not a folder.`);
  });
  say('Starting PostgreSQL …');
  const database = await startPostgres({ dataDir: join(folder, 'postgres'), database: 'antrean', say });
  try {
    await writeFile(join(folder, 'database-url'), `${database.url}\n`, { mode: 0o600 });
    await chmod(join(folder, 'database-url'), 0o600);
    const settings = { ...(await localSecrets(folder)), DATABASE_URL: database.url };
    return { settings, stop: () => database.stop() };
  } catch (error) {
    await database.stop();
    throw error;
  }
};
