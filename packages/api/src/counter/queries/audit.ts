import type { Sql } from '../../db/connect.ts';

/** Who did something: of a staff token. */
export interface Actor {
  sub: string;
  role: 'counter' | 'head' | 'admin';
}

export type AuditAction = 'day-key' | 'arrival' | 'called' | 'served' | 'missed' | 'walk-in' | 'claim-release';

export interface AuditEvent {
  office: string;
  actor: Actor;
  action: AuditAction;
  /** uuid. */
  booking: string | null;
  /** Nothing personal. */
  detail: Record<string, unknown>;
}

/** Adds one event. Runs in the transaction of the action where that has one. */
export const addAuditEvent = async (sql: Sql, event: AuditEvent, now: Date): Promise<void> => {
  const { office, actor, action, booking, detail } = event;
  await sql`
    insert into audit_event (office_id, at, actor, role, action, booking_id, detail)
    values (${office}, ${now}, ${actor.sub}, ${actor.role}, ${action}, ${booking}, ${JSON.stringify(detail)}::text::jsonb)`;
};

/** That someone was given the keys of a day; once for each person and day. */
export const addKeyHandover = async (sql: Sql, office: string, actor: Actor, on: string, now: Date): Promise<void> => {
  await sql`
    insert into audit_event (office_id, at, actor, role, action, detail)
    select ${office}, ${now}, ${actor.sub}, ${actor.role}, 'day-key', jsonb_build_object('on', ${on}::text)
    where not exists (
      select from audit_event where office_id = ${office} and at > ${now}::timestamptz - interval '1 day' and action = 'day-key'
        and actor = ${actor.sub} and detail ->> 'on' = ${on})`;
};
