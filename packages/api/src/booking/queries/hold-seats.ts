import { columns, type Sql } from '../../db/connect.ts';

export interface HoldRequest {
  office: string;
  /** uuid of the hold to be. */
  id: string;
  channel: string;
  service: string;
  /** Wall time; null: no slot has room, and only an earlier hold under the same key can be the answer. */
  wanted: string | null;
  party: number;
  hold_until: string;
  /** Hex. */
  client: string;
  key: string | null;
  request: string | null;
}

export interface HoldOutcome {
  /**
   * `again`: another request won the seats that this one had its eye on, or a row had to be cleared away; ask again.
   * `full` is only said of a count that was read under the slot's lock, or of no slot at all.
   */
  outcome: 'held' | 'replay' | 'conflict' | 'full' | 'again' | 'limited' | 'unknown' | 'not-released';
  starts: string | null;
  minutes: number | null;
  /** Of a `replay`; a hold that is new has what was asked. */
  id: string | null;
  party: number | null;
  holdUntil: Date | null;
  extended: boolean | null;
  /** Of `not-released`. */
  releasesAt: Date | null;
}

/**
 * The earliest slot with room for one request, locked. While others take its last seats this waits, reads its newest
 * count and goes on to the next: so everyone sits at the first try, in the order of the slots, and waits for at most
 * one statement of each of the others. Expired holds count as room, as in find-places.
 */
const orEarliest = (sql: Sql, { office, channel, party }: HoldRequest, openFrom: string, now: Date) => sql`
  coalesce(wanted, (
    with expired as materialized (
      select b.starts, sum(b.party)::int as seats from booking b
      where b.office_id = ${office} and b.channel = ${channel} and b.state = 'held' and b.hold_until <= ${now}
      group by b.starts
    )
    select s.starts from slot s
    where s.office_id = ${office} and s.channel = ${channel} and s.starts > ${openFrom}::timestamp and s.releases_at <= ${now}
      and (s.capacity - s.taken >= ${party}
        or s.capacity - s.taken + (select e.seats from expired e where e.starts = s.starts) >= ${party})
    order by s.starts limit 1
    for no key update of s
  )) as wanted`;

/**
 * Takes seats for any number of holds, in one statement and one commit. Locks go in one order everywhere: slots by
 * key, then bookings; so batches of several processes wait for each other but never in a circle. Needs READ COMMITTED:
 * the lock on a slot reads its newest row. Seats of expired holds are taken back here, where they are needed.
 */
