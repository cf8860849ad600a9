import postgres from 'postgres';

export type Sql = postgres.Sql;

/**
 * `backoff` is constant: the library's own grows to 20 seconds, and an office that cannot book for 20 seconds after
 * its database came back is down. Instants come back as `Date`; wall times are selected as text on purpose.
 */
export const connect = (url: string, options: { max?: number; onQuery?: () => void } = {}): Sql =>
  postgres(url, {
    max: options.max ?? 10,
    backoff: () => 0.2,
    connect_timeout: 5,
    idle_timeout: 60,
    fetch_types: false,
    onnotice: () => {},
    debug: options.onQuery && (() => options.onQuery?.()),
    connection: { application_name: 'paspor-antrean', TimeZone: 'UTC' },
  });

/** A whole batch of rows as one parameter; read by `jsonb_to_recordset`. */
export const rows = (sql: Sql, values: readonly object[]) => sql`${JSON.stringify(values)}::text::jsonb`;

/** True for a violation of the named constraint, on which a rule may turn. */
export const violates = (error: unknown, constraint: string): boolean =>
  error instanceof postgres.PostgresError && error.constraint_name === constraint;
