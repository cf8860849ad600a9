import type { Office } from '@paspor-antrean/contract';
import type { Sql } from '../db/connect.ts';

/** An office as the rules need it: what the public sees, and its inner policies. */
export interface OfficeRecord extends Omit<Office, 'nextReleaseAt'> {
  graceMinutes: number;
  releaseDays: number;
  releaseAt: string;
  host: string | null;
  /** First letter of queue codes, by channel. */
  letters: Record<string, string>;
}

export const selectOffices = async (sql: Sql): Promise<OfficeRecord[]> => {
  return await sql<OfficeRecord[]>`
    select o.office_id as "id", o.number, o.name, o.kind, o.parent_id as "parentId", o.city, o.province,
      o.time_zone as "timeZone",
      case when o.lat is not null then jsonb_build_object('lat', o.lat, 'lng', o.lng) end as "location",
      o.address, o.phone, o.host, o.status, o.services, o.party_max as "partyMax", o.hold_minutes as "holdMinutes",
      o.retention_days as "retentionDays", o.grace_minutes as "graceMinutes",
      o.reschedule_limit as "rescheduleLimit", o.reschedule_until as "rescheduleUntil",
      o.same_day_until_minutes as "sameDayUntilMinutes", 'fcfs' as "releaseMode", o.release_days as "releaseDays",
      to_char(o.release_at, 'HH24:MI') as "releaseAt", o.notice,
      jsonb_build_object('version', o.privacy_version, 'url', o.privacy_url) as "privacy",
      coalesce((select jsonb_object_agg(c.channel, c.letter) from channel c where c.office_id = o.office_id), '{}') as "letters"
    from office o
    order by o.number`;
};

/** When the next day of this office opens to those who book online, or null. */
export const selectNextRelease = async (sql: Sql, officeId: string, now: Date): Promise<Date | null> => {
  const [row] = await sql<{ at: Date | null }[]>`
    select min(s.releases_at) as at from slot s join office o on o.office_id = s.office_id
    where s.office_id = ${officeId} and s.releases_at > ${now}
      and o.services @> jsonb_build_array(jsonb_build_object('channel', s.channel))`;
  return row?.at ?? null;
};

export interface OpeningHour {
  weekday: number;
  starts: string;
  minutes: number;
}

/** The weekly hours of an office, all channels together. */
export const selectHours = async (sql: Sql, officeId: string): Promise<OpeningHour[]> => {
  return await sql<OpeningHour[]>`
    select distinct weekday, to_char(starts, 'HH24:MI') as starts, minutes from opening
    where office_id = ${officeId} order by weekday, starts`;
};
