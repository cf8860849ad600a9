import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWorker, workerBudget } from '../../../scripts/setup/worker.mjs';
import { testSecrets } from './secrets.ts';
import { compatibility, openWorkerd } from './workerd.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
let folder: string;
let worker: string;
beforeAll(async () => {
  folder = await mkdtemp(join(repository, '.cache', 'worker-'));
  worker = await readFile(await buildWorker(folder), 'utf8');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the worker that wrangler would deploy weighs no more than its budget', () => {
  expect(workerBudget).toBeLessThanOrEqual(150_000);
  const { length } = gzipSync(worker, { level: 9 });
  expect(length).toBeGreaterThan(10_000);
  expect(length).toBeLessThanOrEqual(workerBudget);
});

test('of what only Node has, it asks for nothing but the three that postgres.js needs', () => {
  const asked = [...worker.matchAll(/(?:from|import)\s*\(?["']((?:node|cloudflare):[\w/]+)["']/g)].map(
    ([, name]) => name,
  );
  expect([...new Set(asked)].sort()).toEqual(['cloudflare:sockets', 'node:buffer', 'node:events', 'node:stream']);
});

test('it runs as it is', async () => {
  const bindings = {
    ...(await testSecrets()),
    PUBLIC_URL: 'http://antrean.test',
    DATABASE_URL: 'postgres://a:b@127.0.0.1:9/c',
  };
  const workerd = await openWorkerd(worker, { bindings: { ...bindings, LOG_LEVEL: 'silent' } });
  expect(await (await workerd.dispatchFetch('http://antrean.test/healthz')).json()).toEqual({ status: 'alive' });
  expect((await workerd.dispatchFetch('http://antrean.test/readyz')).status).toBe(503);
  await workerd.dispose();
});

test('the tests run it under the same rules as its deployment', async () => {
  const text = await readFile(join(repository, 'examples', 'edge-worker', 'wrangler.jsonc'), 'utf8');
  const settings = JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''));
  expect({
    compatibilityDate: settings.compatibility_date,
    compatibilityFlags: settings.compatibility_flags,
  }).toEqual(compatibility);
});
