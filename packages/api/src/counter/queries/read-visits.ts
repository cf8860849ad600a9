import { arrayOfText, type Sql } from '../../db/connect.ts';

export interface VisitorRow {
  position: number;
  number: number;
  /** Wall time that their queue code stands for; another one than the visit's for who was cancelled before a move. */
  starts: string;
  status: 'booked' | 'arrived' | 'served' | 'missed' | 'cancelled';
  arrivedAt: string | null;
  device: string | null;
  calledAt: string | null;
  booth: string | null;
  servedAt: string | null;
  conflicts: { at: string; device: string | null }[];
}

export interface VisitRow {
  /** uuid. */
  id: string;
  code: string | null;
  version: number;
  channel: string;
  service: 'new' | 'renewal';
  starts: string;
  minutes: number;
  party: number;
  personal: Uint8Array | null;
  applicants: VisitorRow[];
}

/** Bookings with all that happened to their people at the counter. `ids` is a query of office_id and booking_id. */
const visits = (sql: Sql, ids: ReturnType<Sql>) => sql<VisitRow[]>`
  select b.booking_id as id, b.code, b.version, b.channel, b.service, to_char(b.starts, 'YYYY-MM-DD"T"HH24:MI') as starts,
    s.minutes, b.party, b.personal, people.applicants
  from (${ids}) wanted
  join booking b on b.office_id = wanted.office_id and b.booking_id = wanted.booking_id
  join slot s on s.office_id = b.office_id and s.channel = b.channel and s.starts = b.starts
  cross join lateral (
    select jsonb_agg(jsonb_build_object(
        'position', a.position, 'number', a.number, 'starts', to_char(a.starts, 'YYYY-MM-DD"T"HH24:MI'), 'status', a.status,
        'arrivedAt', a.arrived_at, 'device', a.arrived_device, 'calledAt', a.called_at, 'booth', a.booth,
        'servedAt', a.served_at, 'conflicts', coalesce(later.list, '[]')) order by a.position) as applicants
    from applicant a
    cross join lateral (
      select jsonb_agg(jsonb_build_object('at', r.at, 'device', r.device) order by r.at, r.arrival_id) as list
      from arrival r
      where r.office_id = a.office_id and r.booking_id = a.booking_id and a.position = any(r.positions)
        and (r.at, r.device) is distinct from (a.arrived_at, a.arrived_device)
    ) later
    where a.office_id = b.office_id and a.booking_id = b.booking_id
  ) people
  where b.state = 'booked'
  order by b.starts, b.channel, b.first_number`;

/** Those of one office, by their ids. */
export const selectVisits = async (sql: Sql, office: string, ids: readonly string[]): Promise<VisitRow[]> =>
  await visits(
    sql,
    sql`select ${office} collate "C" as office_id, id as booking_id from unnest(${arrayOfText(ids)}::uuid[]) id`,
  );

/** Those of one office, by their codes. */
export const selectVisitsByCode = async (sql: Sql, office: string, codes: readonly string[]): Promise<VisitRow[]> =>
  await visits(
    sql,
    sql`select office_id, booking_id from booking where office_id = ${office} and code = any(${arrayOfText(codes)}::text[])`,
  );

/** All of one day, wholly cancelled ones too. */
export const selectVisitsOfDay = async (sql: Sql, office: string, on: string): Promise<VisitRow[]> => {
  const found = await visits(
    sql,
    // By the people's own index: bookings have none by day.
    sql`
      select distinct a.office_id, a.booking_id from slot s
      join applicant a on a.office_id = s.office_id and a.channel = s.channel and a.starts = s.starts
      where s.office_id = ${office} and s.starts >= ${on}::date and s.starts < ${on}::date + 1`,
  );
  // Who was cancelled before a move keeps the place in the list of a day that the booking has left.
  return found.filter(({ starts }) => starts.startsWith(on));
};

export interface LeftRow {
  id: string;
  version: number;
  party: number;
  starts: string;
}

/** Bookings that a move took away from one day: where they are now. */
export const selectLeft = async (sql: Sql, office: string, on: string): Promise<LeftRow[]> => {
  return await sql<LeftRow[]>`
    select b.booking_id as id, max(l.version)::int as version, b.party, to_char(b.starts, 'YYYY-MM-DD"T"HH24:MI') as starts
    from booking_left l join booking b on b.office_id = l.office_id and b.booking_id = l.booking_id
    where l.office_id = ${office} and l.starts >= ${on}::date and l.starts < ${on}::date + 1
    group by b.booking_id, b.party, b.starts`;
};

export interface SeatRow {
  channel: string;
  starts: string;
  minutes: number;
  capacity: number;
  taken: number;
}

/** Slots of one day outside of what is booked online. */
export const selectCounterSeats = async (
  sql: Sql,
  office: string,
  on: string,
  online: readonly string[],
): Promise<SeatRow[]> => {
  return await sql<SeatRow[]>`
    select channel, to_char(starts, 'YYYY-MM-DD"T"HH24:MI') as starts, minutes, capacity, taken from slot
    where office_id = ${office} and starts >= ${on}::date and starts < ${on}::date + 1
      and channel <> all(${arrayOfText(online)}::text[])
    order by starts, channel`;
};
