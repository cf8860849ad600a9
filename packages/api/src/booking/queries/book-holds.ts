import { columns, type Sql } from '../../db/connect.ts';

export interface BookRequest {
  office: string;
  /** uuid of the hold. */
  id: string;
  code: string;
  /** Sealed contact and applicants, hex; null: nothing is kept of them, as of a walk-in. */
  personal: string | null;
  privacy_version: string | null;
  guardian: boolean;
  /** `nik_hash_before` is under the second key, while there is one: then each person is claimed under both. */
  people: { nik_hash: string; nik_hash_before: string | null; passport_type: string | null }[];
}

export interface BookOutcome {
  /** `again`: another request of the same batch names one of these people, or the same hold. */
  outcome:
    | 'booked'
    | 'already-booked'
    | 'duplicate'
    | 'limited'
    | 'again'
    | 'too-many'
    | 'expired'
    | 'released'
    | 'unknown';
  /** Of `booked`: where and under which numbers. */
  channel: string;
  starts: string;
  minutes: number;
  service: 'new' | 'renewal';
  firstNumber: number;
  bookedAt: Date;
}

/** Bookings of one person in an hour, cancelled ones too: cancel-and-book-again is how touts hand places over. */
export const bookingsPerHour = 5;

/**
 * Turns any number of holds into bookings, in one statement and one commit: claims each person's NIK, stores the
 * applicants, gives surplus seats back. Locks slots by key, then bookings, then NIKs by hash. A NIK that another
 * transaction claims at the same instant makes the statement fail whole on `booking_claims_every_person`.
 */
