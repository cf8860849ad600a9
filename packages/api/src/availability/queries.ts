import type { Sql } from '../db/connect.ts';

/** A slot's counters; `starts` is wall time. `remaining` counts the seats of expired holds as free. */
export interface SlotRow {
  starts: string;
  minutes: number;
  remaining: number;
  releasesAt: string;
}

export interface AvailabilityRow {
  slots: SlotRow[];
  closures: { on: string; reason: string }[];
  earliest: SlotRow | null;
  nextReleaseAt: Date | null;
  elsewhere: { officeId: string; starts: string; minutes: number; remaining: number }[];
}

interface Question {
  officeId: string;
  channel: string;
  service: string;
  from: string;
  until: string;
  /** Slots that start after this wall time can still be taken. */
  openFrom: string;
  party: number;
  now: Date;
  /** The nearest offices in order, with the wall time from which their slots are open. */
  near: { id: string; openFrom: string }[];
}

/**
 * All that a page of availability needs, in one statement: the counters of the days asked for, why days are closed,
 * the earliest slot with room, the next release, and (only when this office has no room) the nearest three that have.
 */
export const selectAvailability = async (sql: Sql, q: Question): Promise<AvailabilityRow> => {
  const near = JSON.stringify(q.near.map(({ id, openFrom }, rank) => ({ id, rank, open_from: openFrom })));
  const [row] = await sql<AvailabilityRow[]>`
    with expired as materialized (
      select b.starts, sum(b.party)::int as seats from booking b
      where b.office_id = ${q.officeId} and b.channel = ${q.channel} and b.state = 'held' and b.hold_until <= ${q.now}
      group by b.starts
    ), own as materialized (
      select s.starts, s.minutes, s.releases_at, s.capacity - s.taken + coalesce(e.seats, 0) as remaining
      from slot s left join expired e on e.starts = s.starts
      where s.office_id = ${q.officeId} and s.channel = ${q.channel}
        and s.starts >= least(${q.from}::timestamp, ${q.openFrom}::timestamp)
    ), earliest as materialized (
      select * from own where starts > ${q.openFrom}::timestamp and releases_at <= ${q.now} and remaining >= ${q.party}
      order by starts limit 1
    ), nearby as (
      select n.rank, n.id, s.*
      from json_to_recordset(${near}::text::json) as n(id text, rank int, open_from timestamp)
      cross join lateral (
        select s.starts, s.minutes, s.capacity - s.taken as remaining
        from slot s join office o on o.office_id = s.office_id
        where s.office_id = n.id collate "C" and s.starts > n.open_from and s.releases_at <= ${q.now}
          and s.capacity - s.taken >= ${q.party}
          and o.services @> jsonb_build_array(jsonb_build_object('id', ${q.service}::text, 'channel', s.channel))
        order by s.starts limit 1
      ) s
      where not exists (select from earliest)
      order by n.rank limit 3
    )
    select
      coalesce((select jsonb_agg(jsonb_build_object('starts', to_char(starts, 'YYYY-MM-DD"T"HH24:MI'), 'minutes', minutes,
        'remaining', remaining, 'releasesAt', releases_at) order by starts)
        from own where starts >= ${q.from}::timestamp and starts < ${q.until}::timestamp), '[]') as slots,
      coalesce((select jsonb_agg(jsonb_build_object('on', on_day, 'reason', reason)) from closure
        where office_id = ${q.officeId} and on_day >= ${q.from}::date and on_day < ${q.until}::date), '[]') as closures,
      (select jsonb_build_object('starts', to_char(starts, 'YYYY-MM-DD"T"HH24:MI'), 'minutes', minutes,
        'remaining', remaining, 'releasesAt', releases_at) from earliest) as earliest,
      (select min(releases_at) from own where releases_at > ${q.now}) as "nextReleaseAt",
      coalesce((select jsonb_agg(jsonb_build_object('officeId', id, 'starts', to_char(starts, 'YYYY-MM-DD"T"HH24:MI'),
        'minutes', minutes, 'remaining', remaining) order by rank) from nearby), '[]') as elsewhere`;
  if (!row) throw new Error('The availability statement always answers one row');
  return row;
};
