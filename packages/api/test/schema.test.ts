import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidOf } from '../src/booking/codes.ts';
import { bookHolds } from '../src/booking/queries/book-holds.ts';
import { cancelApplicants, moveBookings } from '../src/booking/queries/change-bookings.ts';
import { findPlaces } from '../src/booking/queries/find-places.ts';
import { holdSeats } from '../src/booking/queries/hold-seats.ts';
import type { Sql } from '../src/db/connect.ts';
import { openTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

/**
 * What need not start with the office: the claim, which is of a person; the list of offices and of migrations, which
 * every shard has whole.
 */
const elsewhere = ['nik_claim_pkey', 'office_number_key', 'migration_pkey', 'booking_client'];

test('every key of every table starts with the office, so that an office is a shard', async () => {
  const keys = await office.sql<{ name: string; first: string }[]>`
    select i.indexrelid::regclass::text as name, a.attname as first
    from pg_index i join pg_class t on t.oid = i.indrelid join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
    where t.relnamespace = 'public'::regnamespace`;
  expect(keys.length).toBeGreaterThan(10);
  const others = keys.filter(({ first }) => first !== 'office_id').map(({ name }) => name);
  expect(others.sort()).toEqual(elsewhere.sort());
});

describe('at a million bookings', () => {
  beforeAll(async () => {
    const { sql } = office;
    // In the order of time and of the offices, as bookings come, and without a look at what they refer to: with random
    // keys and in random order it takes four times as long. A hundred days of slots: whoever has a million bookings
    // has their slots too.
    await sql.unsafe(`
      set statement_timeout = 0;
      set session_replication_role = replica;
      insert into slot (office_id, channel, starts, minutes, capacity, releases_at)
      select o.office_id, 'online', '2025-01-01'::timestamp + make_interval(days => d, hours => h), 60, 50, now()
      from office o, generate_series(0, 100) d, generate_series(0, 7) h order by 1, 3;
      insert into booking (office_id, booking_id, channel, starts, service, state, party, first_number, hold_until, code, people, claims, created_at, booked_at)
      select o.office_id, lpad(to_hex(n), 32, '0')::uuid, 'online', '2025-01-01'::timestamp + make_interval(days => n / 100, hours => n % 8), 'new', 'booked',
        1, n, now(), lpad(n::text, 8, '0'), 1, 1, now(), now()
      from (select office_id from office order by number limit 100) o, generate_series(1, 10000) n order by n, 1;
      insert into applicant (office_id, booking_id, position, channel, starts, number, nik_hash, status)
      select office_id, booking_id, 0, channel, starts, first_number, decode(md5(office_id || booking_id), 'hex'), 'booked' from booking limit 200000;
      insert into nik_claim select nik_hash, starts, office_id, booking_id, now() from applicant order by 1;
      reset session_replication_role;
      reset statement_timeout`);
    await sql`
      insert into booking (office_id, booking_id, channel, starts, service, state, party, first_number, hold_until, client, created_at)
      select 'bandung', gen_random_uuid(), 'online', '2026-12-01 09:00', 'new', 'held', 1, n, '2026-11-23T02:10:00Z', decode(md5(n::text), 'hex'), now()
      from generate_series(1, 5000) n`;
    await sql`analyze`;
  }, 400_000);

  /** The plan of a statement as our own code sends it, under the same plan settings. */
  const planOf = async (ask: (sql: Sql) => Promise<unknown>): Promise<string> => {
    let plan = '';
    const door = (first: unknown, ...values: never[]) => {
      const sql = office.sql as unknown as (strings: unknown, ...values: unknown[]) => unknown;
      const strings = first as string[] & { raw?: string[] };
      if (
        !strings.raw ||
        !/^\s*(with|select|update)\b/.test(strings[0] ?? '') ||
        (strings[0] ?? '').includes('b.booking_id as id, b.channel')
      ) {
        return sql(first, ...values);
      }
      const explained = [`explain (costs off) ${strings[0]}`, ...strings.slice(1)];
      const asked = sql(Object.assign(explained, { raw: explained }), ...values) as Promise<{ 'QUERY PLAN': string }[]>;
      return asked.then((rows) => {
        plan = rows.map((row) => row['QUERY PLAN']).join('\n');
        return [];
      });
    };
    await ask(door as unknown as Sql);
    return plan;
  };

  const id = uuidOf('AZq1m3x8fUqL0pWn2Vb7Hg');
  const now = new Date('2026-11-23T02:00:00Z');
  const hold = {
    office: 'bandung',
    id,
    channel: 'online',
    service: 'new',
    wanted: '2026-12-01T09:00',
    party: 1,
    hold_until: now.toISOString(),
    client: '00',
    key: '00',
    request: '00',
  };
  const hot: Record<string, [(sql: Sql) => Promise<unknown>, string[]]> = {
    hold: [
      (sql) => holdSeats(sql, [hold], now, 20),
      ['booking_hold_key', 'booking_held', 'booking_client', 'slot_pkey'],
    ],
    'hold of the earliest, alone': [
      (sql) => holdSeats(sql, [{ ...hold, wanted: null }], now, 20, false, '2026-11-23T09:00'),
      ['booking_hold_key', 'booking_held', 'booking_client', 'slot_pkey'],
    ],
    places: [
      (sql) =>
        findPlaces(
          sql,
          [{ office: 'bandung', channel: 'online', party: 1, open_from: '2026-11-23T09:00', most: 16 }],
          now,
        ),
      ['booking_held', 'slot_pkey'],
    ],
    book: [
      (sql) =>
        bookHolds(
          sql,
          [
            {
              office: 'bandung',
              id,
              code: 'X',
              personal: '00',
              privacy_version: 'x',
              guardian: false,
              people: [{ nik_hash: '00', nik_hash_before: null, passport_type: null }],
            },
          ],
          now,
        ),
      ['booking_pkey', 'nik_claim_pkey', 'slot_pkey'],
    ],
    move: [
      (sql) =>
        moveBookings(
          sql,
          [{ office: 'bandung', id, version: 1, target: '2026-12-01T09:00', claim_until: now.toISOString() }],
          now,
        ),
      ['booking_pkey', 'applicant_pkey', 'nik_claim_pkey', 'slot_pkey', 'booking_held'],
    ],
    cancel: [
      (sql) => cancelApplicants(sql, [{ office: 'bandung', id, version: 1, number: null }], now),
      ['booking_pkey', 'applicant_pkey', 'nik_claim_pkey', 'slot_pkey'],
    ],
  };

  const plans: Record<string, string> = {};

  test.each(Object.entries(hot))(
    '%s reads no table from end to end and uses its own indexes',
    async (name, [ask, indexes]) => {
      const plan = await planOf(ask);
      plans[name] = plan;
      expect(plan).not.toMatch(/Seq Scan on (booking|applicant|nik_claim|slot)\b/);
      for (const index of indexes) expect(plan).toContain(index);
    },
  );

  /** `WRITE_PLANS=1` writes the page anew. Plans change with PostgreSQL's version; the indexes they use may not. */
  test('docs/plans.md shows the plan of each of them, with the same accesses', async () => {
    const page = new URL('../../../docs/plans.md', import.meta.url);
    if (process.env.WRITE_PLANS) await writeFile(page, planPage(plans));
    const kept = await readFile(page, 'utf8');
    for (const [name, plan] of Object.entries(plans)) {
      const [, section = ''] = kept.split(`## ${name}\n`);
      expect(accesses(section.split('\n## ')[0] ?? ''), name).toEqual(accesses(plan));
    }
  });

  test('a look-up by code reads one index entry', async () => {
    const [row] = await office.sql`select code from booking where office_id = 'bandung' and code is not null limit 1`;
    const [plan] =
      await office.sql`explain (format json) select 1 from booking b where b.office_id = 'bandung' and b.code = ${row?.code} and b.state = 'booked'`;
    expect(JSON.stringify(plan)).toContain('booking_code');
  });
});

/** Which index a plan reads which table by. */
const accesses = (plan: string): string[] =>
  [...new Set([...plan.matchAll(/Index (?:Only )?Scan using \w+ on \w+/g)].map(([access]) => access))].sort();

const planPage = (plans: Record<string, string>): string => `# Plans of the hot statements

What PostgreSQL 18 makes of each at a million bookings, with the settings of our own sessions (one generic plan, no JIT).
\`packages/api/test/schema.test.ts\` fills such a database, asserts that no table is read from end to end, that each
statement uses the indexes it is meant to, and that this page still tells the truth about them.
\`WRITE_PLANS=1 npx vitest run packages/api/test/schema.test.ts\` writes it anew.
${Object.entries(plans)
  .map(
    ([name, plan]) =>
      `\n## ${name}\n\n\`\`\`text\n${plan.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00/g, '…')}\n\`\`\`\n`,
  )
  .join('')}`;
