import { arrayOfText, type Sql } from '../db/connect.ts';

/** Slots are made this many days before their day opens, so that a process that slept for a week opens them in time. */
const headStartDays = 14;

/** The slots that were made for one office. */
export interface OpenedSlots {
  office: string;
  slots: number;
  seats: number;
  /** The first and last of their days. */
  from: string;
  to: string;
}

interface Which {
  /** Only these; default all. */
  offices?: readonly string[] | undefined;
  /** Days beyond the last one that will open by itself. */
  aheadDays?: number;
}

/**
 * Makes the slots of the coming days from the offices' hours, leaving closures out. A slot carries the instant at
 * which it opens, so opening is the clock's work, not this one's. A day is made once and whole: hours that change later hold for days
 * that are still to be made.
 */
export const openSlotsOf = async (
  sql: Sql,
  now: Date,
  { offices, aheadDays = headStartDays }: Which = {},
): Promise<OpenedSlots[]> => {
  const only = offices ? arrayOfText(offices) : null;
  return await sql<OpenedSlots[]>`
    with made as (
      insert into slot (office_id, channel, starts, minutes, capacity, releases_at)
      select o.office_id, h.channel, day + h.starts, h.minutes, h.capacity,
        ((day::date - o.release_days) + o.release_at) at time zone o.time_zone
      from office o
      cross join lateral generate_series(
        (${now}::timestamptz at time zone o.time_zone)::date,
        (${now}::timestamptz at time zone o.time_zone)::date + o.release_days + ${aheadDays}::int, interval '1 day') as day
      join opening h on h.office_id = o.office_id and h.weekday = extract(isodow from day)
      where o.status <> 'announced' and (${only}::text[] is null or o.office_id = any(${only}::text[]))
        and not exists (select from closure c where c.office_id = o.office_id and c.on_day = day::date)
        and not exists (
          select from slot s where s.office_id = o.office_id and s.channel = h.channel and s.starts >= day and s.starts < day + interval '1 day')
      on conflict do nothing
      returning office_id, starts, capacity
    )
    select office_id as office, count(*)::int as slots, sum(capacity)::int as seats,
      to_char(min(starts), 'YYYY-MM-DD') as from, to_char(max(starts), 'YYYY-MM-DD') as to
    from made group by office_id order by office_id`;
};

/** The same for all offices; gives how many slots were made. */
export const openSlots = async (sql: Sql, now: Date): Promise<number> =>
  (await openSlotsOf(sql, now)).reduce((sum, { slots }) => sum + slots, 0);
