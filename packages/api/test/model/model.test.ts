import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectInvariants } from '../invariants.ts';
import { openTestOffice, type TestOffice } from '../test-office.ts';
import { commands, type Real, setClock, slotNames } from './commands.ts';
import { capacity, Model } from './model.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
  setClock(office, 0);
  // Of no other office either, so that to look at all of them after each program costs little.
  await office.sql`
    delete from slot where office_id <> 'sabang' or to_char(starts, 'YYYY-MM-DD"T"HH24:MI') not in ${office.sql(slotNames)}`;
  await office.sql`update slot set capacity = ${capacity}`;
  await office.sql`vacuum slot`;
});
afterAll(() => office.close());

const freshStart = async (): Promise<{ model: Model; real: Real }> => {
  // To empty these tables costs less row by row than by truncate, which makes new files of them and of their indexes.
  await office.sql.begin((sql) => [
    sql`delete from applicant`,
    sql`delete from booking`,
    sql`delete from nik_claim`,
    sql`delete from lookup_attempt`,
    sql`update slot set taken = 0, issued = 0`,
  ]);
  setClock(office, 0);
  return { model: new Model(), real: { office, holds: [], bookings: new Map() } };
};

/** Programs to run: FUZZ_PROGRAMS=5000 for a night. A failing one is shrunk and printed with its seed. */
const programs = Number(process.env.FUZZ_PROGRAMS ?? 300);

test(`${programs} random programs do what a clerk with a sheet of paper would do`, {
  timeout: programs * 1000,
}, async () => {
  expect(slotNames).toEqual(['2026-11-24T10:00', '2026-11-24T11:00', '2026-11-25T10:00', '2026-11-25T11:00']);
  const program = fc.commands(commands, { maxCommands: 40, size: 'max' });
  let ran = 0;
  await fc.assert(
    fc.asyncProperty(program, async (moves) => {
      const { model, real } = await freshStart();
      await fc.asyncModelRun(() => ({ model, real }), moves);
      await expectInvariants(office.sql);
      ran += 1;
    }),
    { numRuns: programs, endOnFailure: false },
  );
  expect(ran).toBeGreaterThanOrEqual(programs);
});
