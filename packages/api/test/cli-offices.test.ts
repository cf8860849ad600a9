import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAntreanClient } from '@paspor-antrean/client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Content } from '../../../test/setup/contents.ts';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/fresh-database.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import { runHere, tell, tellHere } from './cli-process.ts';
import { expectInvariants } from './invariants.ts';
import { draft, person } from './people.ts';
import { testSecrets } from './secrets.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const data = fileURLToPath(new URL('../data/', import.meta.url));
const names = ['offices', 'schedules', 'holidays', 'services', 'policy'];
let database: FreshDatabase;
let sql: Sql;
let server: ServerProcess | undefined;
let folder: string;
let copies = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antrean-offices-'));
});
afterAll(() => rm(folder, { recursive: true }));
const open = async (content: Content) => {
  database = await freshDatabase(content);
  sql = connect(database.url, { max: 2 });
};
afterEach(async () => {
  await server?.kill('SIGTERM');
  server = undefined;
  await sql.end();
  await database.drop();
});

const run = async (...args: string[]) => {
  const ran = await runHere(args, { DATABASE_URL: database.url });
  expect(ran).toMatchObject({ code: 0, err: '' });
  return ran;
};
const asProcess = (...args: string[]) => tell(folder, args, { DATABASE_URL: database.url });
const json = (...args: string[]) => tellHere(args, { DATABASE_URL: database.url });
/** A folder of files in which some are changed. */
const files = async (change: Record<string, (content: never) => unknown> = {}) => {
  const copy = join(folder, `files-${++copies}`);
  await cp(data, copy, { recursive: true });
  for (const [name, edit] of Object.entries(change)) {
    const file = join(copy, `${name}.json`);
    await writeFile(file, JSON.stringify(edit(JSON.parse(await readFile(file, 'utf8')) as never), null, 2));
  }
  return copy;
};
/** All that the tables know of offices. */
const told = async () => ({
  office: await sql`select * from office order by 1`,
  channel: await sql`select * from channel order by 1, 2`,
  opening: await sql`select * from opening order by 1, 2, 3, 4`,
  closure: await sql`select * from closure order by 1, 2`,
});
type Offices = Record<string, unknown>[];
/** Files that speak of one office; the others stay as they are. */
const medan = { offices: (offices: Offices) => offices.filter(({ id }) => id === 'medan') };