export const bookHolds = async (sql: Sql, requests: readonly BookRequest[], now: Date): Promise<BookOutcome[]> => {
  const asked = columns(requests.map(({ people, ...request }) => ({ ...request, people: people.length })));
  const everyone = columns(
    requests.flatMap(({ people }, of) => people.map((person, position) => ({ ord: of + 1, position, ...person }))),
  );
  return await sql<BookOutcome[]>`
    with req as materialized (
      select ord, office collate "C" as office, id, people, guardian, code, privacy_version, personal
      from unnest(${asked.office}::text[], ${asked.id}::uuid[], ${asked.people}::int[], ${asked.guardian}::boolean[],
        ${asked.code}::text[], ${asked.privacy_version}::text[], ${asked.personal}::text[])
        with ordinality as r(office, id, people, guardian, code, privacy_version, personal, ord)
    ), person as materialized (
      select ord, position, decode(nik_hash, 'hex') as nik_hash, decode(nik_hash_before, 'hex') as nik_hash_before, passport_type
      from unnest(${everyone.ord}::bigint[], ${everyone.position}::int[], ${everyone.nik_hash}::text[],
        ${everyone.nik_hash_before}::text[], ${everyone.passport_type}::text[])
        as p(ord, position, nik_hash, nik_hash_before, passport_type)
    ), hashed as materialized (
      select ord, nik_hash from person
      union all select ord, nik_hash_before from person where nik_hash_before is not null
    ), surplus as materialized (
      select s.office_id, s.channel, s.starts from slot s
      where (s.office_id, s.channel, s.starts) in (
        select b.office_id, b.channel, b.starts from booking b join req r on r.office = b.office_id and r.id = b.booking_id
        where b.state = 'held' and b.party > r.people)
      order by s.office_id, s.channel, s.starts
      for no key update
    ), hold as materialized (
      select b.office_id, b.booking_id, b.channel, b.starts, b.service, b.state, b.party, b.first_number, b.hold_until
      from booking b
      where (b.office_id, b.booking_id) in (select office, id from req) and (select count(*) from surplus) >= 0
      order by b.office_id, b.booking_id
      for no key update
    ), claimed_before as materialized (
      select p.ord, bool_or(c.until > ${now}) as live,
        bool_or(c.hour_began > ${now}::timestamptz - interval '1 hour' and c.booked_in_hour >= ${bookingsPerHour}) as limited
      from hashed p join nik_claim c on c.nik_hash = p.nik_hash group by p.ord
    ), shared as materialized (
      select ord from (select ord, min(ord) over (partition by nik_hash) as first from person) p where ord > first
      union select ord from (select ord, min(ord) over (partition by office, id) as first from req) r where ord > first
    ), go as materialized (
      select r.*, h.channel, h.starts, h.service, h.first_number, h.party,
        -- The claims end with the visit day, by the office's own midnight.
        (h.starts::date + 1)::timestamp at time zone o.time_zone as claim_until
      from req r
      join hold h on h.office_id = r.office and h.booking_id = r.id
      join office o on o.office_id = r.office
      where h.state = 'held' and h.hold_until > ${now} and r.people <= h.party
        and r.ord not in (select ord from claimed_before where live or limited) and r.ord not in (select ord from shared)
    ), claim as (
      insert into nik_claim as c (nik_hash, until, office_id, booking_id, hour_began)
      select p.nik_hash, g.claim_until, g.office, g.id, ${now} from hashed p join go g on g.ord = p.ord order by p.nik_hash
      on conflict (nik_hash) do update set until = excluded.until, office_id = excluded.office_id, booking_id = excluded.booking_id,
        hour_began = case when c.hour_began > ${now}::timestamptz - interval '1 hour' then c.hour_began else excluded.hour_began end,
        booked_in_hour = case when c.hour_began > ${now}::timestamptz - interval '1 hour' then c.booked_in_hour + 1 else 1 end
      where c.until <= ${now}
        and not (c.hour_began > ${now}::timestamptz - interval '1 hour' and c.booked_in_hour >= ${bookingsPerHour})
      returning c.office_id, c.booking_id
    ), stored as (
      insert into applicant (office_id, booking_id, position, channel, starts, number, nik_hash, nik_hash_before, status, passport_type)
      select g.office, g.id, p.position, g.channel, g.starts, g.first_number + p.position, p.nik_hash, p.nik_hash_before,
        'booked', p.passport_type
      from person p join go g on g.ord = p.ord
    ), booked as (
      update booking b set state = 'booked', code = g.code, personal = decode(g.personal, 'hex'), client = null, hold_key = null,
        privacy_version = g.privacy_version, guardian = g.guardian, booked_at = ${now}, party = g.people, people = g.people,
        -- One claim too few under either key, and the person is not counted.
        claims = (select count(*) from claim c where c.office_id = g.office and c.booking_id = g.id)
          / (select count(*) from hashed h where h.ord = g.ord) * g.people
      from go g where b.office_id = g.office and b.booking_id = g.id
      returning b.office_id, b.booking_id
    ), given_back as (
      update slot s set taken = s.taken - x.seats
      from (select office, channel, starts, sum(party - people)::int as seats from go where party > people group by 1, 2, 3) x
      where s.office_id = x.office and s.channel = x.channel and s.starts = x.starts
    )
    select h.channel, to_char(h.starts, 'YYYY-MM-DD"T"HH24:MI') as starts, s.minutes, h.service,
      h.first_number as "firstNumber", ${now}::timestamptz as "bookedAt",
      case
        when g.ord is not null and d.booking_id is not null then 'booked'
        when h.booking_id is null then 'unknown'
        when h.state = 'booked' then 'already-booked'
        when h.state = 'released' then 'released'
        when h.state = 'expired' or h.hold_until <= ${now} then 'expired'
        when r.people > h.party then 'too-many'
        when c.live then 'duplicate'
        when c.limited then 'limited'
        else 'again'
      end as outcome
    from req r
    left join hold h on h.office_id = r.office and h.booking_id = r.id
    left join slot s on s.office_id = h.office_id and s.channel = h.channel and s.starts = h.starts
    left join go g on g.ord = r.ord
    left join booked d on d.office_id = r.office and d.booking_id = r.id
    left join claimed_before c on c.ord = r.ord
    order by r.ord`;
};
