import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/fresh-database.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import { type CutProxy, startCutProxy } from './cut-proxy.ts';

let database: FreshDatabase;
let proxy: CutProxy;
let sql: Sql;
beforeAll(async () => {
  database = await freshDatabase();
  proxy = await startCutProxy(Number(new URL(database.url).port));
  const url = new URL(database.url);
  url.port = String(proxy.port);
  sql = connect(url.href, { max: 4 });
});
afterAll(async () => {
  await sql.end({ timeout: 1 });
  await proxy.close();
  await database.drop();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('a wall time is the same on a machine of any time zone', async () => {
  const { TZ } = process.env;
  try {
    for (const zone of ['UTC', 'Asia/Jayapura', 'America/Los_Angeles']) {
      process.env.TZ = zone;
      const [row] = await sql`select ${'2026-12-05T09:00'}::timestamp::text as wall, ${'2026-12-05'}::date::text as day,
        ${new Date('2026-12-05T02:00:00Z')}::timestamptz at time zone 'Asia/Jakarta' = ${'2026-12-05T09:00'} as same`;
      expect(row).toEqual({ wall: '2026-12-05 09:00:00', day: '2026-12-05', same: true });
    }
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
});

test('no statement is forgotten, whenever the connection breaks under it', { timeout: 60_000 }, async () => {
  const open = new Set<number>();
  let [asked, answered, failed, running] = [0, 0, 0, true];
  const ask = async () => {
    while (running) {
      const n = asked++;
      open.add(n);
      await sql`select ${n}::int, pg_sleep(0.002)`.then(
        () => answered++,
        () => failed++,
      );
      open.delete(n);
      // In the very turn in which a connection may be breaking.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const all = Array.from({ length: 8 }, ask);
  for (let cuts = 0; cuts < 60; cuts++) {
    await pause(20 + Math.random() * 60);
    proxy.cut();
  }
  running = false;
  await expect.poll(() => [...open], { timeout: 10_000 }).toEqual([]);
  await Promise.all(all);
  expect(failed).toBeGreaterThan(10);
  expect(answered).toBeGreaterThan(10);
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});

test('a pool that was ended stays ended', async () => {
  const other = connect(database.url, { max: 1 });
  await other`select 1`;
  await other.end();
  await expect(other`select 1`).rejects.toMatchObject({ code: 'CONNECTION_ENDED' });
});
