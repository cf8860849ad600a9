import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import {
  connect,
  createApp,
  diskAssets,
  makeDeps,
  prepare,
  readConfig,
  startLocal,
  startTidying,
} from '@paspor-antrean/api';

const [say, clock] = [console.log, () => new Date()];
const local = process.env.DATABASE_URL ? undefined : await startLocal(process.env.DATA_DIR ?? '.data', say);
const config = readConfig({ ...local?.settings, ...process.env });
const sql = connect(config.DATABASE_URL, { max: config.DATABASE_POOL });
await prepare(sql, say);

const publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
const peerAddress = (c) => getConnInfo(c).remote.address ?? '';
const deps = await makeDeps({ config, publicUrl, sql, clock, peerAddress, log: (entry) => say(JSON.stringify(entry)) });
const app = createApp({ ...deps, assets: await diskAssets(), isReady: async () => true });
app.get('/halo', (c) => c.text('A route of your own.\n'));
const stopTidying = startTidying(deps);
const server = serve({ fetch: app.fetch, port: config.PORT }, ({ port }) => say(`Ready on http://localhost:${port}`));

const stop = async () => {
  server.close();
  await stopTidying();
  await deps.writes.drain();
  await sql.end();
  await local?.stop();
};
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
