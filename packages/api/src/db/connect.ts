import postgres from 'postgres';

export type Sql = postgres.Sql;

interface ConnectOptions {
  max?: number;
  /** Behind a pooler in transaction mode no statement can be prepared and no session setting kept. */
  pooler?: 'none' | 'transaction';
  onQuery?: () => void;
}

/** What a session of its own is set to; behind a pooler in transaction mode there is none. */
const session = {
  // No request waits longer for a row or an answer: one stuck row must not stop every office.
  lock_timeout: 3000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 10_000,
  // Our statements are long, their plans never depend on the values, and planning one costs as much as running it.
  plan_cache_mode: 'force_generic_plan',
  jit: 'off',
};

/**
 * `backoff` is constant: the library's own grows to 20 seconds, and an office that cannot book for 20 seconds after
 * its database came back is down. Instants come back as `Date`; wall times are selected as text on purpose.
 */
export const connect = (url: string, options: ConnectOptions = {}): Sql =>
  postgres(url, {
    max: options.max ?? 10,
    backoff: () => 0.2,
    connect_timeout: 5,
    idle_timeout: 60,
    fetch_types: false,
    onnotice: () => {},
    debug: options.onQuery && (() => options.onQuery?.()),
    prepare: options.pooler !== 'transaction',
    connection: {
      application_name: 'paspor-antrean',
      TimeZone: 'UTC',
      ...(options.pooler !== 'transaction' && session),
    },
  });

/**
 * The columns of a batch, each as one array parameter, to be read by `unnest … with ordinality`: half the work of JSON
 * on both sides. The batch has at least one row, and every row the keys of the first.
 */
export const columns = <T extends object>(batch: readonly T[]): Record<keyof T, string> => {
  const names = Object.keys(batch[0] ?? {}) as (keyof T)[];
  return Object.fromEntries(names.map((name) => [name, arrayOf(batch, name)])) as Record<keyof T, string>;
};

const arrayOf = <T extends object>(batch: readonly T[], name: keyof T): string => {
  let text = '';
  for (const row of batch) text += `,${element(row[name])}`;
  return `{${text.slice(1)}}`;
};

const element = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  return typeof value === 'string' ? `"${value.replace(/["\\]/g, '\\$&')}"` : String(value);
};

/** True for a violation of the named constraint, on which a rule may turn. */
export const violates = (error: unknown, constraint: string): boolean =>
  error instanceof postgres.PostgresError && error.constraint_name === constraint;
