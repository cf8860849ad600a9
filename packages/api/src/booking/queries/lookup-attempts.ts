import { rows, type Sql } from '../../db/connect.ts';

export interface Attempt {
  office: string;
  /** Keyed hash of a code or a client, hex. */
  subject: string;
  limit: number;
}

/**
 * Counts an attempt for each subject before it is made, so that no number of parallel tries gets past the limit.
 * False when one of them has none left in this hour; then nothing is counted.
 */
export const countAttempts = async (sql: Sql, attempts: readonly Attempt[], hour: Date): Promise<boolean> =>
  await sql
    .begin(async (tx) => {
      const counted = await tx`
      insert into lookup_attempt as t (office_id, subject, hour, misses)
      select office, decode(subject, 'hex'), ${hour}, 1
      from json_to_recordset(${rows(tx as unknown as Sql, attempts)}) as r(office text, subject text, "limit" int)
      order by office, subject
      on conflict (office_id, subject, hour) do update set misses = t.misses + 1
      where t.misses < (select r."limit" from json_to_recordset(${rows(tx as unknown as Sql, attempts)})
        as r(office text, subject text, "limit" int) where decode(r.subject, 'hex') = t.subject)
      returning 1`;
      if (counted.length === attempts.length) return true;
      throw new NoAttemptLeft();
    })
    .catch((error: unknown) => {
      if (error instanceof NoAttemptLeft) return false;
      throw error;
    });

class NoAttemptLeft extends Error {}

/** Takes the count of an attempt that was no miss back. */
export const forgiveAttempts = async (sql: Sql, attempts: readonly Attempt[], hour: Date): Promise<void> => {
  await sql`
    with mine as materialized (
      select t.office_id, t.subject from lookup_attempt t
      join json_to_recordset(${rows(sql, attempts)}) as r(office text, subject text)
        on t.office_id = r.office and t.subject = decode(r.subject, 'hex') and t.hour = ${hour}
      where t.misses > 0
      order by t.office_id, t.subject
      for update of t
    )
    update lookup_attempt t set misses = t.misses - 1
    from mine m where t.office_id = m.office_id and t.subject = m.subject and t.hour = ${hour}`;
};
