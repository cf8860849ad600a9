import { afterAll, beforeAll, expect, test } from 'vitest';
import { findViolations, readInvariants } from '../src/db/invariants.ts';
import { draft, person } from './people.ts';
import { openTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
  for (let n = 0; n < 3; n++) {
    const hold = await office.antrean.holdSlot({
      office: 'bandung',
      service: 'new',
      slot: '2026-11-24T09:00',
      party: 2,
    });
    await office.antrean.bookHold({
      office: 'bandung',
      token: hold.token,
      ...draft([person(2 * n), person(2 * n + 1)]),
    });
  }
});
afterAll(() => office.close());

const somebody = `(select booking_id from booking order by booking_id limit 1)`;

/** Each law broken on purpose, past the constraints where they stand in the way: an invariant that cannot fail is none. */
const breaches: Record<string, string> = {
  'taken is the seats of live holds and bookings': `update slot set taken = taken + 1 where starts = '2026-11-24T09:00'`,
  'no slot is oversold': `alter table slot drop constraint slot_never_oversold; update slot set capacity = 5 where starts = '2026-11-24T09:00'`,
  'queue codes are unique per office and day': `alter table applicant drop constraint applicant_office_id_channel_starts_number_key; update applicant set number = 1`,
  'no queue number is above the highest ever handed out': `update slot set issued = 2 where starts = '2026-11-24T09:00'`,
  'a person has at most one live booking': `update applicant set nik_hash = '\\x00' where position = 0; insert into nik_claim select '\\x00', until, office_id, booking_id, hour_began from nik_claim limit 1`,
  'a live applicant has a claim until the visit day is over': `delete from nik_claim`,
  'no booking is without its applicants': `delete from applicant where booking_id = ${somebody}`,
  'a booking takes a seat for each live applicant': `update applicant set status = 'cancelled' where booking_id = ${somebody} and position = 0`,
  'an applicant is where the booking is, unless cancelled before it moved': `update applicant set starts = '2026-11-24T10:00' where booking_id = ${somebody}`,
  'every hold and booking is in a slot that exists': `delete from slot where starts = '2026-11-24T09:00'`,
  'whoever arrived did so by the earliest of their arrivals': `update applicant set status = 'arrived', arrived_at = now() where booking_id = ${somebody}`,
  'nobody was served or called who did not arrive': `update applicant set called_at = now() where booking_id = ${somebody}`,
  'a token of a version that a move replaced is on the list of its day': `update booking set version = 2 where booking_id = ${somebody}`,
};

test('a database that only the API wrote to has no violation', async () => {
  expect(await findViolations(office.sql)).toEqual([]);
});

test('every rule is broken below', async () => {
  expect(Object.keys(breaches)).toEqual((await readInvariants()).map(({ rule }) => rule));
});

test.each(Object.entries(breaches))('that %s is noticed when it is broken', async (rule, breach) => {
  class Undo extends Error {}
  const noticed: string[] = [];
  await office.sql
    .begin(async (tx) => {
      await tx.unsafe(breach);
      noticed.push(...(await findViolations(tx as never)).map((violation) => violation.rule));
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  expect(noticed).toContain(rule);
});