describe('office import and export', () => {
  test('what was exported from one database makes another one the same, and is exported alike', {
    timeout: 90_000,
  }, async () => {
    await open('tables');
    const counterChannels = [
      { id: 'express', letter: 'E' },
      { id: 'priority', letter: 'P' },
    ];
    const odd = await files({
      offices: (offices: Offices) =>
        offices.map((office, at) => ({
          ...office,
          ...(at === 3 && { notice: 'Tutup lebih awal', policy: { partyMax: 2, slotMinutes: 30 } }),
          ...(at === 5 && { services: { passportTypes: [], documents: { new: ['ktp'], renewal: [] } } }),
          ...(at === 7 && { policy: { channel: { id: 'online', letter: 'C', services: ['renewal'] } } }),
          ...(at === 9 && { policy: { counterChannels }, schedule: 'with-saturday' }),
        })),
      schedules: (schedules: Record<string, Offices>) => ({
        ...schedules,
        'with-saturday': [
          { weekdays: [1, 2], slots: { '08:00': 9 }, counter: { priority: { '08:00': 1 }, express: { '09:30': 2 } } },
          { weekdays: [6], slots: {}, counter: { priority: { '08:00': 40 } } },
        ],
      }),
      holidays: (holidays: Offices) => [
        ...holidays,
        { on: '2027-08-25', name: 'Hari jadi', source: 'Perwal', offices: ['medan', 'bandung'] },
      ],
    });
    expect(await asProcess('office', 'import', odd)).toMatchObject({ code: 0, changed: [], unchanged: 0 });
    const first = await told();
    expect(first.office).toHaveLength(124);
    expect(first.channel).toHaveLength(2 * 124 + 1);
    const [out, again] = [join(folder, 'out'), join(folder, 'again')];
    expect(await asProcess('office', 'export', out)).toMatchObject({ code: 0, offices: 124 });
    for (const table of ['slot', 'opening', 'closure', 'channel', 'office']) await sql`delete from ${sql(table)}`;
    await run('office', 'import', out);
    expect(await told()).toEqual(first);
    await run('office', 'export', again);
    for (const name of names)
      expect(await readFile(join(again, `${name}.json`), 'utf8')).toBe(
        await readFile(join(out, `${name}.json`), 'utf8'),
      );
    expect(await json('office', 'import', out)).toMatchObject({ added: [], changed: [], unchanged: 124, slots: 0 });
    expect(await json('office', 'export', out)).toMatchObject({
      code: 1,
      inTheWay: names.map((name) => `${name}.json`),
    });
    expect(await json('office', 'export', out, '--force')).toMatchObject({ code: 0 });
  });

  test('a dry run says what would change and writes nothing', async () => {
    await open('tables');
    expect((await json('office', 'import', data, '--dry-run')).added).toHaveLength(124);
    expect((await told()).office).toHaveLength(0);
    expect(await json('office', 'export', join(folder, 'none'))).toMatchObject({ code: 1, offices: 0 });
  });

  test('every fault of every file is named with its line, and nothing is imported', async () => {
    await open('tables');
    const faulty = await files({
      offices: (offices: Offices) => [
        { ...offices[0], timeZone: 'Asia/Bandung', phnoe: '1' },
        { ...offices[1], number: 1, schedule: 'never' },
      ],
      policy: (policy: Record<string, unknown>) => ({ ...policy, holdMinutes: 0, release: { days: 30 } }),
    });
    await writeFile(join(faulty, 'schedules.json'), '{\n  "a": [,]\n}');
    await rm(join(faulty, 'services.json'));
    const { code, faults } = await json('office', 'import', faulty);
    expect(code).toBe(1);
    expect(faults).toEqual([
      expect.stringMatching(/^offices\.json:10: 0\.timeZone: must be a time zone/),
      expect.stringMatching(/^offices\.json:\d+: 0\.phnoe: /),
      expect.stringMatching(/^schedules\.json:2: /),
      'services.json is missing',
      'policy.json:3: holdMinutes: must be a whole number from 1 to 120',
      expect.stringMatching(/^policy\.json:9: release\.at: /),
    ]);
    expect((await told()).office).toHaveLength(0);
  });

  test('what one file cannot know of another is a fault too', async () => {
    await open('tables');
    const faulty = await files({
      offices: (offices: Offices) => [
        offices[0],
        { ...offices[0], schedule: 'never', parentId: 'nowhere' },
        { ...offices[1], parentId: offices[1]?.id },
      ],
      holidays: () => [{ on: '2027-01-01', name: 'a', source: '', offices: ['nowhere'] }],
    });
    const { faults } = await json('office', 'import', faulty);
    expect((faults as string[]).map((fault) => fault.replace(/:\d+:/, ''))).toEqual([
      'offices.json 1.id: banda-aceh stands here twice',
      "offices.json 1.number: 1 is another office's",
      'offices.json 1.schedule: never is not in schedules.json',
      'offices.json 1.parentId: nowhere is no office',
      'offices.json 2.parentId: must be another office',
      'holidays.json 0.offices: nowhere is no office',
    ]);
  });

  test('a counter channel has a name and a letter of its own, and nobody gets seats of one that is not there', async () => {
    await open('tables');
    const online = { id: 'online', letter: 'A', services: ['new'] };
    const faulty = await files({
      offices: (offices: Offices) => [
        { ...offices[0], policy: { counterChannels: [] } },
        { ...offices[1], policy: { channel: { ...online, letter: 'P' } } },
      ],
      policy: (policy: Record<string, unknown>) => ({
        ...policy,
        counterChannels: [
          { id: 'online', letter: 'P' },
          { id: 'priority', letter: 'A' },
        ],
      }),
    });
    const { faults } = await json('office', 'import', faulty);
    expect((faults as string[]).map((fault) => fault.replace(/:\d+:/, ''))).toEqual([
      'policy.json counterChannels: online is the name of two channels',
      'policy.json counterChannels: A is the letter of two channels',
      'offices.json 0.schedule: class-1 has seats of priority, which is no counter channel here',
      'offices.json 1.policy: online is the name of two channels',
      'offices.json 1.policy: P is the letter of two channels',
    ]);
  });

  test('a counter channel may come later and stays: the queue codes of its day carry its letter', async () => {
    await open('tables');
    const withoutCounter = {
      ...medan,
      policy: ({ counterChannels: _, ...policy }: Record<string, unknown>) => policy,
      schedules: (schedules: Record<string, Offices>) =>
        Object.fromEntries(
          Object.entries(schedules).map(([name, all]) => [name, all.map(({ counter: _, ...hours }) => hours)]),
        ),
    };
    const bare = await files(withoutCounter);
    expect(await json('office', 'import', bare)).toMatchObject({ added: ['medan'] });
    expect(await json('office', 'import', await files(medan))).toMatchObject({ code: 0, changed: ['medan'] });
    // Also for the days that have opened: nobody can have booked one of these seats.
    const hours = (channel: string) =>
      sql<{ starts: string }[]>`select starts::text from slot where channel = ${channel} order by 1`;
    expect((await hours('online')).length).toBeGreaterThan(100);
    expect(await hours('priority')).toEqual(await hours('online'));
    expect(await json('office', 'import', bare)).toMatchObject({
      code: 1,
      faults: ['medan: its counter channel priority with letter P stays; without seats it is closed'],
    });
    const closed = await files({ ...medan, schedules: withoutCounter.schedules });
    expect(await json('office', 'import', closed)).toMatchObject({ changed: ['medan'] });
    const left = await sql`select distinct channel from slot where releases_at > now()`;
    expect(left).toEqual([{ channel: 'online' }]);
  });

  test('new hours hold from the day that has not opened yet, and no booking is lost', async () => {
    await open('today');
    server = await startServerProcess({ ...(await testSecrets()), DATABASE_URL: database.url });
    const antrean = createAntreanClient({ baseUrl: server.url });
    const hold = await antrean.holdSlot({ office: 'medan', service: 'new' });
    await antrean.bookHold({ office: 'medan', token: hold.token, ...draft([person(1)]) });
    const longer = await files({
      ...medan,
      schedules: (schedules: Record<string, Offices>) => ({
        ...schedules,
        'class-1-special': schedules['class-1-special']?.map((hours) => ({ ...hours, slots: { '07:00': 9 } })),
      }),
    });
    expect((await json('office', 'import', longer)).changed).toContain('medan');
    const seats = await sql`
      select distinct releases_at < now() as open, capacity = 9 as changed from slot
      where office_id = 'medan' and channel = 'online' order by 1`;
    expect(seats).toEqual([
      { open: false, changed: true },
      { open: true, changed: false },
    ]);
    await expectInvariants(sql);
  });

  test('a new holiday on a day with bookings needs --force, and the clock of an office in use never changes', async () => {
    await open('today');
    server = await startServerProcess({ ...(await testSecrets()), DATABASE_URL: database.url });
    const antrean = createAntreanClient({ baseUrl: server.url });
    const hold = await antrean.holdSlot({ office: 'medan', service: 'new' });
    const booking = await antrean.bookHold({ office: 'medan', token: hold.token, ...draft([person(1)]) });
    const on = hold.slot.slot.slice(0, 10);
    const before = await told();
    const holiday = await files({
      ...medan,
      holidays: (holidays: Offices) => [...holidays, { on, name: 'Cuti bersama', source: 'SKB' }],
    });
    const fault = `medan: ${on} is a new holiday, with live bookings: 1`;
    expect(await json('office', 'import', holiday)).toMatchObject({ code: 1, faults: [fault] });
    const moved = await files({
      offices: (offices: Offices) => medan.offices(offices).map((office) => ({ ...office, timeZone: 'Asia/Jayapura' })),
    });
    expect(await json('office', 'import', moved, '--force')).toMatchObject({
      code: 1,
      faults: ['medan: its time zone is Asia/Jakarta and never changes once there are slots'],
    });
    expect(await told()).toEqual(before);
    expect(await json('office', 'import', holiday, '--force', '--dry-run')).toMatchObject({ code: 0 });
    const by = { office: 'medan', id: booking.id, token: booking.manageToken ?? '' };
    await antrean.cancelBooking(by);
    expect(await json('office', 'import', holiday)).toMatchObject({ code: 0, ok: true });
    await expectInvariants(sql);
  });

  const earlier = () =>
    files({
      ...medan,
      schedules: (schedules: Record<string, Offices>) =>
        Object.fromEntries(
          Object.entries(schedules).map(([name, hours]) => [
            name,
            hours.map((of) => ({ ...of, slots: { '07:00': 9, '07:30': 9 } })),
          ]),
        ),
    });
  /** The slots of a day of medan's that is still to open, and how far off it is. */
  const coming = async (nth: number) => {
    const [row] = await sql<[{ day: string }]>`
      select distinct starts::date::text as day from slot where office_id = 'medan' and releases_at > now()
      order by 1 offset ${nth} limit 1`;
    return row.day;
  };
  const seatsOf = (day: string) => sql`
    select starts::text, capacity, taken from slot
    where office_id = 'medan' and channel = 'online' and starts::date = ${day}::date order by 1`;

  test('a day that opens while the import waits stays whole, and so does one of which a number was handed out', async () => {
    await open('today');
    const [opening, numbered, after] = [await coming(0), await coming(1), await coming(2)];
    await sql`update slot set releases_at = now() + interval '2 seconds' where office_id = 'medan' and starts::date = ${opening}::date`;
    const first = sql`select min(starts) from slot where office_id = 'medan' and starts::date = ${opening}::date`;
    await sql`
      update slot set issued = 1
      where office_id = 'medan' and starts = (select min(starts) from slot where office_id = 'medan' and starts::date = ${numbered}::date)`;
    const before = [await seatsOf(opening), await seatsOf(numbered)];
    const copy = await earlier();
    const { imported } = await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${0x70617371})`;
      const imported = json('office', 'import', copy);
      const isWaiting = async () =>
        (await tx`select from pg_locks where locktype = 'advisory' and not granted`).length > 0;
      while (!(await isWaiting())) await tx`select pg_sleep(0.02)`;
      await tx`select pg_sleep_until(releases_at) from slot where office_id = 'medan' and starts = (${first})`;
      await sql`update slot set taken = 1, issued = 1 where office_id = 'medan' and starts = (${first})`;
      return { imported };
    });
    expect((await imported).changed).toContain('medan');
    const [taken, ...free] = before[0] ?? [];
    expect(free.length).toBeGreaterThan(0);
    expect([await seatsOf(opening), await seatsOf(numbered)]).toEqual([[{ ...taken, taken: 1 }, ...free], before[1]]);
    expect((await seatsOf(after)).map(({ capacity }) => capacity)).toEqual([9, 9]);
  });

  test('what shapes no day leaves all slots alone', async () => {
    await open('today');
    const rows = () => sql`select office_id, starts::text, xmin::text from slot order by 1, 2`;
    const before = await rows();
    const phoned = await files({
      offices: (offices: Offices) => offices.map((office) => ({ ...office, phone: '+62 21 1' })),
    });
    expect(await json('office', 'import', phoned)).toMatchObject({ unchanged: 0, slots: 0 });
    expect(await rows()).toEqual(before);
  });

  test('number and letter of an office never change: tokens and queue codes carry them', async () => {
    await open('today');
    const before = await told();
    const other = await files({
      offices: (offices: Offices) => offices.slice(0, 2).map((office, at) => ({ ...office, number: 900 - at })),
      policy: (policy: Record<string, unknown>) => ({
        ...policy,
        channel: { id: 'online', letter: 'B', services: ['new'] },
      }),
    });
    const { code, faults } = await json('office', 'import', other);
    expect(faults).toEqual([
      'banda-aceh: its number is 1 and never changes',
      'banda-aceh: its channel is online with letter A and never changes',
      'langsa: its number is 2 and never changes',
      'langsa: its channel is online with letter A and never changes',
    ]);
    expect(code).toBe(1);
    expect(await told()).toEqual(before);
  });

  test('list finds offices by every word', async () => {
    await open('today');
    expect((await asProcess('office', 'list', 'BANDUNG', 'soekarno')).offices).toMatchObject([
      { id: 'bandung-soekarno-hatta' },
    ]);
    expect((await run('office', 'list', 'medan')).out).toMatch(/^ {3}7 {2}medan +live +Kantor Imigrasi Medan$/m);
  });
});
