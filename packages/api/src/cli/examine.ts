import type { Sql } from '../db/connect.ts';
import { findViolations, readInvariants } from '../db/invariants.ts';
import { isMigrated } from '../db/migrate.ts';

export interface Finding {
  check: string;
  ok: boolean;
  /** What is wrong, or what was seen. Never personal: rows of the invariants hold ids and counts. */
  detail: string;
}

interface Check {
  name: string;
  run: (sql: Sql) => Promise<Omit<Finding, 'check'>>;
}

const setting = (name: string, [wanted = '', ...better]: string[], why: string): Check => ({
  name: `${name} is ${wanted}`,
  run: async (sql) => {
    const [row] = await sql<{ value: string }[]>`select current_setting(${name}) as value`;
    const ok = row?.value === wanted || better.includes(row?.value ?? '');
    return { ok, detail: ok ? '' : `It is ${row?.value}. ${why}` };
  },
});

/** How far the two clocks may be apart: a hold's end is judged by the server's clock, a slot's release too. */
const clockTolerance = 2000;

const schema: Check = {
  name: 'the schema is that of this program',
  run: async (sql) => {
    const [table] = await sql<{ name: string | null }[]>`select to_regclass('public.migration')::text as name`;
    if (!table?.name)
      return { ok: false, detail: 'There are no tables: run `paspor-antrean migrate`, or is this another database?' };
    const ok = await isMigrated(sql);
    return {
      ok,
      detail: ok ? '' : 'Migrations are missing or newer: run `paspor-antrean migrate` of the matching release.',
    };
  },
};

const checks: Check[] = [
  setting('fsync', ['on'], 'What was confirmed can be lost when the machine stops.'),
  setting('synchronous_commit', ['on', 'remote_apply'], 'What was confirmed can be lost when the machine stops.'),
  setting('default_transaction_isolation', ['read committed'], 'The lock on a slot must read its newest row.'),
  {
    name: 'database and program agree on the time',
    run: async (sql) => {
      const [row] = await sql<{ at: Date }[]>`select clock_timestamp() as at`;
      const apart = Math.abs(Date.now() - (row?.at.getTime() ?? 0));
      return { ok: apart <= clockTolerance, detail: `${apart} ms apart` };
    },
  },
];

/** Invariants read whole tables; beyond this something is wrong with the database itself. */
const patience = '10min';

/**
 * Looks a running system's database over, in one read-only transaction: settings that must hold, then every invariant.
 * Nothing is set for longer than the transaction, which a pooler may give to anybody afterwards.
 */
export const examine = async (sql: Sql): Promise<Finding[]> =>
  (await sql.begin('read only', async (transaction) => {
    const tx = transaction as unknown as Sql;
    await tx`select set_config('statement_timeout', ${patience}, true)`;
    const findings: Finding[] = [{ check: schema.name, ...(await schema.run(tx)) }];
    for (const { name, run } of checks) findings.push({ check: name, ...(await run(tx)) });
    if (findings[0]?.ok) findings.push(...(await invariants(tx)));
    return findings;
  })) as Finding[];

const invariants = async (sql: Sql): Promise<Finding[]> => {
  const violations = await findViolations(sql);
  return (await readInvariants()).map(({ rule }) => {
    const rows = violations.filter((violation) => violation.rule === rule).map(({ row }) => row);
    return { check: rule, ok: rows.length === 0, detail: describe(rows) };
  });
};

const shown = 3;
const describe = (rows: Record<string, unknown>[]): string => {
  if (rows.length === 0) return '';
  const first = rows.slice(0, shown).map((row) => JSON.stringify(row));
  return `${rows.length} found: ${first.join(', ')}${rows.length > shown ? ', …' : ''}`;
};
