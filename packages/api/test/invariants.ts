import { expect } from 'vitest';
import type { Sql } from '../src/db/connect.ts';

/** What must hold at every instant. Each statement lists its violations; so each must list none. */
const statements = {
  'taken is the seats of live holds and bookings': `
    select s.office_id, s.starts, s.taken from slot s
    where s.taken <> coalesce((select sum(b.party) from booking b
      where b.office_id = s.office_id and b.channel = s.channel and b.starts = s.starts and b.state in ('held', 'booked')), 0)`,
  'no slot is oversold': 'select * from slot where taken > capacity or taken < 0',
  'a queue code names one applicant': `
    select office_id, channel, starts, number from applicant group by 1, 2, 3, 4 having count(*) > 1`,
  'a person has one live booking': `
    select nik_hash, starts::date from applicant where status = 'booked' group by 1, 2 having count(*) > 1`,
  'a live applicant has a claim until the visit day is over': `
    select a.booking_id from applicant a where a.status = 'booked' and not exists (
      select from nik_claim c where c.nik_hash = a.nik_hash and c.until > a.starts::date)`,
  'a booking has its applicants': `
    select b.booking_id from booking b where b.state = 'booked'
      and b.people <> (select count(*) from applicant a where a.office_id = b.office_id and a.booking_id = b.booking_id)`,
  'a booking takes a seat for each live applicant': `
    select b.booking_id from booking b where b.state = 'booked' and b.party <> (
      select count(*) from applicant a where a.office_id = b.office_id and a.booking_id = b.booking_id and a.status <> 'cancelled')`,
};

export const expectInvariants = async (sql: Sql): Promise<void> => {
  for (const [rule, statement] of Object.entries(statements)) {
    expect(await sql.unsafe(statement), rule).toEqual([]);
  }
};
