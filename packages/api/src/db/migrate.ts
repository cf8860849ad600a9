import { readdir, readFile } from 'node:fs/promises';
import type { Sql } from './connect.ts';

export { isMigrated } from './is-migrated.ts';

const folder = new URL('../../migrations/', import.meta.url);

/** The database holds migrations that this program does not know. */
export class DatabaseNewer extends Error {
  override name = 'DatabaseNewer';
}

/**
 * Applies the numbered SQL files that the database has not seen, in one transaction, forward only. Several processes
 * may start at once: the first does the work, the others wait for it. Returns the names of what was applied.
 */
export const migrate = async (sql: Sql): Promise<string[]> => {
  const files = (await readdir(folder)).filter((name) => /^\d{6}_\w+\.sql$/.test(name)).sort();
  return await sql.begin(async (tx) => {
    // A migration may take its time, and waits for one that is under way.
    await tx`set local statement_timeout = 0`;
    await tx`set local lock_timeout = 0`;
    await tx`select pg_advisory_xact_lock(${0x70617370})`;
    await tx`create table if not exists migration (number int primary key, name text not null, applied_at timestamptz not null default now())`;
    const done = await tx<{ number: number }[]>`select number from migration`;
    const known = new Set(files.map((name) => Number(name.slice(0, 6))));
    const newest = Math.max(0, ...done.map((row) => row.number));
    if (done.some((row) => !known.has(row.number))) {
      throw new DatabaseNewer(
        `The database is at migration ${newest}, which this program does not know (it knows ${Math.max(...known)}). Start a newer release.`,
      );
    }
    const todo = files.filter((name) => !done.some((row) => row.number === Number(name.slice(0, 6))));
    for (const name of todo) {
      await tx.unsafe(await readFile(new URL(name, folder), 'utf8'));
      await tx`insert into migration (number, name) values (${Number(name.slice(0, 6))}, ${name.slice(7, -4)})`;
    }
    return todo;
  });
};
