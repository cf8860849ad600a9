import { expect } from 'vitest';
import type { Sql } from '../src/db/connect.ts';
import { findViolations } from '../src/db/invariants.ts';

/** Every race, crash and load test ends with this. */
export const expectInvariants = async (sql: Sql): Promise<void> => {
  expect(await findViolations(sql)).toEqual([]);
};
