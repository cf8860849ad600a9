import type { Sql } from '../db/connect.ts';
import { type DemoData, readDemoData } from './demo-data.ts';

/** Fills an empty database with the demo's offices. False: there are offices already, nothing was touched. */
export const seedWhenEmpty = async (sql: Sql): Promise<boolean> => {
  const data = await readDemoData();
  return await sql.begin(async (tx) => {
    await tx`set local lock_timeout = 0`;
    await tx`select pg_advisory_xact_lock(${0x70617371})`;
    const [any] = await tx`select 1 from office limit 1`;
    if (any) return false;
    await seed(tx as unknown as Sql, data);
    return true;
  });
};

const seed = async (sql: Sql, { offices, schedules, holidays, services, policy }: DemoData): Promise<void> => {
  const offered = policy.channel.services.map((id) => ({
    id,
    channel: policy.channel.id,
    passportTypes: services.passportTypes,
    documents: services.documents[id] ?? [],
  }));
  const parentsFirst = [...offices].sort((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null));
  await sql`
    insert into office
    select r.id, r.number, r.name, r.kind, r."parentId", r.city, r.province, r."timeZone",
      (r.location ->> 'lat')::float8, (r.location ->> 'lng')::float8, r.address, r.phone, r.host, r.status,
      ${policy.partyMax}, ${policy.holdMinutes}, ${policy.retentionDays}, ${policy.graceMinutes}, ${policy.rescheduleLimit},
      ${policy.rescheduleUntil}, ${policy.sameDayUntilMinutes}, ${policy.release.days}, ${policy.release.at}::time,
      ${policy.privacy.version}, ${policy.privacy.url}, null, ${JSON.stringify(offered)}::text::jsonb
    from json_to_recordset(${rows(sql, parentsFirst)}) as r(id text, number int, name text, kind text, "parentId" text,
      city text, province text, "timeZone" text, location jsonb, address text, phone text, host text, status text)`;
  await sql`insert into channel select office_id, ${policy.channel.id}, ${policy.channel.letter} from office`;
  const openings = offices.flatMap((office) =>
    (schedules[office.schedule] ?? []).flatMap(({ weekdays, slots }) =>
      weekdays.flatMap((weekday) =>
        Object.entries(slots).map(([starts, capacity]) => ({ office: office.id, weekday, starts, capacity })),
      ),
    ),
  );
  await sql`
    insert into opening select r.office, ${policy.channel.id}, r.weekday, r.starts, ${policy.slotMinutes}, r.capacity
    from json_to_recordset(${rows(sql, openings)}) as r(office text, weekday int, starts time, capacity int)`;
  await sql`
    insert into closure select o.office_id, r."on", r.name, r.source
    from office o cross join json_to_recordset(${rows(sql, holidays)}) as r("on" date, name text, source text)`;
};

/** A list of records as one parameter; read by `json_to_recordset`. */
const rows = (sql: Sql, values: readonly object[]) => sql`${JSON.stringify(values)}::text::json`;
