import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../../test/setup/fresh-database.ts';
import { connect } from '../src/db/connect.ts';
import { runCli, tell } from './cli-process.ts';

test('migrate and seed make an empty database ready, and do nothing the second time', async () => {
  const bare = await freshDatabase();
  const at = connect(bare.url, { max: 1 });
  await at.unsafe('drop schema public cascade; create schema public');
  const on = (...args: string[]) => runCli(tmpdir(), args, { DATABASE_URL: bare.url });
  expect(await on('seed')).toMatchObject({ code: 2, err: expect.stringContaining('paspor-antrean migrate') });
  expect((await on('migrate')).out).toContain('Applied 000001_offices_slots_and_bookings.sql');
  expect(await on('migrate')).toMatchObject({ code: 0, out: 'The tables are those of this release already.\n' });
  expect(await on('seed')).toMatchObject({ code: 0, out: expect.stringMatching(/^124 offices, \d+ slots\.$/m) });
  expect(await on('seed')).toMatchObject({ code: 1, out: 'There are offices already; nothing was changed.\n' });
  await at.end();
  await bare.drop();
});

test('release makes what is missing, once, and says what opens next', async () => {
  const database = await freshDatabase();
  const sql = connect(database.url, { max: 1 });
  const run = (...args: string[]) => runCli(tmpdir(), args, { DATABASE_URL: database.url });
  const json = (...args: string[]) => tell(tmpdir(), args, { DATABASE_URL: database.url });
  await run('seed');
  await sql`delete from slot where office_id in ('bandung', 'medan')`;
  const planned = await json('release', 'bandung', '--dry-run');
  expect(planned).toMatchObject({ code: 0, made: [{ office: 'bandung', from: expect.any(String) }] });
  expect(await sql`select 1 from slot where office_id = 'bandung'`).toHaveLength(0);
  const made = await json('release', 'bandung');
  expect(made).toEqual({ ...planned, dryRun: false });
  const [{ slots, seats }] = made.made as [{ slots: number; seats: number }];
  expect(
    await sql`select count(*)::int as slots, sum(capacity)::int as seats from slot where office_id = 'bandung'`,
  ).toEqual([{ slots, seats }]);
  expect(made.releases).toMatchObject([{ office: 'bandung', opensAt: expect.stringMatching(/T08:00:00\+07:00$/) }]);
  expect((await json('release', 'bandung')).made).toEqual([]);
  expect((await json('release', 'bandung', '--ahead', '60')).made).toHaveLength(1);
  expect((await json('release')).made).toMatchObject([{ office: 'medan' }]);
  expect(await run('release', 'nowhere')).toMatchObject({ code: 2, err: expect.stringContaining('nowhere') });
  await sql.end();
  await database.drop();
});
