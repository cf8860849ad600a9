import { createAntreanClient } from '@paspor-antrean/client';
import type { Miniflare } from 'miniflare';
import { monday } from '../../../test/setup/contents.ts';
import { freshDatabase } from '../../../test/setup/fresh-database.ts';
import { connect } from '../src/db/connect.ts';
import { testSecrets } from './secrets.ts';
import type { TestOffice } from './test-office.ts';
import { bundleWorker, openWorkerd } from './workerd.ts';

export type EdgeOffice = Pick<TestOffice, 'antrean' | 'ask' | 'sql' | 'setClock' | 'close'> & { workerd: Miniflare };

const base = 'http://antrean.test';

/** How a worker reaches the database: through the pool of its platform, or over a socket of its own. */
export type Way = 'hyperdrive' | 'direct';

/** {@link openTestOffice} in workerd: the same offices, the same moment, on a real PostgreSQL. */
export const openEdgeOffice = async (way: Way, env: Record<string, string> = {}): Promise<EdgeOffice> => {
  const database = await freshDatabase('monday');
  const sql = connect(database.url, { max: 4 });
  const clock = { now: monday.toISOString() };
  const settings = {
    ...(await testSecrets()),
    PUBLIC_URL: base,
    OPEN_HOLD_SEATS_PER_CLIENT: '10000',
    LOG_LEVEL: 'error',
  };
  const workerd = await openWorkerd(await bundleWorker('./edge-worker.ts'), {
    bindings: { ...settings, ...(way === 'direct' && { DATABASE_URL: database.url }), ...env },
    ...(way === 'hyperdrive' && { hyperdrives: { HYPERDRIVE: database.url } }),
  });
  const ask: TestOffice['ask'] = async (path, { from = '203.0.113.1', ...init } = {}) => {
    const headers = new Headers(init.headers);
    headers.set('x-test-now', clock.now);
    headers.set('cf-connecting-ip', from);
    const answer = await workerd.dispatchFetch(new URL(path, base), { ...init, headers } as never);
    return answer as unknown as Response;
  };
  return {
    antrean: createAntreanClient({ baseUrl: base, retries: 0, fetch: (url, init) => ask(String(url), init) }),
    ask,
    sql,
    workerd,
    setClock: (wall) => {
      clock.now = new Date(`${wall}+07:00`).toISOString();
    },
    close: async () => {
      await workerd.dispose();
      await sql.end();
      await database.drop();
    },
  };
};
