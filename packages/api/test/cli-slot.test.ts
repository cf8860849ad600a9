import { createAntreanClient } from '@paspor-antrean/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/fresh-database.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import { addDays, addMinutes, wallClock } from '../src/offices/office-time.ts';
import { runHere, tellHere } from './cli-process.ts';
import { expectInvariants } from './invariants.ts';
import { testSecrets } from './secrets.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

let database: FreshDatabase;
let sql: Sql;
let server: ServerProcess;
beforeAll(async () => {
  database = await freshDatabase('today');
  sql = connect(database.url, { max: 2 });
  server = await startServerProcess({ ...(await testSecrets()), DATABASE_URL: database.url });
});
afterAll(async () => {
  await expectInvariants(sql);
  await server.kill('SIGTERM');
  await sql.end();
  await database.drop();
});

const run = (...args: string[]) => runHere(['slot', 'add', ...args], { DATABASE_URL: database.url });
const json = (...args: string[]) => tellHere(['slot', 'add', ...args], { DATABASE_URL: database.url });
const today = () => wallClock(new Date(), 'Asia/Jakarta').slice(0, 10);
/** The next day without hours: a Saturday, unless that is a holiday. */
const nextFree = async () => {
  const [{ on }] = await sql<[{ on: string }]>`
    select day::date::text as on from generate_series(${today()}::date + 1, ${today()}::date + 20, interval '1 day') day
    where extract(isodow from day) > 5 and not exists (select from closure where office_id = 'bandung' and on_day = day)
    limit 1`;
  return on;
};

test('a Saturday is opened at once, for whoever books, and once', async () => {
  const start = `${await nextFree()}T09:00`;
  const slot = { office: 'bandung', channel: 'online', slot: start, minutes: 60, seats: 3 };
  expect(await json('bandung', start, '--seats', '3')).toMatchObject({ code: 0, ok: true, ...slot });
  const antrean = createAntreanClient({ baseUrl: server.url });
  const hold = await antrean.holdSlot({ office: 'bandung', service: 'new', slot: start, party: 3 });
  expect(hold.slot).toMatchObject({ slot: start });
  expect(await run('bandung', start, '--seats', '99')).toMatchObject({
    code: 1,
    out: expect.stringContaining('stays'),
  });
  const [kept] =
    await sql`select capacity, taken from slot where office_id = 'bandung' and starts = ${start}::timestamp`;
  expect(kept).toEqual({ capacity: 3, taken: 3 });
});

test('walk-ins get seats of theirs', async () => {
  const start = `${await nextFree()}T10:00`;
  expect(await json('bandung', start, '--channel', 'priority', '--minutes', '30')).toMatchObject({
    channel: 'priority',
    minutes: 30,
    seats: 10,
  });
  expect((await run('bandung', start, '--channel', 'vip')).err).toBe('--channel takes one of online, priority.\n');
});

test('without a start it is the next full hour of today, as long as there is one', async () => {
  const nextHour = () => addMinutes(`${wallClock(new Date(), 'Asia/Jayapura').slice(0, 13)}:00`, 60);
  const before = nextHour();
  await sql`delete from closure where office_id = 'merauke'`;
  await sql`delete from slot where office_id = 'merauke'`;
  const ran = await run('merauke');
  // The hour may end meanwhile, and with it the day.
  const said = [before, nextHour()].map((next) =>
    next.endsWith('T00:00')
      ? { code: 2, out: '', err: 'Today has no full hour left at this office; name a start.\n' }
      : { code: 0, err: '', out: `merauke: 10 seats at ${next}, channel online, open now.\n` },
  );
  expect(said).toContainEqual(ran);
});

test('what cannot be is said in a sentence, and nothing is added', async () => {
  const before = await sql`select count(*) from slot`;
  const later = addDays(today(), 31);
  await sql`delete from closure where office_id = 'bandung' and on_day = ${later}::date`;
  const holiday = addDays(today(), 3);
  await sql`
    insert into closure values ('bandung', ${holiday}::date, 'Hari jadi', 'Perwal')
    on conflict (office_id, on_day) do update set reason = 'Hari jadi'`;
  for (const [args, says] of [
    [['nowhere'], 'No such office: nowhere. `office list` lists them.'],
    [['bandung', 'tomorrow'], 'The start is a wall time of the office, such as 2026-12-05T09:00.'],
    [
      ['bandung', `${today().slice(0, 4)}-02-30T09:00`],
      'The start is a wall time of the office, such as 2026-12-05T09:00.',
    ],
    [['bandung', '2027-12-05T09:60'], 'The start is a wall time of the office, such as 2026-12-05T09:00.'],
    [['bandung', '2026-01-01T09:00'], '2026-01-01T09:00 has begun at this office.'],
    [['bandung', `${holiday}T09:00`], `bandung is closed on ${holiday}: Hari jadi.`],
    [['bandung', `${addDays(today(), 1)}T23:30`], 'A slot ends on the day on which it starts.'],
    [
      ['bandung', `${later}T23:00`],
      `${later} has not opened yet: put its hours into the schedule, by \`office import\`.`,
    ],
    [['bandung', '--seats', '0'], '--seats takes a whole number from 1 to 10000.'],
    [['bandung', '--minutes', 'sixty'], '--minutes takes a whole number from 5 to 600.'],
  ] as const)
    expect(await run(...args)).toEqual({ code: 2, out: '', err: `${says}\n` });
  expect(await sql`select count(*) from slot`).toEqual(before);
});
