import { columns, type Sql } from '../../db/connect.ts';

export interface MoveRequest {
  office: string;
  id: string;
  /** The version that the caller saw; another one since then wins. */
  version: number;
  target: string;
  claim_until: string;
}

/** `again`: seats or the booking changed meanwhile; read again. */
export interface MoveOutcome {
  outcome: 'moved' | 'full' | 'again' | 'unknown-slot' | 'not-released';
  releasesAt: Date | null;
}

/**
 * Moves bookings between slots, in one statement: both slots locked by key, seats and queue numbers taken in the new
 * one, given back in the old one, the claims carried along. Two bookings that want to change places with both slots
 * full are both refused; neither is lost.
 */
export const moveBookings = async (sql: Sql, requests: readonly MoveRequest[], now: Date): Promise<MoveOutcome[]> => {
  const wanted = columns(requests);
  return await sql<MoveOutcome[]>`
    with asked as materialized (
      select ord, office collate "C" as office, id, version, target, claim_until, min(ord) over (partition by office, id) as first
      from unnest(${wanted.office}::text[], ${wanted.id}::uuid[], ${wanted.version}::int[], ${wanted.target}::timestamp[],
        ${wanted.claim_until}::timestamptz[]) with ordinality as r(office, id, version, target, claim_until, ord)
    ), req as materialized (
      select * from asked where ord = first
    ), seen as materialized (
      select r.ord, r.target, b.office_id, b.channel, b.starts
      from req r join booking b on b.office_id = r.office and b.booking_id = r.id and b.version = r.version and b.state = 'booked'
    ), locked as materialized (
      select s.office_id, s.channel, s.starts, s.releases_at, s.capacity - s.taken as free, s.issued from slot s
      where (s.office_id, s.channel, s.starts) in (
        select office_id, channel, starts from seen union select office_id, channel, target from seen)
      order by s.office_id, s.channel, s.starts
      for no key update
    ), freed as (
      update booking b set state = 'expired', client = null, hold_key = null from locked l
      where b.office_id = l.office_id and b.channel = l.channel and b.starts = l.starts
        and b.state = 'held' and b.hold_until <= ${now}
      returning b.office_id, b.channel, b.starts, b.party
    ), current as materialized (
      select b.office_id, b.booking_id, b.channel, b.starts, b.party, b.version from booking b
      where (b.office_id, b.booking_id) in (select office, id from req) and b.state = 'booked' and (select count(*) from locked) >= 0
      order by b.office_id, b.booking_id
      for no key update
    ), people as materialized (
      select a.office_id, a.booking_id, a.position, a.nik_hash, a.nik_hash_before from applicant a join current c using (office_id, booking_id)
      where a.status = 'booked'
      order by a.office_id, a.booking_id, a.position
      for no key update of a
    ), fit as materialized (
      select r.ord, r.id, r.target, r.claim_until, c.office_id, c.channel, c.starts as origin, c.version, c.party, l.issued, l.releases_at,
        l.free + coalesce((select sum(f.party) from freed f
          where f.office_id = l.office_id and f.channel = l.channel and f.starts = l.starts), 0) as free,
        sum(c.party) over (partition by c.office_id, c.channel, r.target order by r.ord)::int as upto
      from req r
      join current c on c.office_id = r.office and c.booking_id = r.id and c.version = r.version
      join locked l on l.office_id = c.office_id and l.channel = c.channel and l.starts = r.target
      -- Someone who was taken out meanwhile is locked in neither list: then they differ, and it is asked again.
      where c.party = (select count(*) from people p where p.office_id = c.office_id and p.booking_id = c.booking_id)
    ), going as materialized (
      select *, issued + upto - party + 1 as first_number from fit where upto <= free and releases_at <= ${now} and party > 0
    ), moved as (
      update booking b set starts = g.target, version = b.version + 1, moves = b.moves + 1, first_number = g.first_number
      from going g where b.office_id = g.office_id and b.booking_id = g.id
      returning b.booking_id
    ), left_behind as (
      -- Tokens of this version say a slot where nobody comes any more.
      insert into booking_left (office_id, booking_id, version, starts) select office_id, id, version, origin from going
    ), renumbered as (
      update applicant a set starts = x.target, number = x.number
      from (
        select g.office_id, g.id, g.target, p.position,
          g.first_number + row_number() over (partition by g.id order by p.position) - 1 as number
        from going g join people p on p.office_id = g.office_id and p.booking_id = g.id
      ) x
      where a.office_id = x.office_id and a.booking_id = x.id and a.position = x.position
    ), claims as materialized (
      select c.nik_hash, g.claim_until
      from people p cross join lateral (values (p.nik_hash), (p.nik_hash_before)) h(nik_hash)
      join nik_claim c on c.nik_hash = h.nik_hash and c.booking_id = p.booking_id
      join going g on g.office_id = p.office_id and g.id = p.booking_id
      where c.until > ${now} order by c.nik_hash
      for update of c
    ), carried as (
      update nik_claim c set until = x.claim_until from claims x where c.nik_hash = x.nik_hash
    ), counted as (
      update slot s set taken = s.taken + x.delta, issued = greatest(s.issued, x.last)
      from (
        select office_id, channel, starts, sum(delta)::int as delta, max(last) as last from (
          select office_id, channel, target as starts, party as delta, first_number + party - 1 as last from going
          union all select office_id, channel, origin, -party, 0 from going
          union all select office_id, channel, starts, -party, 0 from freed
        ) changes group by 1, 2, 3
      ) x
      where s.office_id = x.office_id and s.channel = x.channel and s.starts = x.starts
    )
    select f.releases_at as "releasesAt",
      case
        when m.booking_id is not null then 'moved'
        when f.ord is null and s.ord is not null and not exists (
          select from locked l where l.office_id = s.office_id and l.channel = s.channel and l.starts = s.target) then 'unknown-slot'
        when f.ord is null then 'again'
        when f.releases_at > ${now} then 'not-released'
        when f.party > f.free then 'full'
        else 'again'
      end as outcome
    from asked r
    left join seen s on s.ord = r.ord
    left join fit f on f.ord = r.ord
    left join moved m on m.booking_id = r.id and r.ord = r.first
    order by r.ord`;
};

