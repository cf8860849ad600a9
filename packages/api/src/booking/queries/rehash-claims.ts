import { columns, type Sql } from '../../db/connect.ts';
import type { NikHashPair } from '../nik-hashes.ts';

/** Whose claim is live, and under which hashes. */
export interface Claimant extends NikHashPair {
  office: string;
  /** uuid of the booking. */
  id: string;
  position: number;
}

export interface ClaimedBooking {
  office: string;
  id: string;
  bookedAt: Date;
  personal: Uint8Array;
  people: Pick<Claimant, 'position' | 'nik_hash' | 'nik_hash_before'>[];
}

/** Bookings behind `after` in the order of their key, with those of their people who are claimed. */
export const selectClaimed = async (
  sql: Sql,
  after: { office: string; id: string },
  atMost: number,
  now: Date,
): Promise<ClaimedBooking[]> => {
  return await sql<ClaimedBooking[]>`
    select b.office_id as office, b.booking_id as id, b.booked_at as "bookedAt", b.personal, p.people
    from booking b cross join lateral (
      select json_agg(json_build_object('position', a.position, 'nik_hash', encode(a.nik_hash, 'hex'),
        'nik_hash_before', encode(a.nik_hash_before, 'hex'))) as people
      from applicant a join nik_claim c on c.nik_hash = a.nik_hash and c.booking_id = a.booking_id and c.until > ${now}
      where a.office_id = b.office_id and a.booking_id = b.booking_id
    ) p
    where (b.office_id, b.booking_id) > (${after.office} collate "C", ${after.id}::uuid)
      and b.state = 'booked' and b.personal is not null and b.starts > ${now}::timestamptz at time zone 'UTC' - interval '2 days'
      and p.people is not null
    order by b.office_id, b.booking_id limit ${atMost}`;
};

/** How many bookings {@link selectClaimed} will go through, about. */
export const countClaimed = async (sql: Sql, now: Date): Promise<number> => {
  const [row] = await sql<[{ count: number }]>`
    select count(distinct booking_id)::int from nik_claim where until > ${now}`;
  return row.count;
};

/**
 * Claims people under further hashes, with the same end as the claim that they have. Returns how many were refused
 * because someone else's live booking has the claim: a person with two.
 *
 * Nobody else may write claims meanwhile, for the milliseconds that it takes. A statement takes its snapshot after the
 * lock on the table, so each one of the others sees all of a person's claims or only the first: cancelling never ends
 * one and leaves the other.
 */
export const claimUnder = async (sql: Sql, claimants: readonly Claimant[], now: Date): Promise<number> => {
  const asked = columns(claimants);
  const [row] = (await sql.begin(async (tx) => {
    await tx`lock table nik_claim in share row exclusive mode`;
    return await tx`
      with req as materialized (
        select office collate "C" as office, id, position, decode(nik_hash, 'hex') as first, decode(nik_hash_before, 'hex') as second
        from unnest(${asked.office}::text[], ${asked.id}::uuid[], ${asked.position}::int[], ${asked.nik_hash}::text[],
          ${asked.nik_hash_before}::text[]) as r(office, id, position, nik_hash, nik_hash_before)
      ), live as materialized (
        select r.*, a.nik_hash, c.until, c.hour_began, c.booked_in_hour
        from req r
        join applicant a on a.office_id = r.office and a.booking_id = r.id and a.position = r.position
        join nik_claim c on c.nik_hash = a.nik_hash and c.booking_id = a.booking_id and c.until > ${now}
      ), missing as materialized (
        select l.*, h.hash from live l cross join lateral (values (l.first), (l.second)) h(hash)
        where h.hash is not null and h.hash <> l.nik_hash
          and not exists (select from nik_claim c where c.nik_hash = h.hash and c.booking_id = l.id and c.until > ${now})
      ), claimed as (
        insert into nik_claim as c (nik_hash, until, office_id, booking_id, hour_began, booked_in_hour)
        select hash, until, office, id, hour_began, booked_in_hour from missing order by hash
        on conflict (nik_hash) do update set until = excluded.until, office_id = excluded.office_id, booking_id = excluded.booking_id
        where c.until <= ${now}
        returning c.nik_hash
      ), named as (
        update applicant a set nik_hash = l.first, nik_hash_before = l.second
        from live l
        where a.office_id = l.office and a.booking_id = l.id and a.position = l.position
          and not exists (select from missing m where (m.office, m.id, m.position) = (l.office, l.id, l.position)
            and m.hash not in (select nik_hash from claimed))
      )
      select (select count(*) from missing)::int - (select count(*) from claimed)::int as refused`;
  })) as unknown as [{ refused: number }];
  return row.refused;
};
