import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const days = async (at: string, from: string, count = 1, party = 1) =>
  (await office.antrean.readAvailability({ office: at, service: 'new', from, days: count, party })).days;

describe('a day', () => {
  test('of Bandung has 330 seats, of its service unit 120, of Palembang 200, of Malang 175', async () => {
    for (const [id, seats] of Object.entries({
      bandung: 330,
      'bandung-soekarno-hatta': 120,
      palembang: 200,
      malang: 175,
    })) {
      const week = await days(id, '2026-11-30', 5);
      expect(
        week.map(({ remaining }) => remaining),
        id,
      ).toEqual(Array(5).fill(seats));
    }
  });

  test('says why it is empty', async () => {
    const [saturday] = await days('bandung', '2026-11-28');
    expect(saturday).toMatchObject({ status: 'closed', reason: 'weekend' });
    const [christmas] = await days('bandung', '2026-12-25');
    expect(christmas?.status).toBe('holiday');
    expect(christmas?.reason).toBe('Kelahiran Yesus Kristus');
    const [later] = await days('bandung', '2026-12-28');
    expect(later).toMatchObject({ status: 'not-released', releasesAt: '2026-11-28T08:00:00+07:00' });
    const [far] = await days('bandung', '2027-02-22');
    expect(far).toMatchObject({ status: 'not-released', releasesAt: '2027-01-23T08:00:00+07:00' });
    const [yesterday] = await days('bandung', '2026-11-20');
    expect(yesterday).toMatchObject({ status: 'closed', reason: 'past' });
    office.setClock('2026-11-23T15:30:00');
    expect((await days('bandung', '2026-11-23'))[0]).toMatchObject({ status: 'closed', reason: 'too-late' });
    office.setClock('2026-11-23T09:00:00');
  });

  test('opens at its hour by the clock', async () => {
    office.setClock('2026-11-28T07:59:59');
    expect((await days('bandung', '2026-12-28'))[0]?.status).toBe('not-released');
    office.setClock('2026-11-28T08:00:00');
    expect((await days('bandung', '2026-12-28'))[0]?.status).toBe('open');
    office.setClock('2026-11-23T09:00:00');
  });

  test('is told in the office’s own time', async () => {
    const [merauke] = await days('merauke', '2026-11-30');
    expect(merauke?.slots[0]).toMatchObject({ slot: '2026-11-30T08:00', startsAt: '2026-11-30T08:00:00+09:00' });
  });
});

test('a renewal that is held is one place fewer for a new passport', async () => {
  const before = (await days('bandung', '2026-12-01'))[0]?.remaining ?? 0;
  await office.antrean.holdSlot({ office: 'bandung', service: 'renewal', slot: '2026-12-01T09:00', party: 2 });
  expect((await days('bandung', '2026-12-01'))[0]?.remaining).toBe(before - 2);
});

test('an office with nothing left names the nearest ones with room and its next release', async () => {
  await office.sql`update slot set taken = capacity where office_id = 'bandung'`;
  const answer = await office.antrean.readAvailability({ office: 'bandung', service: 'new', days: 5 });
  expect(answer.earliest).toBeNull();
  expect(answer.nextReleaseAt).toBe('2026-11-28T08:00:00+07:00'); // 24 to 27 December are closed
  expect(answer.elsewhere.map(({ officeId }) => officeId)[0]).toBe('bandung-soekarno-hatta');
  expect(answer.elsewhere).toHaveLength(3);
  expect(answer.days[0]?.status).toBe('full');
  await office.sql`update slot set taken = 0 where office_id = 'bandung'`;
});

describe('caching', () => {
  const read = (headers: Record<string, string> = {}) => office.ask('/v1/offices/malang/availability', { headers });

  test('a weak ETag leaves out the second of asking; 304 while no seat changed', async () => {
    const first = await read();
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]+"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=1, stale-while-revalidate=5');
    office.setClock('2026-11-23T09:00:07');
    const second = await read({ 'if-none-match': etag });
    expect([second.status, await second.text()]).toEqual([304, '']);
    await office.antrean.holdSlot({ office: 'malang', service: 'new' });
    expect((await read({ 'if-none-match': etag })).status).toBe(200);
    office.setClock('2026-11-23T09:00:00');
  });

  test('one answer costs one query', async () => {
    await read();
    const before = await queries();
    await read();
    expect((await queries()) - before).toBe(1);
  });

  const queries = async () => office.queries();
});

test('a thousand readers within a second cost one query, and none sees an answer older than that', async () => {
  let ms = Math.round(performance.now());
  const elapsed = vi.spyOn(performance, 'now').mockImplementation(() => ms);
  const busy = await openTestOffice({}, 1000);
  const read = () => busy.ask('/v1/offices/malang/availability?days=7');
  await read();
  ms += 1000;
  const before = busy.queries();
  const answers = await Promise.all(Array.from({ length: 1000 }, read));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  expect(busy.queries() - before).toBe(1);
  await busy.antrean.holdSlot({ office: 'malang', service: 'new', party: 5 });
  const taken = busy.queries();
  const remaining = async () =>
    ((await (await read()).json()) as { earliest: { remaining: number } }).earliest.remaining;
  ms += 999;
  expect([await remaining(), busy.queries() - taken]).toEqual([25, 0]);
  ms += 1;
  expect([await remaining(), busy.queries() - taken]).toEqual([20, 1]);
  elapsed.mockRestore();
  await busy.close();
});

describe('the list of offices', () => {
  const ids = async (query: Parameters<TestOffice['antrean']['listOffices']>[0]) =>
    (await office.antrean.listOffices(query)).offices.map(({ id }) => id);

  test('has every office once', async () => {
    const all = await ids({});
    expect(all).toHaveLength(124);
    expect(new Set(all).size).toBe(124);
  });
  test('is searched by name, city and province, in any case', async () => {
    expect(await ids({ q: 'SOEKARNO hatta' })).toEqual(['soekarnohatta', 'bandung-soekarno-hatta']);
    expect(await ids({ q: 'kota bandung' })).toContain('bandung');
    expect(await ids({ q: "'; drop table office; --" })).toEqual([]);
  });
  test('is nearest first with a place', async () => {
    expect((await ids({ near: '-6.9,107.6' })).slice(0, 2).sort()).toEqual(['bandung', 'bandung-soekarno-hatta']);
  });
  test('is narrowed to ids', async () => {
    expect((await ids({ ids: 'malang,bandung' })).sort()).toEqual(['bandung', 'malang']);
  });
});
