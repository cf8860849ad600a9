import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { App } from '../http/endpoint.ts';
import { widgetVersions } from './widget-versions.ts';

const script = new TextEncoder().encode('export {};');
const app = new Hono() as App;
widgetVersions(app, async () => ({ body: script, type: 'text/javascript; charset=utf-8' }));

test('the version that is listed is served for ever, with the hash that a browser will check', async () => {
  const { version, script: path, integrity } = await (await app.request('/widget/versions.json')).json();
  expect(path).toBe(`/widget/${version}/paspor-antrean.js`);
  const file = await app.request(path);
  expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const body = new Uint8Array(await file.arrayBuffer());
  expect(integrity).toBe(`sha384-${createHash('sha384').update(body).digest('base64')}`);
});

test('another version is not there', async () => {
  expect((await app.request('/widget/000000000000/paspor-antrean.js')).status).toBe(404);
});
