import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { App } from '../http/endpoint.ts';
import { widgetVersions } from './widget-versions.ts';

const files: Record<string, string> = {
  '/widget/paspor-antrean.js': "import('./paspor-antrean-booking-CawW2i1b.js');",
  '/widget/paspor-antrean-booking-CawW2i1b.js': 'export {};',
  '/widget/paspor-antrean.single.js': 'void 0;',
};
const app = new Hono() as App;
widgetVersions(app, async (path) => {
  const text = files[path];
  return text ? { body: new TextEncoder().encode(text), type: 'text/javascript; charset=utf-8' } : undefined;
});

const forEver = 'public, max-age=31536000, immutable';
const versions = async () => await (await app.request('/widget/versions.json')).json();

test('the version that is listed is served for ever, with the modules that it loads from beside it', async () => {
  const { version, script } = await versions();
  expect(script).toBe(`/widget/${version}/paspor-antrean.js`);
  for (const path of [
    script,
    `/widget/${version}/paspor-antrean-booking-CawW2i1b.js`,
    '/widget/paspor-antrean-booking-CawW2i1b.js',
  ]) {
    const file = await app.request(path);
    expect(file.status, path).toBe(200);
    expect(file.headers.get('cache-control')).toBe(forEver);
    expect(file.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  }
});

test('the single file alone has a hash that a browser will check', async () => {
  const { single, integrity } = await versions();
  expect(integrity).toBeUndefined();
  const file = await app.request(single.script);
  expect(file.headers.get('cache-control')).toBe(forEver);
  const body = new Uint8Array(await file.arrayBuffer());
  expect(single.integrity).toBe(`sha384-${createHash('sha384').update(body).digest('base64')}`);
});

test.each([
  '/widget/000000000000/paspor-antrean.js',
  '/widget/000000000000/paspor-antrean-booking-CawW2i1b.js',
  '/widget/000000000000/paspor-antrean.single.js',
  '/widget/paspor-antrean-booking-00000000.js',
])('another version is not there: %s', async (path) => {
  expect((await app.request(path)).status).toBe(404);
});
