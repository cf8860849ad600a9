import type { Sql } from '../../db/connect.ts';

/**
 * Forgets what is due: personal data `retention_days` after the visit, holds that came to nothing once their day is
 * over, ended claims, old look-up counts. Counts and queue numbers stay. At most 1,000 rows of each a turn.
 */
export const purgePersonalData = async (sql: Sql, now: Date): Promise<number> => {
  const forgotten = await sql`
    with due as materialized (
      select b.office_id, b.booking_id from booking b join office o on o.office_id = b.office_id
      where b.personal is not null
        and b.starts::date + o.retention_days < (${now}::timestamptz at time zone o.time_zone)::date
      limit 1000
    ), people as (
      update applicant a set nik_hash = null from due d where a.office_id = d.office_id and a.booking_id = d.booking_id
    )
    update booking b set personal = null, code = null, guardian = null
    from due d where b.office_id = d.office_id and b.booking_id = d.booking_id`;
  const holds = await sql`
    delete from booking where (office_id, booking_id) in (
      select b.office_id, b.booking_id from booking b join office o on o.office_id = b.office_id
      where b.state in ('released', 'expired') and b.starts::date < (${now}::timestamptz at time zone o.time_zone)::date
      limit 1000)`;
  const claims = await sql`
    delete from nik_claim where nik_hash in (
      select nik_hash from nik_claim where until < ${now} and hour_began < ${now}::timestamptz - interval '1 hour' limit 1000)`;
  const attempts = await sql`delete from lookup_attempt where hour < ${now}::timestamptz - interval '2 hours'`;
  return forgotten.count + holds.count + claims.count + attempts.count;
};
