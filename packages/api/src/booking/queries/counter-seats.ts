import { arrayOfText, type Sql } from '../../db/connect.ts';

/** The first slot of a channel on one day that has room for one and has not ended at `wall`. Expired holds count as room. */
export const firstOpenSlot = async (
  sql: Sql,
  { office, channel, on, wall, now }: { office: string; channel: string; on: string; wall: string; now: Date },
): Promise<string | undefined> => {
  const [row] = await sql<{ starts: string }[]>`
    select to_char(s.starts, 'YYYY-MM-DD"T"HH24:MI') as starts from slot s
    where s.office_id = ${office} and s.channel = ${channel} and s.starts >= ${on}::date and s.starts < ${on}::date + 1
      and s.starts + make_interval(mins => s.minutes) > ${wall}::timestamp and s.releases_at <= ${now}
      and s.capacity - s.taken + (
        select coalesce(sum(b.party), 0) from booking b
        where b.office_id = s.office_id and b.channel = s.channel and b.starts = s.starts and b.state = 'held' and b.hold_until <= ${now}
      ) >= 1
    order by s.starts limit 1`;
  return row?.starts;
};

/** The booking of a person in a channel on one day. */
export const selectPersonsBooking = async (
  sql: Sql,
  { office, channel, on, hashes }: { office: string; channel: string; on: string; hashes: readonly string[] },
): Promise<string | undefined> => {
  const [row] = await sql<{ id: string }[]>`
    select a.booking_id as id from applicant a
    where a.office_id = ${office} and a.channel = ${channel} and a.starts >= ${on}::date and a.starts < ${on}::date + 1
      and encode(a.nik_hash, 'hex') = any(${arrayOfText(hashes)}::text[]) and a.status <> 'cancelled'
    limit 1`;
  return row?.id;
};