export const holdSeats = async (
  sql: Sql,
  requests: readonly HoldRequest[],
  now: Date,
  seatLimit: number,
  isRepeat = false,
  /** Of a lone request that wants the earliest: its slot must start after this wall time, and is looked for here. */
  openFrom?: string,
): Promise<HoldOutcome[]> => {
  const [first] = requests;
  const wanted = first && openFrom !== undefined ? orEarliest(sql, first, openFrom, now) : sql`wanted`;
  const asked = columns(requests);
  const orById = isRepeat
    ? sql`
        union all
        (select booking_id, starts, party, hold_until, extended, hold_request, state
          from booking b where b.office_id = r.office and b.booking_id = r.id and r.key is null limit 1)`
    : sql``;
  return await sql<HoldOutcome[]>`
    with req as materialized (
      -- What is read most often comes first: a row is unpacked up to the last column that is asked for.
      select ord, office collate "C" as office, channel, party, ${wanted}, decode(client, 'hex') as client, id,
        decode(key, 'hex') as key, decode(request, 'hex') as request, service, hold_until
      from unnest(${asked.office}::text[], ${asked.channel}::text[], ${asked.party}::int[], ${asked.wanted}::timestamp[],
        ${asked.client}::text[], ${asked.id}::uuid[], ${asked.key}::text[],
        ${asked.request}::text[], ${asked.service}::text[], ${asked.hold_until}::timestamptz[])
        with ordinality as r(office, channel, party, wanted, client, id, key, request, service, hold_until, ord)
    ), prior as materialized (
      -- By key, or by id for a statement that is repeated because its answer was lost. Each is one look into an index,
      -- whatever the planner thinks of the size of a batch: hence the limit, and the conditions outside of it.
      select r.ord, b.hold_request is distinct from r.request as differs, b.booking_id, b.starts, b.party,
        b.hold_until as held_until, b.extended
      from req r cross join lateral (
        (select booking_id, starts, party, hold_until, extended, hold_request, state
          from booking b where b.office_id = r.office and b.hold_key = r.key limit 1)${orById}
      ) b where b.state = 'held' and b.hold_until > ${now}
    ), locked as materialized (
      select s.office_id, s.channel, s.starts, s.minutes, s.releases_at, s.capacity - s.taken as free, s.issued
      from slot s
      where (s.office_id, s.channel, s.starts) in (
        select office, channel, wanted from req where ord not in (select ord from prior))
      order by s.office_id, s.channel, s.starts
      for no key update
    ), freed as (
      update booking b set state = 'expired', client = null, hold_key = null from locked l
      where b.office_id = l.office_id and b.channel = l.channel and b.starts = l.starts
        and b.state = 'held' and b.hold_until <= ${now}
      returning b.office_id, b.channel, b.starts, b.party
    ), judged as materialized (
      select r.*, p.ord is null as is_new, p.differs, p.booking_id, p.starts, p.party as held_party, p.held_until, p.extended,
        l.minutes, l.releases_at, l.issued, l.free + coalesce(f.seats, 0) as free,
        c.seats + sum(r.party) filter (where p.ord is null) over (partition by r.client order by r.ord) <= ${seatLimit} as within_limit,
        c.seats + r.party > ${seatLimit} as limited
      from req r
      left join prior p on p.ord = r.ord
      left join locked l on l.office_id = r.office and l.channel = r.channel and l.starts = r.wanted and p.ord is null
      left join (select office_id, channel, starts, sum(party)::int as seats from freed group by 1, 2, 3) f
        on f.office_id = l.office_id and f.channel = l.channel and f.starts = l.starts
      cross join lateral (
        select coalesce(sum(b.party), 0)::int as seats from booking b where b.client = r.client and b.hold_until > ${now}
      ) c
    ), fit as materialized (
      -- Only who may sit counts: one client beyond its limit must not keep the seats from those behind it.
      select *, sum(party) filter (where is_new and within_limit) over (partition by office, channel, wanted order by ord)::int as upto
      from judged
    ), taken as (
      insert into booking (office_id, booking_id, channel, starts, service, state, party, first_number, hold_until,
        client, hold_key, hold_request, created_at)
      select office, id, channel, wanted, service, 'held', party, issued + upto - party + 1, hold_until, client, key, request, ${now}
      from fit
      where is_new and upto <= free and within_limit and releases_at <= ${now}
      on conflict (office_id, hold_key) where hold_key is not null do nothing
      returning office_id, channel, starts, booking_id, party, first_number, hold_until
    ), counted as (
      update slot s set taken = s.taken + x.delta, issued = greatest(s.issued, x.last)
      from (
        select office_id, channel, starts, sum(delta)::int as delta, max(last) as last from (
          select office_id, channel, starts, party as delta, first_number + party - 1 as last from taken
          union all select office_id, channel, starts, -party, 0 from freed
        ) moves group by 1, 2, 3
      ) x
      where s.office_id = x.office_id and s.channel = x.channel and s.starts = x.starts
    )
    select
      case
        when differs then 'conflict'
        when not is_new then 'replay'
        when id in (select booking_id from taken) then 'held'
        when wanted is null then 'full'
        when free is null then 'unknown'
        when releases_at > ${now} then 'not-released'
        when limited then 'limited'
        when party > free then 'full'
        else 'again'
      end as outcome,
      to_char(coalesce(starts, wanted), 'YYYY-MM-DD"T"HH24:MI') as starts,
      coalesce(minutes, (
        select s.minutes from slot s where s.office_id = f.office and s.channel = f.channel and s.starts = f.starts)) as minutes,
      booking_id as id, held_party as party, held_until as "holdUntil", extended,
      case when releases_at > ${now} then releases_at end as "releasesAt"
    from fit f
    order by ord`;
};

/**
 * A client's holds one after another, whatever process they come to: a statement counts the client's seats by the
 * snapshot that it begins with, so it begins behind the lock. Both are sent at once, and the lock ends with the
 * transaction, which a pooler keeps on one connection. It comes before the locks of slots everywhere.
 */
export const oneByOne = async <T>(sql: Sql, client: string, hold: (tx: Sql) => Promise<T>): Promise<T> => {
  const key = BigInt.asIntN(64, BigInt(`0x${client.slice(0, 16)}`));
  const [, held] = await sql.begin((transaction) => {
    const tx = transaction as unknown as Sql;
    // A statement of postgres.js is only sent when someone waits for it, unless told so: this one goes first.
    return Promise.all([tx.unsafe(`select pg_advisory_xact_lock(${key})`).execute(), hold(tx)]);
  });
  return held as T;
};
