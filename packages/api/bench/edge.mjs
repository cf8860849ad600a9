import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LinearRouter } from 'hono/router/linear-router';
import { Miniflare } from 'miniflare';
import { buildWorker } from '../../../scripts/setup/worker.mjs';
import { createApp } from '../dist/app.js';
import { readConfig } from '../dist/config.js';
import { connect } from '../dist/db/connect.js';
import { startLocal } from '../dist/local.js';
import { importKeys, tieDeps } from '../dist/make-deps.js';
import { prepare } from '../dist/start.js';

const rounds = 8;
const publicUrl = 'http://antrean.test';
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
const ms = (time) => `${time.toFixed(1).padStart(8)} ms`;
const say = (what, time) => console.log(`${what.padEnd(58)}${ms(time)}`);
const timed = async (work) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

const folder = await mkdtemp(join(tmpdir(), 'antrean-bench-edge-'));
const local = await startLocal(folder, () => {});
const { DATABASE_URL, ...secrets } = local.settings;
const sql = connect(DATABASE_URL, { max: 2 });
await prepare(sql, () => {});
const script = await readFile(await buildWorker(join(folder, 'worker')), 'utf8');
const bindings = { ...secrets, PUBLIC_URL: publicUrl, LOG_LEVEL: 'silent', OPEN_HOLD_SEATS_PER_CLIENT: '100000' };

const open = async (contents, way) => {
  const database =
    way === 'direct'
      ? { bindings: { ...bindings, DATABASE_URL } }
      : { bindings, hyperdrives: { HYPERDRIVE: DATABASE_URL } };
  const workerd = new Miniflare({
    modules: [{ type: 'ESModule', path: 'worker.mjs', contents }],
    compatibilityDate: '2026-04-01',
    compatibilityFlags: ['nodejs_compat'],
    cf: false,
    telemetry: { enabled: false },
    ...database,
  });
  await workerd.ready;
  return workerd;
};
const ask = async (workerd, path, init) => {
  const answer = await workerd.dispatchFetch(publicUrl + path, init);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  await answer.arrayBuffer();
};
const wish = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"service":"new"}' };

/** From nothing to the first answer, in a workerd of its own each time. */
const coldly = async (contents, path) => {
  const [up, first] = [[], []];
  for (let round = 0; round < rounds; round++) {
    let workerd;
    up.push(await timed(async () => (workerd = await open(contents, 'hyperdrive'))));
    first.push(await timed(() => ask(workerd, path)));
    await workerd.dispose();
  }
  return { up: median(up), first: median(first) };
};

console.log(`Medians of ${rounds} starts of workerd, on this machine\n`);
const empty = await coldly('export default { fetch: () => new Response("ok") };', '/');
const ours = await coldly(script, '/healthz');
const reading = await coldly(script, '/v1/offices/bandung');
say('an empty worker: up, and its first answer', empty.up + empty.first);
say('ours: up, keys imported, first answer without a database', ours.up + ours.first);
say('→ what our code adds to a cold start', ours.up + ours.first - empty.up - empty.first);
say('ours: up, first answer from the database', reading.up + reading.first);

for (const way of ['hyperdrive', 'direct']) {
  const workerd = await open(script, way);
  const warmly = async (path, init) => {
    const times = [];
    for (let round = 0; round < 60; round++) times.push(await timed(() => ask(workerd, path, init)));
    return median(times);
  };
  console.log(`\nMedians of 60 answers, one after another, ${way}`);
  say('/healthz: no database', await warmly('/healthz'));
  say('/v1/offices/bandung: one statement', await warmly('/v1/offices/bandung'));
  say('/v1/offices/bandung/availability: mostly the cache', await warmly('/v1/offices/bandung/availability'));
  say('POST /v1/offices/bandung/holds', await warmly('/v1/offices/bandung/holds', wish));
  let most = 0;
  let isOver = false;
  const crowd = Promise.all(Array.from({ length: 40 }, () => ask(workerd, '/v1/offices/bandung/holds', wish)));
  void crowd.then(() => (isOver = true));
  while (!isOver) {
    const [{ count }] = await sql`
      select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    most = Math.max(most, count - 1);
  }
  console.log(`${'most connections at once, of 40 holds at once'.padEnd(58)}${String(most).padStart(8)}`);
  await workerd.dispose();
}

console.log('\nPutting the app together for one request, in Node, means of 2,000');
const config = readConfig(local.settings);
const [clock, log] = [() => new Date(), () => {}];
const keys = await importKeys(config, clock);
const outside = { config, publicUrl, sql, clock, log, peerAddress: () => '', coalesce: false, snapshotMs: 0 };
for (const [name, router] of [
  ['LinearRouter', () => new LinearRouter()],
  ['the default router', () => undefined],
]) {
  const once = () =>
    createApp({ ...tieDeps(outside, keys), isReady: async () => true, router: router() }).request('/healthz');
  for (let round = 0; round < 200; round++) await once();
  const all = await timed(async () => {
    for (let round = 0; round < 2000; round++) await once();
  });
  say(`with ${name}`, all / 2000);
}

await sql.end();
await local.stop();
await rm(folder, { recursive: true });
