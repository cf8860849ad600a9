import { newBookingUuid } from '../dist/booking/codes.js';
import { createWrites } from '../dist/booking/writes.js';
import { connect } from '../dist/db/connect.js';

/**
 * Ways of handing out the earliest seat of one office. Each takes `(office, n)` and answers true, or false when the
 * office is sold out. B0 … C1 are what others do (allocation trials); `ours` is the product's own statement.
 */
const bytes = (n) => Buffer.from(n.toString(16).padStart(32, '0'), 'hex');
const uuid = () => crypto.randomUUID();
/** Ids as the product makes them, ordered by time. */
const bookingId = () => newBookingUuid(new Date());

/** Four indexes: id, idempotency key, seat, person. No limit: the floor of one commit per row. */
const fourIndexes = (name) => `
  create table ${name} (
    office text not null, starts timestamp not null, seat int not null, id uuid primary key, idem uuid not null unique,
    nik bytea not null, status smallint not null default 1, created_at timestamptz not null default now(),
    unique (office, starts, seat));
  create unique index on ${name} (nik) where status = 1;`;

const b0 = {
  name: 'B0 raw insert, four indexes',
  setup: (sql) => sql.unsafe(fourIndexes('b0')),
  reset: (sql) => sql`truncate b0`,
  hold: (sql) => async (office, n) => {
    await sql`insert into b0 (office, starts, seat, id, idem, nik) values (${office}, '2026-12-01 09:00', ${n}, ${uuid()}, ${uuid()}, ${bytes(n)})`;
    return true;
  },
};

const b0l = {
  name: 'B0l raw insert, our table and indexes',
  setup: async () => {},
  reset: () => {},
  hold: (sql, slots) => async (_office, n) => {
    await sql`insert into booking (office_id, booking_id, channel, starts, service, state, party, first_number, hold_until, client, created_at)
      values ('bandung', ${bookingId()}, 'online', ${slots[n % slots.length]}, 'new', 'held', 1, ${n}, now() + interval '10 minutes', ${bytes(n)}, now())`;
    return true;
  },
};

const b1 = {
  name: 'B1 count under an advisory lock',
  setup: async (sql) => {
    await sql.unsafe(fourIndexes('b1'));
    await sql`create index on b1 (office, starts)`;
  },
  reset: (sql) => sql`truncate b1`,
  hold: (sql) => (office, n) =>
    sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtext(${office}))`;
      const [slot] = await tx`
        select s.starts from slot s where s.office_id = ${office} and s.starts > localtimestamp
          and s.capacity > (select count(*) from b1 where b1.office = s.office_id and b1.starts = s.starts) order by s.starts limit 1`;
      if (!slot) return false;
      const [seat] =
        await tx`select count(*)::int + 1 as next from b1 where office = ${office} and starts = ${slot.starts}`;
      await tx`insert into b1 (office, starts, seat, id, idem, nik) values (${office}, ${slot.starts}, ${seat.next}, ${uuid()}, ${uuid()}, ${bytes(n)})`;
      return true;
    }),
};

const b2f = {
  name: 'B2f counter row in one call',
  setup: async (sql) => {
    await sql.unsafe(`${fourIndexes('b2')}
      create table b2_slot (office text, starts timestamp, capacity int not null, taken int not null default 0,
        primary key (office, starts), check (taken <= capacity));
      insert into b2_slot select office_id, starts, capacity from slot where starts > localtimestamp;
      create function b2_hold(o text, i uuid, k uuid, p bytea) returns boolean language plpgsql as $$
      declare s timestamp; seat int;
      begin
        loop
          select starts into s from b2_slot where office = o and taken < capacity order by starts limit 1;
          if s is null then return false; end if;
          update b2_slot set taken = taken + 1 where office = o and starts = s and taken < capacity returning taken into seat;
          exit when found;
        end loop;
        insert into b2 (office, starts, seat, id, idem, nik) values (o, s, seat, i, k, p);
        return true;
      end $$;`);
  },
  reset: async (sql) => {
    await sql`truncate b2`;
    await sql`update b2_slot set taken = 0 where taken > 0`;
    await sql`vacuum b2_slot`;
  },
  hold: (sql) => async (office, n) => {
    const [row] = await sql`select b2_hold(${office}, ${uuid()}, ${uuid()}, ${bytes(n)}) as done`;
    return row.done;
  },
};

const c1 = {
  name: 'C1 seat rows, SKIP LOCKED',
  setup: (sql) =>
    sql.unsafe(`
      create table c1 (office text, starts timestamp, seat int, id uuid, nik bytea, primary key (office, starts, seat));
      create index c1_free on c1 (office, starts, seat) where id is null;
      insert into c1 select office_id, starts, n from slot, generate_series(1, capacity) n where starts > localtimestamp`),
  reset: async (sql) => {
    await sql`update c1 set id = null, nik = null where id is not null`;
    await sql`vacuum c1`;
  },
  hold: (sql) => async (office, n) => {
    const rows = await sql`
      update c1 set id = ${uuid()}, nik = ${bytes(n)} where (office, starts, seat) in (
        select office, starts, seat from c1 where office = ${office} and id is null
        order by starts, seat limit 1 for update skip locked) returning 1`;
    return rows.length > 0;
  },
};

/** The product's own way; `coalesce: false` sends each hold as a statement of its own, as at the edge. */
export const ourHold = (sql, { coalesce }) => {
  const writes = createWrites({ sql, clock: () => new Date(), seatLimit: 1_000_000_000, coalesce, snapshotMs: 1000 });
  return async (office, n) => {
    for (;;) {
      const now = Date.now();
      const { outcome } = await writes.hold({
        office,
        id: bookingId(),
        channel: 'online',
        service: 'new',
        wanted: null,
        open_from: new Date(now).toISOString().slice(0, 16),
        party: 1,
        hold_until: new Date(now + 600_000).toISOString(),
        client: n.toString(16).padStart(32, '0'),
        key: null,
        request: null,
      });
      if (outcome === 'held') return true;
      if (outcome === 'full') return false;
      if (outcome !== 'again') throw new Error(`Unexpected: ${outcome}`);
    }
  };
};

const ours = {
  name: 'ours, coalesced holds',
  setup: async () => {},
  reset: () => {},
  hold: (sql) => ourHold(sql, { coalesce: true }),
};

export const strategies = { b0, b0l, b1, b2f, c1, ours };

/** A pool as each would have it: ours needs few connections, the others one per request under way. */
export const poolOf = (name, url) => connect(url, { max: name === 'ours' ? 4 : 32 });
