import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect, type Sql } from '../../packages/api/src/db/connect.ts';
import { migrate } from '../../packages/api/src/db/migrate.ts';
import { openSlots } from '../../packages/api/src/offices/open-slots.ts';
import { type LocalPostgres, startPostgres } from '../../packages/api/src/postgres/start-postgres.ts';
import { seedWhenEmpty } from '../../packages/api/src/seed/seed.ts';
import { type Content, contents, monday, templateOf } from './contents.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The one server of a test run, by the address of its database that nobody uses. */
    database: string;
  }
}

export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'paspor-antrean-test-'));
  let local: LocalPostgres | undefined;
  const stop = async () => {
    await local?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    local = await startPostgres({ dataDir: join(folder, 'postgres'), database: 'postgres', durable: false });
    for (const content of contents) await makeTemplate(local.url, content);
    project.provide('database', local.url);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

const fill: Record<Content, (sql: Sql) => Promise<unknown>> = {
  tables: migrate,
  today: (sql) => fillWithOffices(sql, new Date()),
  monday: (sql) => fillWithOffices(sql, monday),
};

const fillWithOffices = async (sql: Sql, now: Date): Promise<void> => {
  await migrate(sql);
  await seedWhenEmpty(sql);
  await openSlots(sql, now);
};

/** Filled once, for every test to copy. */
const makeTemplate = async (url: string, content: Content): Promise<void> => {
  await using(url, (sql) => sql`create database ${sql(templateOf(content))}`);
  await using(Object.assign(new URL(url), { pathname: `/${templateOf(content)}` }).href, async (sql) => {
    await fill[content](sql);
    await sql`vacuum analyze`;
  });
};

const using = async (url: string, work: (sql: Sql) => Promise<unknown>): Promise<void> => {
  const sql = connect(url, { max: 1 });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
};
