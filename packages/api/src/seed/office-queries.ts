import { arrayOfText, type Sql } from '../db/connect.ts';
import type { OfficeWhole } from './office-records.ts';

/** A list of records as one parameter; read by `json_to_recordset`. */
const rows = (sql: Sql, values: readonly object[]) => sql`${JSON.stringify(values)}::text::json`;

/** Makes these offices be as they are given; others are not touched. */
export const putOffices = async (sql: Sql, offices: readonly OfficeWhole[]): Promise<void> => {
  await sql`
    insert into office
    select r.id, r.number, r.name, r.kind, r."parentId", r.city, r.province, r."timeZone",
      (r.location ->> 'lat')::float8, (r.location ->> 'lng')::float8, r.address, r.phone, r.host, r.status,
      (p ->> 'partyMax')::int, (p ->> 'holdMinutes')::int, (p ->> 'retentionDays')::int, (p ->> 'graceMinutes')::int,
      (p ->> 'rescheduleLimit')::int, p ->> 'rescheduleUntil', (p ->> 'sameDayUntilMinutes')::int,
      (p #>> '{release,days}')::int, (p #>> '{release,at}')::time, p #>> '{privacy,version}', p #>> '{privacy,url}',
      r.notice, r.services
    from json_to_recordset(${rows(sql, offices)}) as r(id text, number int, name text, kind text, "parentId" text,
      city text, province text, "timeZone" text, location jsonb, address text, phone text, host text, status text,
      notice text, services jsonb, policy jsonb)
    cross join lateral (select r.policy as p) q
    on conflict (office_id) do update set number = excluded.number, name = excluded.name, kind = excluded.kind,
      parent_id = excluded.parent_id, city = excluded.city, province = excluded.province,
      time_zone = excluded.time_zone, lat = excluded.lat, lng = excluded.lng, address = excluded.address,
      phone = excluded.phone, host = excluded.host, status = excluded.status, party_max = excluded.party_max,
      hold_minutes = excluded.hold_minutes, retention_days = excluded.retention_days,
      grace_minutes = excluded.grace_minutes, reschedule_limit = excluded.reschedule_limit,
      reschedule_until = excluded.reschedule_until, same_day_until_minutes = excluded.same_day_until_minutes,
      release_days = excluded.release_days, release_at = excluded.release_at,
      privacy_version = excluded.privacy_version, privacy_url = excluded.privacy_url, notice = excluded.notice,
      services = excluded.services`;
  const channels = offices.flatMap(({ id, policy: { channel, counterChannels } }) =>
    [channel, ...counterChannels].map(({ id: channel, letter }) => ({ office: id, channel, letter })),
  );
  await sql`
    insert into channel select r.office, r.channel, r.letter
    from json_to_recordset(${rows(sql, channels)}) as r(office text, channel text, letter text) on conflict do nothing`;
  const ids = arrayOfText(offices.map(({ id }) => id));
  await sql`delete from opening where office_id = any(${ids}::text[])`;
  await sql`delete from closure where office_id = any(${ids}::text[])`;
  const openings = offices.flatMap(({ id, policy, openings }) =>
    openings.map((opening) => ({ office: id, minutes: policy.slotMinutes, ...opening })),
  );
  await sql`
    insert into opening select r.office, r.channel, r.weekday, r.starts, r.minutes, r.capacity
    from json_to_recordset(${rows(sql, openings)})
      as r(office text, channel text, weekday int, starts time, minutes int, capacity int)`;
  const closures = offices.flatMap(({ id, closures }) => closures.map((closure) => ({ office: id, ...closure })));
  await sql`
    insert into closure select r.office, r."on", r.reason, r.source
    from json_to_recordset(${rows(sql, closures)}) as r(office text, "on" date, reason text, source text)`;
};

/**
 * Every office with all that is its own. Two channels that are booked online, or two lengths of slots, are more than the
 * files can say.
 */
