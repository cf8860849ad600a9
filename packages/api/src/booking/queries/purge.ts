import type { Sql } from '../../db/connect.ts';

/** What is forgotten in time, and how many rows of each. */
export interface Forgotten {
  bookings: number;
  holds: number;
  claims: number;
  lookups: number;
}

/** Rows of each kind in one statement, so that none holds up a booking for long. */
const atOnce = 1000;

const hasEnded = (sql: Sql, now: Date) => sql`until < ${now} and hour_began < ${now}::timestamptz - interval '1 hour'`;

/** What is due by now, each as a query of its rows' keys. */
const due = (sql: Sql, now: Date) => ({
  // Personal data, `retention_days` after the visit.
  bookings: sql`
    select b.office_id, b.booking_id from booking b join office o on o.office_id = b.office_id
    -- A booking has its code for as long as it has anything personal; a walk-in has no more than the hash of a NIK.
    where b.code is not null
      and b.starts::date + o.retention_days < (${now}::timestamptz at time zone o.time_zone)::date`,
  // Holds that came to nothing, once their day is over.
  holds: sql`
    select b.office_id, b.booking_id from booking b join office o on o.office_id = b.office_id
    where b.state in ('released', 'expired') and b.starts::date < (${now}::timestamptz at time zone o.time_zone)::date`,
  claims: sql`select nik_hash from nik_claim where ${hasEnded(sql, now)}`,
  lookups: sql`
    select office_id, subject, hour from lookup_attempt where hour < ${now}::timestamptz - interval '2 hours'`,
});

/** How much {@link purgePersonalData} has to forget. */
export const countDue = async (sql: Sql, now: Date): Promise<Forgotten> => {
  const { bookings, holds, claims, lookups } = due(sql, now);
  const [row] = await sql<[Forgotten]>`
    select (select count(*)::int from (${bookings}) b) as bookings, (select count(*)::int from (${holds}) h) as holds,
      (select count(*)::int from (${claims}) c) as claims, (select count(*)::int from (${lookups}) l) as lookups`;
  return row;
};

/** Forgets what is due, at most 1,000 rows of each a turn. Counts and queue numbers stay. */
export const purgePersonalData = async (sql: Sql, now: Date): Promise<Forgotten> => {
  const of = due(sql, now);
  const bookings = await sql`
    with due as materialized (${of.bookings} limit ${atOnce}), people as (
      update applicant a set nik_hash = null, nik_hash_before = null from due d where a.office_id = d.office_id and a.booking_id = d.booking_id
    )
    update booking b set personal = null, code = null, guardian = null
    from due d where b.office_id = d.office_id and b.booking_id = d.booking_id`;
  const holds = await sql`delete from booking where (office_id, booking_id) in (${of.holds} limit ${atOnce})`;
  // Said twice: while this waits for a row, a booking may take the claim over, and only the outer condition sees that.
  const claims = await sql`
    delete from nik_claim where ${hasEnded(sql, now)} and nik_hash in (${of.claims} limit ${atOnce})`;
  const lookups = await sql`
    delete from lookup_attempt where (office_id, subject, hour) in (${of.lookups} limit ${atOnce})`;
  return { bookings: bookings.count, holds: holds.count, claims: claims.count, lookups: lookups.count };
};

export const totalOf = (forgotten: Forgotten): number =>
  Object.values(forgotten).reduce((sum, count) => sum + count, 0);
