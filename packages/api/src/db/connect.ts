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

const asWritten = { from: [], parse: String, serialize: String };

/** A day and an hour of a wall, by their numbers in `pg_type`: by postgres.js they would be read by this machine's clock. */
const types = { date: { to: 1082, ...asWritten }, timestamp: { to: 1114, ...asWritten } };

/** For how long statements that are under way when a connection breaks may still be answered by the others, in seconds. */
const farewell = 0.5;

/**
 * A pool that is replaced as soon as one of its connections breaks: the next statement goes over a fresh one, and what
 * the old one has not answered soon is rejected. postgres.js (3.4.9) forgets a statement that it is handed between a
 * socket's error and its close, for ever, and starts the next connection with what was left to be written to the last
 * one, which then waits for its timeout. Connections are never closed for being idle or old, so a close is a break.
 *
 * Instants come back as `Date`; wall times are selected as text on purpose.
 */
export const connect = (url: string, options: ConnectOptions = {}): Sql => {
  let isOver = false;
  const open = (): Sql => {
    const pool = postgres(url, {
      max: options.max ?? 10,
      backoff: () => 0.2,
      connect_timeout: 5,
      idle_timeout: 0,
      max_lifetime: null,
      fetch_types: false,
      types,
      onnotice: () => {},
      onclose: () => replace(pool),
      debug: options.onQuery && (() => options.onQuery?.()),
      prepare: options.pooler !== 'transaction',
      connection: {
        application_name: 'paspor-antrean',
        TimeZone: 'UTC',
        ...(options.pooler !== 'transaction' && session),
      },
    });
    return pool;
  };
  const replace = (broken: Sql) => {
    if (isOver || broken !== current) return;
    current = open();
    void broken.end({ timeout: farewell });
  };
  let current = open();
  return new Proxy(current, {
    apply: (_, __, statement: Parameters<Sql>) => current(...statement),
    get: (_, name) => {
      // Whoever ends the pool wants no other one in its place.
      if (name === 'end') isOver = true;
      return Reflect.get(current, name);
    },
  });
};

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

/** One array parameter, cast where it is used: `any(${arrayOfText(ids)}::text[])`. */
export const arrayOfText = (values: readonly string[]): string => `{${values.map(element).join(',')}}`;

const element = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  return typeof value === 'string' ? `"${value.replace(/["\\]/g, '\\$&')}"` : String(value);
};

/** True for a violation of the named constraint, on which a rule may turn. */
export const violates = (error: unknown, constraint: string): boolean =>
  error instanceof postgres.PostgresError && error.constraint_name === constraint;
