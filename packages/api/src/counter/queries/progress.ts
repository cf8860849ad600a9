import type { Sql } from '../../db/connect.ts';
import type { Actor } from './audit.ts';

export type Step = 'called' | 'served' | 'missed';

interface ProgressRequest {
  office: string;
  /** uuid. */
  booking: string;
  version: number;
  positions: readonly number[];
  step: Step;
  booth: string | null;
}

/** From where a step goes on, and what it writes. Someone whom another booth called is not called away. */
const steps = (sql: Sql, booth: string | null, now: Date) => ({
  called: {
    from: sql`a.status = 'arrived' and (a.called_at is null or a.booth is not distinct from ${booth})`,
    set: sql`called_at = ${now}, booth = ${booth}`,
  },
  served: {
    from: sql`a.status = 'arrived'`,
    set: sql`status = 'served', served_at = ${now}, booth = coalesce(${booth}, a.booth)`,
  },
  missed: { from: sql`a.status in ('booked', 'arrived')`, set: sql`status = 'missed'` },
});

/** Takes people of one booking a step further, in one statement with its record. Returns how many it could. */
export const progress = async (sql: Sql, actor: Actor, request: ProgressRequest, now: Date): Promise<number> => {
  const { office, booking, version, positions, step, booth } = request;
  const { from, set } = steps(sql, booth, now)[step];
  const [row] = await sql<{ count: number }[]>`
    with current as materialized (
      select booking_id from booking
      where office_id = ${office} and booking_id = ${booking} and version = ${version} and state = 'booked'
      for no key update
    ), gone as (
      update applicant a set ${set} from current c
      where a.office_id = ${office} and a.booking_id = c.booking_id and a.position = any(${`{${positions.join()}}`}::int[]) and ${from}
      returning a.position
    ), audited as (
      insert into audit_event (office_id, at, actor, role, action, booking_id, detail)
      select ${office}, ${now}, ${actor.sub}, ${actor.role}, ${step}, ${booking}::uuid,
        jsonb_strip_nulls(jsonb_build_object('positions', (select jsonb_agg(position order by position) from gone), 'booth', ${booth}::text))
      where exists (select from gone)
    )
    select count(*)::int as count from gone`;
  return row?.count ?? 0;
};
