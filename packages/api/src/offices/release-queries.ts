import { arrayOfText, type Sql } from '../db/connect.ts';

export interface Release {
  office: string;
  /** The day whose slots open next. */
  on: string;
  seats: number;
  opensAt: Date;
  timeZone: string;
}

/** What opens next, for each office that has something to open. */
export const selectReleases = async (sql: Sql, now: Date, offices?: readonly string[]): Promise<Release[]> => {
  const only = offices ? arrayOfText(offices) : null;
  return await sql<Release[]>`
    select distinct on (o.office_id) o.office_id as office, to_char(s.starts, 'YYYY-MM-DD') as on,
      sum(s.capacity)::int as seats, s.releases_at as "opensAt", o.time_zone as "timeZone"
    from office o join slot s on s.office_id = o.office_id and s.releases_at > ${now}
    where ${only}::text[] is null or o.office_id = any(${only}::text[])
    group by o.office_id, s.releases_at, s.starts::date, to_char(s.starts, 'YYYY-MM-DD')
    order by o.office_id, s.releases_at`;
};
