import type { Sql } from '../../db/connect.ts';
import type { ApplicantState } from '../applicant-status.ts';

export interface BookingRow {
  id: string;
  channel: string;
  starts: string;
  minutes: number;
  service: 'new' | 'renewal';
  state: 'held' | 'released' | 'expired' | 'booked';
  party: number;
  holdUntil: Date;
  extended: boolean;
  code: string | null;
  version: number;
  moves: number;
  personal: Uint8Array | null;
  bookedAt: Date | null;
  applicants: { number: number; starts: string; status: ApplicantState; passportType: string | null }[];
}

const columns = (sql: Sql) => sql`
  b.booking_id as id, b.channel, to_char(b.starts, 'YYYY-MM-DD"T"HH24:MI') as starts, s.minutes, b.service, b.state, b.party,
  b.hold_until as "holdUntil", b.extended, b.code, b.version, b.moves, b.personal, b.booked_at as "bookedAt",
  coalesce((
    select jsonb_agg(jsonb_build_object('number', a.number, 'starts', to_char(a.starts, 'YYYY-MM-DD"T"HH24:MI'),
      'status', a.status, 'passportType', a.passport_type) order by a.position)
    from applicant a where a.office_id = b.office_id and a.booking_id = b.booking_id), '[]') as applicants`;

export const selectBooking = async (sql: Sql, office: string, id: string): Promise<BookingRow | undefined> => {
  const [row] = await sql<BookingRow[]>`
    select ${columns(sql)} from booking b
    join slot s on s.office_id = b.office_id and s.channel = b.channel and s.starts = b.starts
    where b.office_id = ${office} and b.booking_id = ${id}`;
  return row;
};

export const selectBookingByCode = async (sql: Sql, office: string, code: string): Promise<BookingRow | undefined> => {
  const [row] = await sql<BookingRow[]>`
    select ${columns(sql)} from booking b
    join slot s on s.office_id = b.office_id and s.channel = b.channel and s.starts = b.starts
    where b.office_id = ${office} and b.code = ${code} and b.state = 'booked'`;
  return row;
};
