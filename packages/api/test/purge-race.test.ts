import { expect, test } from 'vitest';
import { uuidOf } from '../src/booking/codes.ts';
import { createNikHashes } from '../src/booking/nik-hashes.ts';
import { bookHolds } from '../src/booking/queries/book-holds.ts';
import { purgePersonalData } from '../src/booking/queries/purge.ts';
import { readConfig } from '../src/config.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import { draft, person } from './people.ts';
import { openTestOffice } from './test-office.ts';

test('a claim that is taken over while the old one is forgotten stays', async () => {
  const office = await openTestOffice();
  const bandung = { office: 'bandung' };
  const visit = draft([person(1)]);
  const first = await office.antrean.holdSlot({ ...bandung, service: 'new', slot: '2026-11-24T09:00' });
  await office.antrean.bookHold({ ...bandung, token: first.token, ...visit });

  office.setClock('2026-11-30T09:00');
  const { id } = await office.antrean.holdSlot({ ...bandung, service: 'new', slot: '2026-12-01T09:00' });
  const nikHashes = await createNikHashes(readConfig(office.env).NIK_KEY);
  const people = await Promise.all(
    visit.applicants.map(async ({ nik }) => ({ ...(await nikHashes(nik)), passport_type: null })),
  );
  const request = {
    ...bandung,
    id: uuidOf(id),
    code: 'ABCDEFGH',
    personal: '00',
    privacy_version: 'x',
    guardian: false,
  };
  const other = connect(office.env.DATABASE_URL ?? '', { max: 1 });
  let purged: Promise<unknown> = Promise.resolve();
  await other.begin(async (booking) => {
    const [done] = await bookHolds(booking as unknown as Sql, [{ ...request, people }], office.now());
    expect(done?.outcome).toBe('booked');
    purged = purgePersonalData(office.sql, office.now());
    // Not committed before the purge waits for the row that is being taken over.
    const waits = () =>
      office.sql`select from pg_stat_activity where wait_event_type = 'Lock' and query like '%nik_claim%'`;
    await expect.poll(async () => (await waits()).length, { timeout: 10_000 }).toBeGreaterThan(0);
  });
  await purged;

  const second = await office.antrean.holdSlot({ ...bandung, service: 'new', slot: '2026-12-02T09:00' });
  const again = office.antrean.bookHold({ ...bandung, token: second.token, ...visit });
  await expect(again).rejects.toMatchObject({ code: 'NIK_ALREADY_BOOKED' });
  await other.end();
  await office.close();
});
