import { poolOf, strategies } from './strategies.mjs';

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/**
 * One round: `clients` take the earliest seat of one office until `ms` are over; when it is sold out they go to the
 * next. Gives holds per second and the database's CPU ms per hold.
 */
const hotRound = async (database, name, offices, ms, clients) => {
  const sql = poolOf(name, database.url);
  const slots = (
    await database.sql`select to_char(starts, 'YYYY-MM-DD"T"HH24:MI') as s from slot where office_id = 'bandung'`
  ).map(({ s }) => s);
  const hold = strategies[name].hold(sql, slots);
  await hold(offices[0], 0);
  let [n, done, at] = [1, 0, 0];
  const until = performance.now() + ms;
  const cpu = database.cpuMs();
  const began = performance.now();
  const client = async () => {
    while (performance.now() < until) {
      const mine = at;
      if (await hold(offices[mine], n++)) done++;
      else if (mine === at) at = Math.min(at + 1, offices.length - 1);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - began) / 1000;
  const used = database.cpuMs() - cpu;
  await sql.end();
  return { perSecond: done / seconds, cpuPerHold: used / done };
};

/** 350 seats at 20 times the demand: milliseconds until the last seat is sold. */
const sellOutRound = async (database, name, office) => {
  const sql = poolOf(name, database.url);
  const [{ left }] = await database.sql`select count(*)::int as left from slot where office_id = ${office}`;
  if (left === 0) throw new Error(`${office} has no slots`);
  const hold = strategies[name].hold(sql, []);
  let [sold, asked, last] = [0, 0, 0];
  const began = performance.now();
  const client = async () => {
    while (asked < 7000) {
      asked++;
      if (await hold(office, 10_000_000 + asked)) {
        sold++;
        last = performance.now() - began;
      }
    }
  };
  await Promise.all(Array.from({ length: 256 }, client));
  await sql.end();
  if (sold !== 350) throw new Error(`${name} sold ${sold} of 350 seats`);
  return last;
};

const resetAll = async (database) => {
  for (const { reset } of Object.values(strategies)) await reset(database.sql);
  await database.reset();
};

/** Interleaved rounds of every strategy, so that a slow minute of the machine hits all of them. */
export const driverBench = async (database, { rounds, ms, clients, say }) => {
  const names = Object.keys(strategies);
  for (const name of names) await strategies[name].setup(database.sql);
  const offices = (
    await database.sql`select office_id from office where office_id <> 'sabang' order by number limit 100`
  ).map((row) => row.office_id);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    // Each round begins with another one, and each with a checkpoint: nobody always runs in another's wake.
    const order = names.map((_, at) => names[(at + round) % names.length]);
    for (const name of order) {
      await resetAll(database);
      await database.sql`checkpoint`;
      results[name].push(await hotRound(database, name, offices, ms, clients));
      say(
        `round ${round}/${rounds} ${strategies[name].name}: ${Math.round(results[name].at(-1).perSecond)}/s, ${results[name].at(-1).cpuPerHold.toFixed(3)} ms CPU`,
      );
    }
  }
  return results;
};

export const sellOutBench = async (database, { rounds, say }) => {
  // One day of 350 seats and nothing else.
  const sold = { b2f: [], ours: [] };
  const day = `starts::date = (select min(starts::date) from slot where office_id = 'sabang' and starts > localtimestamp + interval '1 day')`;
  await database.sql.unsafe(`delete from slot where office_id = 'sabang' and not (${day})`);
  await database.sql`update slot set capacity = 350 / (select count(*) from slot where office_id = 'sabang') where office_id = 'sabang'`;
  await database.sql`update slot set capacity = capacity + 350 - (select sum(capacity) from slot where office_id = 'sabang')
    where office_id = 'sabang' and starts = (select max(starts) from slot where office_id = 'sabang')`;
  await database.sql`delete from b2_slot where office = 'sabang'`;
  await database.sql`insert into b2_slot select office_id, starts, capacity from slot where office_id = 'sabang'`;
  for (let round = 1; round <= rounds; round++) {
    for (const name of Object.keys(sold)) {
      await resetAll(database);
      sold[name].push(await sellOutRound(database, name, 'sabang'));
      say(`round ${round}/${rounds} 350 seats, 7,000 requests, ${name}: ${Math.round(sold[name].at(-1))} ms`);
    }
  }
  return sold;
};
