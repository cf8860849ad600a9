import { afterAll, beforeAll, expect, test } from 'vitest';
import { monday } from '../../../test/setup/contents.ts';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/fresh-database.ts';
import { type HoldRequest, holdSeats } from '../src/booking/queries/hold-seats.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import { expectInvariants } from './invariants.ts';

/**
 * The control of every race test: the same statement, the same rush, once as it is and once with the guard taken out.
 * If the second did not oversell, the first would prove nothing.
 */
let database: FreshDatabase;
let sql: Sql;
beforeAll(async () => {
  database = await freshDatabase('monday');
  sql = connect(database.url, { max: 24 });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

/** The statement without its row lock. */
const withoutLock = (guarded: Sql): Sql => {
  const strip = (strings: TemplateStringsArray, ...values: never[]) => {
    const bare = strings.map((part) => part.replace('for no key update', ''));
    if (bare.join('') === strings.join('') && strings.join('').includes('for no key update'))
      throw new Error('Nothing was taken out');
    return guarded(Object.assign(bare, { raw: bare }) as unknown as TemplateStringsArray, ...values);
  };
  return strip as unknown as Sql;
};

const rush = async (door: Sql, slot: string, requests: number): Promise<number> => {
  const request = (n: number): HoldRequest => ({
    office: 'bandung',
    id: crypto.randomUUID(),
    channel: 'online',
    service: n % 2 ? 'new' : 'renewal',
    wanted: slot,
    party: 1,
    hold_until: '2026-11-23T02:10:00Z',
    client: n.toString(16).padStart(4, '0'),
    key: null,
    request: null,
  });
  const outcomes = await Promise.all(
    Array.from({ length: requests }, (_, n) => holdSeats(door, [request(n)], monday, 1000)),
  );
  return outcomes.flat().filter(({ outcome }) => outcome === 'held').length;
};

test('a rush of 400 for 50 seats sells 50', async () => {
  expect(await rush(sql, '2026-11-24T09:00', 400)).toBe(50);
  await expectInvariants(sql);
});

test('without the lock the check constraint still lets nobody in beyond the last seat', async () => {
  const sold = await rush(withoutLock(sql), '2026-11-24T10:00', 60).catch(
    (error: { constraint_name?: string }) => error.constraint_name,
  );
  const [slot] =
    await sql`select taken, capacity from slot where office_id = 'bandung' and channel = 'online' and starts = '2026-11-24T10:00'`;
  expect(slot?.taken).toBeLessThanOrEqual(50);
  expect([sold, 'slot_never_oversold']).toContain(sold);
});

test('with lock and constraint taken out the same rush oversells: the control bites', async () => {
  await sql`alter table slot drop constraint slot_never_oversold`;
  let sold = 0;
  for (let round = 0; round < 5 && sold <= 50; round++) {
    sold = await rush(withoutLock(sql), `2026-11-${25 + (round % 3)}T${['09', '10'][round % 2]}:00`, 400);
  }
  expect(sold).toBeGreaterThan(50);
});
