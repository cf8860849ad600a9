import { connect, type Sql } from '../db/connect.ts';
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

const setting = (name: string, wanted: string, why: string): Check => ({
  name: `${name} is ${wanted}`,
  run: async (sql) => {
    const [row] = await sql<{ value: string }[]>`select current_setting(${name}) as value`;
    const ok = row?.value === wanted;
    return { ok, detail: ok ? '' : `It is ${row?.value}. ${why}` };
  },
});

/** How far the two clocks may be apart: a hold's end is judged by the server's clock, a slot's release too. */
const clockTolerance = 2000;

const checks: Check[] = [
  {
    name: 'the schema is that of this program',
    run: async (sql) => {
      const ok = await isMigrated(sql);
      return {
        ok,
        detail: ok ? '' : 'Migrations are missing or newer: start the server of the matching release once.',
      };
    },
  },
  setting('fsync', 'on', 'What was confirmed can be lost when the machine stops.'),
  setting('synchronous_commit', 'on', 'What was confirmed can be lost when the machine stops.'),
  setting('default_transaction_isolation', 'read committed', 'The lock on a slot must read its newest row.'),
  {
    name: 'database and program agree on the time',
    run: async (sql) => {
      const [row] = await sql<{ at: Date }[]>`select clock_timestamp() as at`;
      const apart = Math.abs(Date.now() - (row?.at.getTime() ?? 0));
      return { ok: apart <= clockTolerance, detail: `${apart} ms apart` };
    },
  },
];

/** Looks a running system's database over without changing it: settings that must hold, then every invariant. */
export const examine = async (url: string): Promise<Finding[]> => {
  const sql = connect(url, { max: 1 });
  try {
    await sql`set statement_timeout = 0`;
    await sql`set default_transaction_read_only = on`;
    const findings: Finding[] = [];
    for (const { name, run } of checks) findings.push({ check: name, ...(await run(sql)) });
    const violations = await findViolations(sql);
    for (const { rule } of await readInvariants()) {
      const rows = violations.filter((violation) => violation.rule === rule).map(({ row }) => row);
      findings.push({ check: rule, ok: rows.length === 0, detail: describe(rows) });
    }
    return findings;
  } finally {
    await sql.end({ timeout: 1 });
  }
};

const shown = 3;
const describe = (rows: Record<string, unknown>[]): string => {
  if (rows.length === 0) return '';
  const first = rows.slice(0, shown).map((row) => JSON.stringify(row));
  return `${rows.length} found: ${first.join(', ')}${rows.length > shown ? ', …' : ''}`;
};