export interface CancelRequest {
  office: string;
  id: string;
  version: number;
  /** One person's queue number, or null for all. */
  number: number | null;
}

/** Cancels people of bookings who are still `booked`; their seats and claims are free at once. Returns how many. */
export const cancelApplicants = async (sql: Sql, requests: readonly CancelRequest[], now: Date): Promise<number> => {
  const asked = columns(requests);
  const [row] = await sql<{ count: number }[]>`
    with req as materialized (
      select office collate "C" as office, id, version, number
      from unnest(${asked.office}::text[], ${asked.id}::uuid[], ${asked.version}::int[], ${asked.number}::int[])
        as r(office, id, version, number)
    ), locked as materialized (
      select s.office_id, s.channel, s.starts from slot s
      where (s.office_id, s.channel, s.starts) in (
        select b.office_id, b.channel, b.starts from booking b join req r on r.office = b.office_id and r.id = b.booking_id)
      order by s.office_id, s.channel, s.starts
      for no key update
    ), current as materialized (
      select b.office_id, b.booking_id, b.version from booking b
      where (b.office_id, b.booking_id) in (select office, id from req) and b.state = 'booked' and (select count(*) from locked) >= 0
      order by b.office_id, b.booking_id
      for no key update
    ), gone as (
      update applicant a set status = 'cancelled'
      from req r join current c on c.office_id = r.office and c.booking_id = r.id and c.version = r.version
      where a.office_id = r.office and a.booking_id = r.id and a.status = 'booked' and (r.number is null or a.number = r.number)
      returning a.office_id, a.booking_id, a.channel, a.starts, a.nik_hash, a.nik_hash_before
    ), claims as materialized (
      select c.nik_hash from gone g cross join lateral (values (g.nik_hash), (g.nik_hash_before)) h(nik_hash)
      join nik_claim c on c.nik_hash = h.nik_hash and c.booking_id = g.booking_id
      order by c.nik_hash
      for update of c
    ), ended as (
      update nik_claim c set until = ${now} from claims x where c.nik_hash = x.nik_hash
    ), shrunk as (
      update booking b set party = b.party - x.seats
      from (select office_id, booking_id, count(*)::int as seats from gone group by 1, 2) x
      where b.office_id = x.office_id and b.booking_id = x.booking_id
    ), counted as (
      update slot s set taken = s.taken - x.seats
      from (select office_id, channel, starts, count(*)::int as seats from gone group by 1, 2, 3) x
      where s.office_id = x.office_id and s.channel = x.channel and s.starts = x.starts
    )
    select count(*)::int as count from gone`;
  return row?.count ?? 0;
};
