import { cpus, release } from 'node:os';
import { parseArgs } from 'node:util';
import { findViolations } from '../dist/db/invariants.js';
import { startApi } from './api-process.mjs';
import { openDatabase } from './database.mjs';
import { driverBench, median, sellOutBench } from './driver.mjs';
import { hammer, journeys } from './journeys.mjs';
import { latencyBench } from './latency.mjs';

const help = `Measures how seats are handed out, against what others do, in one run on one server.

  npm run bench [-- --only driver|latency|http] [--rounds 9] [--ms 2000]

  --only     a part: driver (statements alone), latency (a lone client) or http (the whole server)
  --rounds   interleaved rounds of the driver part (default 9)
  --ms       length of a round (default 2000)
  --profile  folder for a CPU profile of the server
`;
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '9' },
    ms: { type: 'string', default: '2000' },
    profile: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.only && !['latency', 'driver', 'http'].includes(values.only)) {
  console.error(`--only ${values.only}: there is driver, latency and http.`);
  process.exit(2);
}
if (values.help) {
  console.log(help);
  process.exit(0);
}
const say = (line) => console.error(`  ${line}`);
const rows = [];
const row = (figure, must, aim, measured, holds) => rows.push([figure, must, aim, measured, holds ? 'yes' : '**no**']);
const spread = (list, digits = 2) =>
  `${median(list).toFixed(digits)} [${Math.min(...list).toFixed(digits)}–${Math.max(...list).toFixed(digits)}]`;

const driver = async (database) => {
  const rounds = Number(values.rounds);
  const results = await driverBench(database, { rounds, ms: Number(values.ms), clients: 64, say });
  const ratio = (name, key) => results.ours.map((one, at) => one[key] / results[name][at][key]);
  const over = { b0: ratio('b0', 'perSecond'), b0l: ratio('b0l', 'perSecond'), b2f: ratio('b2f', 'perSecond') };
  row('hot holds/s over B0', '≥ 1.5', '3', spread(over.b0), median(over.b0) >= 1.5);
  row('hot holds/s over B0l', '≥ 1.0', '1.7', spread(over.b0l), median(over.b0l) >= 1);
  row('hot holds/s over B2f', '≥ 6', '10', spread(over.b2f), median(over.b2f) >= 6);
  row('hot holds/s over B1', '–', '–', spread(ratio('b1', 'perSecond'), 1), true);
  row('hot holds/s over C1', '–', '–', spread(ratio('c1', 'perSecond')), true);
  const cpu = ratio('b0', 'cpuPerHold');
  row('PostgreSQL CPU per hold over B0', '≤ 0.6', '0.35', spread(cpu), median(cpu) <= 0.6);
  row(
    'hot holds/s, absolute',
    '–',
    '–',
    spread(
      results.ours.map((one) => one.perSecond),
      0,
    ),
    true,
  );
  row(
    'B0 inserts/s, absolute',
    '–',
    '–',
    spread(
      results.b0.map((one) => one.perSecond),
      0,
    ),
    true,
  );
  const sold = await sellOutBench(database, { rounds, say });
  const last = sold.ours.map((ms, at) => ms / sold.b2f[at]);
  row('350 seats at 20× demand, last seat, over B2f', '≤ 0.35', '0.2', spread(last), median(last) <= 0.35);
};

const latency = async (database) => {
  const waits = await latencyBench(database, { rounds: Math.max(10, Number(values.rounds)), say });
  const ratio = waits.batched.map((ms, at) => ms / waits.unbatched[at]);
  row('a lone hold, batched over unbatched, time', '≤ 1.10', '–', spread(ratio), median(ratio) <= 1.1);
  row('a lone hold, batched, ms', '–', '–', spread(waits.batched), true);
};

