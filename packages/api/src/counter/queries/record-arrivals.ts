import { columns, type Sql } from '../../db/connect.ts';
import type { Actor } from './audit.ts';

export interface ArrivalRequest {
  /** uuid; null where what was presented names no booking. */
  booking: string | null;
  /** As the caller saw the booking; another one since then wins. */
  version: number | null;
  /** Queue numbers as a PostgreSQL array (`{17,18}`); null: everyone who is not cancelled. */
  numbers: string | null;
  device: string | null;
  sequence: number | null;
  at: string;
  /** Why nobody arrives by it; null: they do. */
  refusal: string | null;
}

export interface ArrivalOutcome {
  /** `again`: the booking changed since it was read. */
  outcome: 'told' | 'known' | 'again';
  /** What stands in the table: of one known before, what came of it then. */
  refusal: string | null;
  booking: string | null;
  positions: number[];
  at: Date;
  /** One of them was missed until then. */
  isBack: boolean;
}

/**
 * Keeps arrivals and checks their people in, in one statement. The earliest arrival of a person is theirs, whenever it
 * is told. Locks bookings and then people by key, as every other statement does.
 */
export const recordArrivals = async (
  sql: Sql,
  office: string,
  actor: Actor,
  requests: readonly ArrivalRequest[],
  now: Date,
  action: 'arrival' | 'walk-in' = 'arrival',
): Promise<ArrivalOutcome[]> => {
  const told = columns(requests);
  return await sql<ArrivalOutcome[]>`
    with req as materialized (
      select ord, booking, version, numbers::int[] as numbers, device, sequence, at, refusal
      from unnest(${told.booking}::uuid[], ${told.version}::int[], ${told.numbers}::text[], ${told.device}::text[],
        ${told.sequence}::int[], ${told.at}::timestamptz[], ${told.refusal}::text[])
        with ordinality as r(booking, version, numbers, device, sequence, at, refusal, ord)
    ), known as materialized (
      select r.ord, a.booking_id, a.positions, a.at, a.refusal
      from req r join arrival a on a.office_id = ${office} and a.device = r.device and a.sequence = r.sequence
    ), fresh as materialized (
      select * from req where ord not in (select ord from known)
    ), locked as materialized (
      select b.booking_id, b.version from booking b
      where b.office_id = ${office} and b.booking_id in (select booking from fresh where refusal is null) and b.state = 'booked'
      order by b.booking_id
      for no key update
    ), people as materialized (
      select a.booking_id, a.position, a.number, a.status, a.arrived_at from applicant a
      where a.office_id = ${office} and a.booking_id in (select booking_id from locked) and a.status <> 'cancelled'
      order by a.booking_id, a.position
      for no key update
    ), coming as materialized (
      select f.ord, f.device, f.at, p.* from fresh f
      join locked l on l.booking_id = f.booking and l.version = f.version
      join people p on p.booking_id = f.booking and (f.numbers is null or p.number = any(f.numbers))
      where f.refusal is null
    ), kept as (
      insert into arrival (office_id, device, sequence, booking_id, positions, at, received_at, refusal)
      select ${office}, f.device, f.sequence, b.booking_id,
        coalesce((select array_agg(c.position order by c.position) from coming c where c.ord = f.ord), '{}'), f.at, ${now}, f.refusal
      from fresh f left join booking b on b.office_id = ${office} and b.booking_id = f.booking
      where f.refusal is not null or f.ord in (select ord from coming)
      -- A device that tells twice at once, in whatever order, waits for itself and never in a circle.
      order by f.device, f.sequence
      on conflict on constraint arrival_told_once do nothing
      returning device, sequence, booking_id, positions, at, refusal
    ), first as materialized (
      select distinct on (booking_id, position) booking_id, position, at, device from coming
      where arrived_at is null or at < arrived_at or status = 'missed'
      order by booking_id, position, at, ord
    ), arrived as (
      update applicant a set arrived_at = least(a.arrived_at, f.at),
        arrived_device = case when a.arrived_at <= f.at then a.arrived_device else f.device end,
        status = case when a.status in ('booked', 'missed') then 'arrived' else a.status end,
        -- Whoever comes back waits to be called again, by any booth.
        called_at = case when a.status <> 'missed' then a.called_at end, booth = case when a.status <> 'missed' then a.booth end
      from first f where a.office_id = ${office} and a.booking_id = f.booking_id and a.position = f.position
    ), audited as (
      insert into audit_event (office_id, at, actor, role, action, booking_id, detail)
      select ${office}, ${now}, ${actor.sub}, ${actor.role}, ${action}, k.booking_id, jsonb_strip_nulls(jsonb_build_object(
        'positions', k.positions, 'at', k.at, 'device', k.device, 'sequence', k.sequence, 'refusal', k.refusal))
      from kept k
    )
    select
      case when n.ord is not null then 'known' when k.at is not null then 'told' else 'again' end as outcome,
      coalesce(n.refusal, k.refusal) as refusal, coalesce(n.booking_id, k.booking_id) as booking,
      coalesce(n.positions, k.positions, '{}') as positions, coalesce(n.at, k.at, r.at) as at,
      exists (select from coming c where c.ord = r.ord and c.status = 'missed') as "isBack"
    from req r
    left join known n on n.ord = r.ord
    left join kept k on n.ord is null and k.at = r.at and k.device is not distinct from r.device
      and k.sequence is not distinct from r.sequence
    order by r.ord`;
};
