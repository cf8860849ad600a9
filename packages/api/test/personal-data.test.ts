import { afterAll, beforeAll, expect, test } from 'vitest';
import { purgePersonalData } from '../src/booking/queries/purge.ts';
import { draft, person } from './people.ts';
import { openTestOffice, refusal, type TestOffice } from './test-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const someone = person(7, { name: 'Wiralodra Contoh' });
const secrets = [someone.name, someone.nik, someone.birthOn, '81200000077', '0812 0000 0077', 'wira@example.com'];

const bookSomeone = async () => {
  const hold = await office.antrean.holdSlot({ office: 'bandung', service: 'new', slot: '2026-11-24T09:00' });
  const contact = { phone: '0812 0000 0077', email: 'wira@example.com' };
  return await office.antrean.bookHold({ office: 'bandung', token: hold.token, ...draft([someone], { contact }) });
};

test('personal data stands nowhere in the database, in the log or in the metrics', async () => {
  const booking = await bookSomeone();
  await refusal(
    office.antrean.lookUpBooking({ office: 'bandung', code: booking.code, nikLast4: '9999', birthOn: someone.birthOn }),
  );
  await office.ask(`/v1/offices?q=${someone.nik}`);
  await office.ask(`/${someone.nik}?nik=${someone.nik}`);

  const tables = await office.sql`select table_name from information_schema.tables where table_schema = 'public'`;
  let dump = '';
  for (const { table_name: name } of tables) {
    dump += JSON.stringify(await office.sql`select to_jsonb(t) from ${office.sql(name)} t`);
  }
  const metrics = await (await office.ask('/metrics', { from: '127.0.0.1' })).text();
  for (const secret of secrets) {
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain(Buffer.from(secret).toString('hex'));
    expect(JSON.stringify(office.log)).not.toContain(secret);
    expect(metrics).not.toContain(secret);
  }
});

test('a sealed value that is moved to another row does not open', async () => {
  const hold = await office.antrean.holdSlot({ office: 'bandung', service: 'new' });
  const other = await office.antrean.bookHold({ office: 'bandung', token: hold.token, ...draft([person(8)]) });
  await office.sql`update booking set personal = (select personal from booking where personal is not null and code <> ${other.code} limit 1) where code = ${other.code}`;
  const read = await office.ask(`/v1/offices/bandung/bookings/${other.id}`, {
    headers: { authorization: `Bearer ${other.manageToken}` },
  });
  expect(read.status).toBe(500);
  expect(await read.text()).not.toContain(someone.name);
});

test('personal data is forgotten 30 days after the visit; counts and queue codes stay', async () => {
  const [row] =
    await office.sql`select booking_id, code from booking where starts = '2026-11-24T09:00' and state = 'booked'`;
  const kept = async () => {
    const [now] = await office.sql`select personal, people, code from booking where booking_id = ${row?.booking_id}`;
    return now;
  };
  office.setClock('2026-12-24T12:00:00');
  await purgePersonalData(office.sql, office.now());
  expect((await kept())?.personal).not.toBeNull();
  office.setClock('2026-12-25T00:00:01');
  expect((await purgePersonalData(office.sql, office.now())).bookings).toBeGreaterThan(0);
  expect(await kept()).toEqual({ personal: null, people: 1, code: null });
  const [applicant] = await office.sql`select number, nik_hash from applicant where booking_id = ${row?.booking_id}`;
  expect(applicant).toMatchObject({ number: expect.any(Number), nik_hash: null });
  office.setClock('2026-11-23T09:00:00');
});
