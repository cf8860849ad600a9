import type { Sql } from '../../db/connect.ts';

/** Gives the seats of one hold back, if it still is one; what it is afterwards, or undefined when there is none. */
export const releaseHold = async (sql: Sql, office: string, id: string): Promise<string | undefined> => {
  const [row] = await sql<{ state: string }[]>`
    with locked as materialized (
      select s.office_id, s.channel, s.starts from slot s
      where (s.office_id, s.channel, s.starts) in (
        select office_id, channel, starts from booking where office_id = ${office} and booking_id = ${id})
      for no key update
    ), current as materialized (
      select b.state from booking b
      where b.office_id = ${office} and b.booking_id = ${id} and (select count(*) from locked) >= 0
      for no key update
    ), released as (
      update booking b set state = 'released', client = null, hold_key = null from current c
      where b.office_id = ${office} and b.booking_id = ${id} and c.state = 'held'
      returning b.office_id, b.channel, b.starts, b.party, b.state
    ), counted as (
      update slot s set taken = s.taken - r.party from released r
      where s.office_id = r.office_id and s.channel = r.channel and s.starts = r.starts
    )
    select coalesce((select state from released), state) as state from current`;
  return row?.state;
};

/** Extends a live hold that was not extended before. False: it is not one, or was. */
export const extendHold = async (
  sql: Sql,
  office: string,
  id: string,
  minutes: number,
  now: Date,
): Promise<boolean> => {
  const found = await sql`
    update booking set hold_until = hold_until + make_interval(mins => ${minutes}), extended = true
    where office_id = ${office} and booking_id = ${id} and state = 'held' and not extended and hold_until > ${now}
    returning 1`;
  return found.length > 0;
};

/** The hold that was made under this key (SHA-256, hex). */
export interface ExpiredKey {
  office: string;
  key: string;
}

/**
 * Takes expired holds back, at most `limit` slots at a time. Tidying only, unless
 * a key that its hold no longer needs is wanted again. Returns how many.
 */
export const takeBackExpired = async (sql: Sql, now: Date, limit: number, key?: ExpiredKey): Promise<number> => {
  const only = key ? sql`and office_id = ${key.office} and hold_key = decode(${key.key}, 'hex')` : sql``;
  const [row] = await sql<{ count: number }[]>`
    with locked as materialized (
      select s.office_id, s.channel, s.starts from slot s
      where (s.office_id, s.channel, s.starts) in (
        select distinct office_id, channel, starts from booking where state = 'held' and hold_until <= ${now} ${only} limit ${limit})
      order by s.office_id, s.channel, s.starts
      for no key update
    ), freed as (
      update booking b set state = 'expired', client = null, hold_key = null from locked l
      where b.office_id = l.office_id and b.channel = l.channel and b.starts = l.starts
        and b.state = 'held' and b.hold_until <= ${now}
      returning b.office_id, b.channel, b.starts, b.party
    ), counted as (
      update slot s set taken = s.taken - x.seats
      from (select office_id, channel, starts, sum(party)::int as seats from freed group by 1, 2, 3) x
      where s.office_id = x.office_id and s.channel = x.channel and s.starts = x.starts
    )
    select count(*)::int as count from freed`;
  return row?.count ?? 0;
};
