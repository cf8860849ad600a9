import type { Sql } from './connect.ts';

/** The highest number in `migrations/`. Known without reading the folder, for where there are no files; a test holds it. */
export const newestMigration = 3;

/** True when every migration of this program is applied, and none that it does not know. */
export const isMigrated = async (sql: Sql): Promise<boolean> => {
  const [row] = await sql<{ count: number }[]>`select count(*)::int from migration`;
  return row?.count === newestMigration;
};
