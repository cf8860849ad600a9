import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../dist/db/connect.js';
import { migrate } from '../dist/db/migrate.js';
import { openSlots } from '../dist/offices/open-slots.js';
import { startPostgres } from '../dist/postgres/start-postgres.js';
import { seedWhenEmpty } from '../dist/seed/seed.js';

/** PostgreSQL as it ships, with fsync and synchronous_commit on, and the demo's offices with all days open. */
export const openDatabase = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'antrean-bench-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), database: 'bench' });
  const sql = connect(postgres.url, { max: 4 });
  await migrate(sql);
  await seedWhenEmpty(sql);
  // What is sold here is what is booked online.
  await sql`delete from opening where channel <> 'online'`;
  await openSlots(sql, new Date());
  await sql`update slot set releases_at = now() - interval '1 day'`;
  const [settings] =
    await sql`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, version()`;
  const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    url: postgres.url,
    sql,
    settings,
    cpuMs: () => cpuMs(postmaster),
    /** Everything free again. */
    reset: async () => {
      await sql`truncate booking, nik_claim, lookup_attempt cascade`;
      await sql`update slot set taken = 0, issued = 0 where taken > 0 or issued > 0`;
      await sql`vacuum analyze slot`;
    },
    close: async () => {
      await sql.end();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** CPU that a process, its children and those that ended have used, in ms. */
export const cpuMs = (pid) => {
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      const own = Number(fields[11]) + Number(fields[12]);
      if (Number(name) === pid) ticks += own + Number(fields[13]) + Number(fields[14]);
      else if (Number(fields[1]) === pid) ticks += own;
    } catch {
      // It ended while we looked.
    }
  }
  return ticks * 10;
};
