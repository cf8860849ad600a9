import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { type LocalPostgres, startPostgres } from '../../packages/api/src/postgres/start-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    database: TestDatabase;
  }
}

/** The one server of a test run. `template` is migrated and empty; `missing` says why there is none. */
export interface TestDatabase {
  url: string;
  template: string;
  missing?: string;
}

const template = 'template_antrean';
const build = new URL('../../packages/api/dist/db/migrate.js', import.meta.url);

export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'paspor-antrean-test-'));
  let local: LocalPostgres | undefined;
  const stop = async () => {
    await local?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    local = await startPostgres({ dataDir: join(folder, 'postgres'), database: template, durable: false });
    const missing = await migrateTemplate(local.url);
    const admin = new URL(local.url);
    admin.pathname = '/postgres';
    project.provide('database', { url: admin.href, template, missing });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Tests that need no tables run without a build; those that do say that it is missing. */
async function migrateTemplate(url: string): Promise<string | undefined> {
  if (!existsSync(fileURLToPath(build))) return 'packages/api is not built: run `npm run build` first.';
  const { migrate } = await import(/* @vite-ignore */ build.href);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await migrate(sql);
    return undefined;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
