import type { Sql } from '../../packages/api/src/db/connect.ts';

/** Merauke gets five seats an hour: one hold takes them all, and a month of it is full in a moment. */
export const makeSmall = async (sql: Sql): Promise<void> => {
  await sql`update slot set capacity = 5 where office_id = 'merauke' and channel = 'online'`;
};
