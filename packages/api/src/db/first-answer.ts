import type { Sql } from './connect.ts';

/** Milliseconds that a database has to answer at all. */
const patienceMs = 8000;

/** Rejects when the database does not answer in time: an address that swallows packets never says no. */
export const firstAnswer = async (sql: Sql): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error(), { code: 'CONNECT_TIMEOUT' })), patienceMs);
  });
  await Promise.race([sql`select 1`, silence]).finally(() => clearTimeout(timer));
};

/** Why a database cannot be used, in the words of whoever set DATABASE_URL; never with anything of the URL in it. */
export const whyUnusable = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words: Record<string, string> = {
    ECONNREFUSED: 'nothing listens at the address in DATABASE_URL.',
    ENOTFOUND: 'the host in DATABASE_URL is not known.',
    EAI_AGAIN: 'the host in DATABASE_URL is not known.',
    CONNECT_TIMEOUT: 'no answer from the address in DATABASE_URL.',
    CONNECTION_CLOSED: 'the connection was closed; is DATABASE_URL the address of a PostgreSQL server?',
    '28P01': 'the user or password in DATABASE_URL is wrong.',
    '28000': 'the user in DATABASE_URL may not sign in.',
    '3D000': 'the database named in DATABASE_URL does not exist.',
    '42501': 'the user in DATABASE_URL lacks a privilege that migrations need.',
  };
  return words[code] ?? `${code || (error instanceof Error ? error.message : 'unknown trouble')}.`;
};
