import { readFile } from 'node:fs/promises';
import type { Sql } from './connect.ts';

const file = new URL('../../invariants.sql', import.meta.url);

export interface Violation {
  rule: string;
  row: Record<string, unknown>;
}

/** Reads the whole database for rows that break a law of the house. Nothing personal is in them. */
export const findViolations = async (sql: Sql): Promise<Violation[]> => {
  const violations: Violation[] = [];
  for (const { rule, statement } of await readInvariants()) {
    const found = await sql.unsafe<Record<string, unknown>[]>(statement);
    violations.push(...found.map((row) => ({ rule, row })));
  }
  return violations;
};

export const readInvariants = async (): Promise<{ rule: string; statement: string }[]> => {
  const [, ...parts] = (await readFile(file, 'utf8')).split(/^-- rule: /m);
  return parts.map((part) => {
    const end = part.indexOf('\n');
    return { rule: part.slice(0, end), statement: part.slice(end) };
  });
};
