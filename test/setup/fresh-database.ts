import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { type Content, templateOf } from './contents.ts';
import type {} from './database.ts';

export interface FreshDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of one's own: a copy of a template, which is there in a moment however much is in it. */
export async function freshDatabase(content: Content = 'tables'): Promise<FreshDatabase> {
  const admin = inject('database');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(
    admin,
    (sql) => sql`create database ${sql(name)} template ${sql(templateOf(content))} strategy wal_log`,
  );
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => asAdmin(admin, (sql) => sql`drop database if exists ${sql(name)} with (force)`),
  };
}

async function asAdmin(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