const http = async (database) => {
  await database.reset();
  const offices = (
    await database.sql`
    select o.office_id as id, sum(s.capacity)::int as seats from office o join slot s using (office_id)
    where o.office_id <> 'sabang' group by 1 order by 2 desc`
  ).map((office) => ({ ...office }));
  const api = await startApi(database.url, { profile: values.profile });
  const spreadOver = (count) => (n) => offices[n % count];

  /** Runs a part and gives, besides, the CPU ms of server and database for each of its answers. */
  const costed = async (part, answers) => {
    const [server, postgres] = [api.cpuMs(), database.cpuMs()];
    const result = await part();
    const each = (used) => (used / answers(result)).toFixed(2);
    return { ...result, cpu: `${each(api.cpuMs() - server)} + ${each(database.cpuMs() - postgres)}` };
  };
  const answersOf = ({ perSecond, seconds }) => perSecond * seconds;

  say('whole journeys …');
  const until = performance.now() + 10_000;
  const whole = await costed(
    () => journeys({ port: api.port, clients: 64, officeOf: spreadOver(20), enough: () => performance.now() > until }),
    ({ booked }) => booked,
  );
  const perSecond = whole.booked / whole.seconds;
  row('whole journey over HTTP /s (hold + book)', '≥ 400', '1,000', perSecond.toFixed(0), perSecond >= 400);
  row('… CPU ms each, server + PostgreSQL', '–', '–', whole.cpu, true);

  say('availability …');
  const path = '/v1/offices/bandung/availability?service=new';
  const cached = await costed(
    () => hammer({ port: api.port, clients: 32, ms: 5000, ask: (connection) => connection.ask('GET', path) }),
    answersOf,
  );
  const packed = await costed(
    () =>
      hammer({
        port: api.port,
        clients: 32,
        ms: 5000,
        ask: (connection) => connection.ask('GET', path, { encoding: 'br' }),
      }),
    answersOf,
  );
  let etag;
  const unchanged = async (connection) => {
    const answer = await connection.ask('GET', path, { etag });
    etag = answer.etag ?? etag;
    return answer;
  };
  const same = await costed(() => hammer({ port: api.port, clients: 32, ms: 5000, ask: unchanged }), answersOf);
  row('availability from cache /s, 304', '≥ 5,000', '12,000', same.perSecond.toFixed(0), same.perSecond >= 5000);
  row('… CPU ms each, server + PostgreSQL', '–', '–', same.cpu, true);
  row('availability from cache /s, 200 with the whole body', '–', '–', cached.perSecond.toFixed(0), true);
  row('… CPU ms each, server + PostgreSQL', '–', '–', cached.cpu, true);
  row('availability from cache /s, 200 packed with brotli', '–', '–', packed.perSecond.toFixed(0), true);
  row('… CPU ms each, server + PostgreSQL', '–', '–', packed.cpu, true);

  say('sold-out answers beside journeys …');
  await database.sql`update slot set capacity = taken where office_id = 'bandung' and taken > 0`;
  await database.sql`delete from slot where office_id = 'bandung' and taken = 0`;
  const end = performance.now() + 30_000;
  const [full, beside] = await Promise.all([
    hammer({
      port: api.port,
      clients: 96,
      ms: 30_000,
      ask: (connection) => connection.ask('POST', '/v1/offices/bandung/holds', { body: '{"service":"new"}' }),
    }),
    pacedJourneys(api.port, spreadOver(20), end),
  ]);
  const confirmed = beside.booked / beside.seconds;
  row('sold-out answers/s in 30 s …', '≥ 2,000', '5,000', full.perSecond.toFixed(0), full.perSecond >= 2000);
  row('… in which journeys/s are confirmed', '≥ 200', '–', confirmed.toFixed(0), confirmed >= 200);

  say('57,050 seats of 163 office-days …');
  await database.reset();
  await wholeNation(database, api.port);
  const seen = Object.entries({
    ...whole.errors,
    ...beside.errors,
    ...oddStatuses(full.statuses, [409]),
    ...oddStatuses(cached.statuses, [200]),
    ...oddStatuses(same.statuses, [200, 304]),
  });
  const violations = await findViolations(database.sql);
  const [{ deadlocks }] = await database.sql`select sum(deadlocks)::int as deadlocks from pg_stat_database`;
  row(
    'violations, deadlocks, other errors',
    '0',
    '0',
    `${violations.length}, ${deadlocks}, ${JSON.stringify(Object.fromEntries(seen))}`,
    violations.length + deadlocks + seen.length === 0,
  );
  await api.stop();
};

