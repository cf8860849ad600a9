import { columns, type Sql } from '../../db/connect.ts';

export interface PlacesWanted {
  office: string;
  channel: string;
  party: number;
  /** Slots must start after this wall time. */
  open_from: string;
  /** How many slots to name at most. */
  most: number;
}

export interface Place {
  /** Wall time of the slot. */
  starts: string;
  free: number;
}

/**
 * The earliest released slots with room for a party, for any number of wishes in one statement. Expired holds count as
 * room: whoever takes the seat takes them back.
 */
export const findPlaces = async (sql: Sql, wishes: readonly PlacesWanted[], now: Date): Promise<Place[][]> => {
  const wished = columns(wishes);
  const found = await sql<{ wish: number; starts: string; free: number }[]>`
    with want as materialized (
      select ord, office collate "C" as office, channel, party, open_from, most
      from unnest(${wished.office}::text[], ${wished.channel}::text[], ${wished.party}::int[], ${wished.open_from}::timestamp[],
        ${wished.most}::int[]) with ordinality as w(office, channel, party, open_from, most, ord)
    ), expired as materialized (
      select w.office as office_id, w.channel, b.starts, b.seats
      from (select distinct office, channel from want) w cross join lateral (
        select b.starts, sum(b.party)::int as seats from booking b
        where b.office_id = w.office and b.channel = w.channel and b.state = 'held' and b.hold_until <= ${now}
        group by b.starts
      ) b
    )
    select w.ord::int as wish, to_char(s.starts, 'YYYY-MM-DD"T"HH24:MI') as starts, s.free
    from want w cross join lateral (
      select s.starts, s.capacity - s.taken + coalesce(e.seats, 0) as free
      from slot s left join expired e on e.office_id = s.office_id and e.channel = s.channel and e.starts = s.starts
      where s.office_id = w.office and s.channel = w.channel and s.starts > w.open_from and s.releases_at <= ${now}
        and s.capacity - s.taken + coalesce(e.seats, 0) >= w.party
      order by s.starts limit w.most
    ) s
    order by w.ord, s.starts`;
  const places: Place[][] = wishes.map(() => []);
  for (const { wish, starts, free } of found) places[wish - 1]?.push({ starts, free });
  return places;
};
