import type { Sql } from '../../db/connect.ts';

/** When the last token ends that can have been signed by `since`, or null where there is none. */
export const lastTokenEnds = async (sql: Sql, kind: 'ticket' | 'token', since: Date): Promise<Date | null> => {
  // Booking tokens live until the office's grace is over, manage tokens as long as the personal data.
  const after =
    kind === 'ticket' ? sql`make_interval(mins => o.grace_minutes)` : sql`make_interval(days => o.retention_days)`;
  const signed = kind === 'ticket' ? sql`b.booked_at` : sql`b.created_at`;
  const [row] = await sql<{ ends: Date | null }[]>`
    select max((b.starts::date + 1)::timestamp at time zone o.time_zone + ${after}) as ends
    from booking b join office o on o.office_id = b.office_id
    where ${signed} <= ${since} and b.state in ('held', 'booked')`;
  return row?.ends ?? null;
};

/**
 * How many bookings' personal data is sealed under a key, and how many of them were booked at `since` or later. The
 * sealed value begins with the key's id.
 */
export const sealedUnder = async (sql: Sql, keyId: string, since: Date): Promise<{ sealed: number; late: number }> => {
  const [row] = await sql<[{ sealed: number; late: number }]>`
    select count(*)::int as sealed, count(*) filter (where booked_at >= ${since})::int as late from booking
    where personal is not null and substring(personal from 2 for get_byte(personal, 0)) = convert_to(${keyId}, 'UTF8')`;
  return row;
};
