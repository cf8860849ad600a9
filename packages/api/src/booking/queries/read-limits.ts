import { arrayOfText, type Sql } from '../../db/connect.ts';
import { bookingsPerHour } from './book-holds.ts';

/** When the first of the seats that a client holds comes back; null when it holds none any more. */
export const firstSeatBack = async (sql: Sql, client: string, now: Date): Promise<Date | null> => {
  const [row] = await sql<{ at: Date | null }[]>`
    select min(hold_until) as at from booking
    where client = decode(${client}, 'hex') and state = 'held' and hold_until > ${now}`;
  return row?.at ?? null;
};

/** When all of these people may book again; null when they may already. */
export const hourOver = async (sql: Sql, nikHashes: readonly string[], now: Date): Promise<Date | null> => {
  const [row] = await sql<{ at: Date | null }[]>`
    select max(hour_began) + interval '1 hour' as at from nik_claim
    where nik_hash in (select decode(h, 'hex') from unnest(${arrayOfText(nikHashes)}::text[]) as h)
      and booked_in_hour >= ${bookingsPerHour} and hour_began > ${now}::timestamptz - interval '1 hour'`;
  return row?.at ?? null;
};
