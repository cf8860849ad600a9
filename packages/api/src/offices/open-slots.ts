import type { Sql } from '../db/connect.ts';

/** Slots are made this many days before their day opens, so that a process that slept for a week opens them in time. */
const headStartDays = 14;

/**
 * Makes the slots of the coming days from the offices' hours, leaving closures out. A slot carries the instant at
 * which it opens, so opening is the clock's work, not this one's. Running it again adds only what is missing.
 */
export const openSlots = async (sql: Sql, now: Date): Promise<number> => {
  const made = await sql`
    insert into slot (office_id, channel, starts, minutes, capacity, releases_at)
    select o.office_id, h.channel, day + h.starts, h.minutes, h.capacity,
      ((day::date - o.release_days) + o.release_at) at time zone o.time_zone
    from office o
    cross join lateral generate_series(
      (${now}::timestamptz at time zone o.time_zone)::date,
      (${now}::timestamptz at time zone o.time_zone)::date + o.release_days + ${headStartDays}::int, interval '1 day') as day
    join opening h on h.office_id = o.office_id and h.weekday = extract(isodow from day)
    where o.status <> 'announced'
      and not exists (select from closure c where c.office_id = o.office_id and c.on_day = day::date)
    on conflict do nothing`;
  return made.count;
};
