import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdSlot } from '../src/booking/holds.ts';
import { readConfig } from '../src/config.ts';
import { connect } from '../src/db/connect.ts';
import type { Deps } from '../src/deps.ts';
import { importKeys, tieDeps } from '../src/make-deps.ts';
import { expectInvariants } from './invariants.ts';
import { openTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const people = 60;

/** As at the edge: nobody knows of anybody else. Answers the slot, and how often it was tried. */
const holdAlone = async (
  keys: Awaited<ReturnType<typeof importKeys>>,
  n: number,
  wish: Parameters<typeof holdSlot>[2] = { service: 'new', party: 1 },
  seatLimit = '1000',
) => {
  const config = readConfig({ ...office.env, OPEN_HOLD_SEATS_PER_CLIENT: seatLimit });
  const sql = connect(config.DATABASE_URL, { max: 1, pooler: 'transaction' });
  const clock = office.now;
  const tied = tieDeps(
    { config, publicUrl: 'http://antrean.test', sql, clock, log: () => {}, peerAddress: () => '', coalesce: false },
    keys,
  );
  let tries = 0;
  const hold: Deps['writes']['hold'] = (wish) => {
    tries += 1;
    return tied.writes.hold(wish);
  };
  const client = new Uint8Array(16).fill(n);
  try {
    const held = await holdSlot({ ...tied, writes: { ...tied.writes, hold } }, 'bandung', wish, client, undefined);
    return { tries, slot: held.slot.slot };
  } finally {
    await sql.end();
  }
};

/** With a guess from what was read a moment before, as batches make it, it took up to 29 tries. */
test.each([1, 2, 5, 25])(
  'sixty who want the earliest at once, %i seats a slot: each sits at once, and in the first slots',
  async (seats) => {
    await office.sql`delete from booking`;
    await office.sql`update slot set taken = 0, issued = 0, capacity = ${seats} where office_id = 'bandung'`;
    const keys = await importKeys(readConfig(office.env), office.now);
    const held = await Promise.all(Array.from({ length: people }, (_, n) => holdAlone(keys, n)));
    const open = await office.sql<{ starts: string }[]>`
    select to_char(starts, 'YYYY-MM-DD"T"HH24:MI') as starts from slot
    where office_id = 'bandung' and channel = 'online' and starts > '2026-11-23T09:30' order by starts`;
    const first = open.slice(0, Math.ceil(people / seats)).map(({ starts }) => starts);
    expect([...new Set(held.map(({ slot }) => slot))].sort()).toEqual(first);
    expect(Math.max(...held.map(({ tries }) => tries))).toBeLessThanOrEqual(2);
    await expectInvariants(office.sql);
  },
);

test('sixty for the last forty seats: forty sit, twenty are told that it is full', async () => {
  await office.sql`delete from booking`;
  await office.sql`update slot set taken = 0, issued = 0, capacity = 5 where office_id = 'bandung'`;
  await office.sql`
    delete from slot where office_id = 'bandung' and starts not in (
      select starts from slot where office_id = 'bandung' and channel = 'online' and starts > '2026-11-23T09:30' order by starts limit 8)`;
  const keys = await importKeys(readConfig(office.env), office.now);
  const answers = await Promise.allSettled(Array.from({ length: people }, (_, n) => holdAlone(keys, n)));
  const codes = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
  expect(codes).toEqual(Array.from({ length: 20 }, () => 'SLOT_FULL'));
  await expectInvariants(office.sql);
  // A hold that ran out is room, wherever it is.
  const [third] = await office.sql<{ starts: string }[]>`
    update booking set hold_until = ${new Date(office.now().getTime() - 1000)}
    where booking_id = (select booking_id from booking order by starts offset 12 limit 1)
    returning to_char(starts, 'YYYY-MM-DD"T"HH24:MI') as starts`;
  expect(await holdAlone(keys, people)).toEqual({ tries: 1, slot: third?.starts });
  await expectInvariants(office.sql);
});

test.each(['the earliest', 'a chosen slot'])(
  'forty holds of five seats at once by one client with a limit of twenty, of %s: four sit',
  async (which) => {
    await office.sql`delete from booking`;
    await office.sql`update slot set taken = 0, issued = 0, capacity = 500 where office_id = 'bandung'`;
    const keys = await importKeys(readConfig(office.env), office.now);
    const [last] = await office.sql<{ slot: string }[]>`
      select to_char(max(starts), 'YYYY-MM-DD"T"HH24:MI') as slot from slot
      where office_id = 'bandung' and releases_at <= ${office.now()}`;
    const wish = { service: 'new' as const, party: 5, ...(which === 'a chosen slot' && last) };
    const answers = await Promise.allSettled(Array.from({ length: 40 }, () => holdAlone(keys, 1, wish, '20')));
    const codes = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
    expect(codes).toEqual(Array.from({ length: 36 }, () => 'RATE_LIMITED'));
    expect(await office.sql`select sum(party)::int as seats from booking where state = 'held'`).toEqual([
      { seats: 20 },
    ]);
    await expectInvariants(office.sql);
  },
);
