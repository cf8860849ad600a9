import { columns, type Sql } from '../../db/connect.ts';

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
export const countAttempts = async (sql: Sql, attempts: readonly Attempt[], hour: Date): Promise<boolean> => {
  const a = columns(attempts);
  return await sql
    .begin(async (tx) => {
      const counted = await tx`
      insert into lookup_attempt as t (office_id, subject, hour, misses)
      select office, decode(subject, 'hex'), ${hour}, 1
      from unnest(${a.office}::text[], ${a.subject}::text[]) as r(office, subject)
      order by office, subject
      on conflict (office_id, subject, hour) do update set misses = t.misses + 1
      where t.misses < (select r.most from unnest(${a.subject}::text[], ${a.limit}::int[]) as r(subject, most)
        where decode(r.subject, 'hex') = t.subject)
      returning 1`;
      if (counted.length === attempts.length) return true;
      throw new NoAttemptLeft();
    })
    .catch((error: unknown) => {
      if (error instanceof NoAttemptLeft) return false;
      throw error;
    });
};

class NoAttemptLeft extends Error {}

/** Takes the count of an attempt that was no miss back. */
export const forgiveAttempts = async (sql: Sql, attempts: readonly Attempt[], hour: Date): Promise<void> => {
  const a = columns(attempts);
  await sql`
    with mine as materialized (
      select t.office_id, t.subject from lookup_attempt t
      join unnest(${a.office}::text[], ${a.subject}::text[]) as r(office, subject)
        on t.office_id = r.office and t.subject = decode(r.subject, 'hex') and t.hour = ${hour}
      where t.misses > 0
      order by t.office_id, t.subject
      for update of t
    )
    update lookup_attempt t set misses = t.misses - 1
    from mine m where t.office_id = m.office_id and t.subject = m.subject and t.hour = ${hour}`;
};