export const selectOfficesWhole = async (sql: Sql): Promise<(OfficeWhole & { isSimple: boolean })[]> => {
  return await sql<(OfficeWhole & { isSimple: boolean })[]>`
    select o.office_id as id, o.number, o.name, o.kind, o.parent_id as "parentId", o.city, o.province,
      o.time_zone as "timeZone",
      case when o.lat is not null then json_build_object('lat', o.lat, 'lng', o.lng) end as location,
      o.address, o.phone, o.host, o.status, o.notice,
      json_build_object('partyMax', o.party_max, 'holdMinutes', o.hold_minutes, 'retentionDays', o.retention_days,
        'graceMinutes', o.grace_minutes, 'rescheduleLimit', o.reschedule_limit, 'rescheduleUntil', o.reschedule_until,
        'sameDayUntilMinutes', o.same_day_until_minutes,
        'release', json_build_object('days', o.release_days, 'at', to_char(o.release_at, 'HH24:MI')),
        'privacy', json_build_object('version', o.privacy_version, 'url', o.privacy_url),
        'channel', json_build_object('id', c.channel, 'letter', c.letter,
          'services', (select json_agg(s ->> 'id') from jsonb_array_elements(o.services) s)),
        'counterChannels', (select coalesce(json_agg(json_build_object('id', k.channel, 'letter', k.letter) order by k.letter), '[]')
          from channel k where k.office_id = o.office_id and k.channel <> c.channel),
        'slotMinutes', coalesce(h.minutes, 60)) as policy,
      (select json_agg(json_build_object('id', s ->> 'id', 'channel', s ->> 'channel',
        'passportTypes', (select coalesce(json_agg(json_build_object('id', t ->> 'id', 'validYears', t -> 'validYears',
          'electronic', t -> 'electronic', 'feeIdr', t -> 'feeIdr')), '[]') from jsonb_array_elements(s -> 'passportTypes') t),
        'documents', s -> 'documents')) from jsonb_array_elements(o.services) s) as services,
      coalesce(h.openings, '[]') as openings, coalesce(d.closures, '[]') as closures,
      h.lengths <= 1 and not exists (
        select from jsonb_array_elements(o.services) s where s ->> 'channel' <> c.channel) as "isSimple"
    from office o
    join channel c on c.office_id = o.office_id and c.channel = o.services -> 0 ->> 'channel'
    -- Looked up by office: a plan for tables just filled, whose sizes are not known yet, is as good as any other.
    cross join lateral (
      select min(minutes) as minutes, count(distinct minutes) as lengths,
        json_agg(json_build_object('channel', channel, 'weekday', weekday, 'starts', to_char(starts, 'HH24:MI'),
          'capacity', capacity) order by channel, weekday, starts) as openings
      from opening where office_id = o.office_id) h
    cross join lateral (
      select json_agg(json_build_object('on', on_day, 'reason', reason, 'source', source) order by on_day) as closures
      from closure where office_id = o.office_id) d
    order by o.number`;
};

/**
 * Days that have not opened are made anew from the hours, each whole or not at all: of a half one nothing would be made
 * again. Who waits for one of their slots finds it gone and looks again.
 */
export const dropUnopened = async (sql: Sql, ids: readonly string[]): Promise<void> => {
  const mine = sql`office_id = any(${arrayOfText(ids)}::text[])`;
  await sql`
    select from slot where ${mine} and releases_at > clock_timestamp()
    order by office_id, channel, starts for update`;
  // Only now: waiting for the locks takes time, in which a day may have opened.
  const now = await databaseNow(sql);
  await sql`
    delete from slot s where ${mine} and not exists (
      select from slot o where o.office_id = s.office_id and o.channel = s.channel
        and o.starts >= s.starts::date and o.starts < s.starts::date + 1
        and (o.taken > 0 or o.issued > 0 or o.releases_at <= ${now}))`;
};

/** Which of these offices have slots or bookings: the times on their walls are kept without a zone. */
export const selectInUse = async (sql: Sql, ids: readonly string[]): Promise<string[]> => {
  const rows = await sql<{ id: string }[]>`
    select o.office_id as id from office o
    where o.office_id = any(${arrayOfText(ids)}::text[])
      and (exists (select from slot s where s.office_id = o.office_id)
        or exists (select from booking b where b.office_id = o.office_id))`;
  return rows.map(({ id }) => id);
};

/** How many live bookings are on each of these days, from today on; days without any are left out. */
export const countBooked = async (
  sql: Sql,
  days: readonly { office: string; on: string }[],
): Promise<{ office: string; on: string; bookings: number }[]> =>
  await sql<{ office: string; on: string; bookings: number }[]>`
    select r.office, r."on", count(*)::int as bookings
    from json_to_recordset(${rows(sql, days)}) as r(office text, "on" text)
    join office o on o.office_id = r.office
    join booking b on b.office_id = o.office_id and b.starts >= r."on"::date and b.starts < r."on"::date + 1
    where b.state = 'booked' and b.party > 0 and b.starts >= date_trunc('day', clock_timestamp() at time zone o.time_zone)
    group by 1, 2 order by 1, 2`;

/** The moment of asking, by the one clock that all processes share. */
export const databaseNow = async (sql: Sql): Promise<Date> => {
  const [row] = await sql<[{ now: Date }]>`select clock_timestamp() as now`;
  return row.now;
};