const oddStatuses = (statuses, expected) =>
  Object.fromEntries(Object.entries(statuses).filter(([status]) => !expected.includes(Number(status))));

/** Journeys at a steady 220 a second, whatever else goes on. */
const pacedJourneys = async (port, officeOf, end) => {
  const began = performance.now();
  let allowed = 0;
  const pace = setInterval(() => {
    allowed = ((performance.now() - began) / 1000) * 240;
  }, 5);
  const result = { booked: 0, full: 0, overloaded: 0, errors: {}, seconds: 0 };
  const lanes = Array.from({ length: 16 }, async () => {
    while (performance.now() < end) {
      if (result.booked >= allowed) {
        await new Promise((resolve) => setTimeout(resolve, 4));
        continue;
      }
      const { booked, errors } = await journeys({
        port,
        clients: 1,
        officeOf,
        enough: (tally) => tally.booked + tally.full >= 5 || performance.now() > end,
      });
      result.booked += booked;
      Object.assign(result.errors, errors);
    }
  });
  await Promise.all(lanes);
  clearInterval(pace);
  return { ...result, seconds: (performance.now() - began) / 1000 };
};

/** 163 office-days of 350 seats: the nation's demand for one day and a half, sold to the last seat. */
const wholeNation = async (database, port) => {
  await database.sql`update slot set capacity = 0`.catch(() => {});
  await database.sql`
    with days as (
      select office_id, starts::date as day, row_number() over (partition by office_id order by starts::date) as nth
      from (select distinct office_id, starts::date as starts from slot where starts > localtimestamp + interval '1 day') d
    ), chosen as (select office_id, day from days order by nth, office_id limit 163)
    update slot s set capacity = 50 from (
      select s.office_id, s.starts, row_number() over (partition by s.office_id, c.day order by s.starts) as nth
      from slot s join chosen c on c.office_id = s.office_id and c.day = s.starts::date
    ) x where s.office_id = x.office_id and s.starts = x.starts and x.nth <= 7`;
  await database.sql`
    update slot s set capacity = capacity + x.missing from (
      select office_id, starts::date as day, max(starts) as last, 350 - sum(capacity) as missing from slot where capacity > 0 group by 1, 2
    ) x where s.office_id = x.office_id and s.starts = x.last`;
  const [{ seats }] = await database.sql`select sum(capacity)::int as seats from slot`;
  const offices = (await database.sql`select office_id as id from slot group by 1 having sum(capacity) > 0`).map(
    ({ id }) => ({ id, sold: false }),
  );
  const open = () => offices.filter((office) => !office.sold);
  let left = open();
  const officeOf = (n) => {
    if (left[n % Math.max(1, left.length)]?.sold) left = open();
    return left.length === 0 ? undefined : left[n % left.length];
  };
  const sale = await journeys({ port, clients: 96, officeOf, enough: (tally) => tally.booked >= seats });
  row(
    `${seats} seats of 163 office-days over HTTP, seconds`,
    '≤ 150',
    '60',
    sale.seconds.toFixed(1),
    sale.booked === seats && sale.seconds <= 150,
  );
};

const database = await openDatabase();
console.log(
  `Node ${process.version}, ${database.settings.version.split(' on ')[0]}, fsync ${database.settings.fsync}, synchronous_commit ${database.settings.commit}`,
);
console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, Linux ${release()}; database, server and load generator share them\n`,
);
try {
  const parts = { latency, driver, http };
  for (const [name, part] of Object.entries(parts)) if ((values.only ?? name) === name) await part(database);
} finally {
  await database.close();
}
console.log('| figure | must | aim | measured: median [range] | holds |\n| --- | --- | --- | --- | --- |');
for (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
