import type { Sql } from '../db/connect.ts';
import { lockOffices } from './import-offices.ts';
import { putOffices } from './office-queries.ts';
import { spread } from './office-records.ts';
import { demoFolder, readOfficeFiles } from './read-files.ts';

/** Fills an empty database with the demo's offices. False: there are offices already, nothing was touched. */
export const seedWhenEmpty = async (sql: Sql): Promise<boolean> => {
  const offices = spread(await readOfficeFiles(demoFolder));
  return await sql.begin(async (transaction) => {
    const tx = transaction as unknown as Sql;
    await tx`set local lock_timeout = 0`;
    await lockOffices(tx);
    const [any] = await tx`select 1 from office limit 1`;
    if (any) return false;
    await putOffices(tx, offices);
    return true;
  });
};
