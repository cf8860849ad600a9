import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { App } from '../http/endpoint.ts';
import { builtPolicy, pagePolicy } from './policy.ts';
import { siteRoutes } from './routes.ts';

const page = new TextEncoder().encode('<!doctype html>');
const app = new Hono() as App;
const config = { ALLOWED_ORIGINS: [], PUBLIC_URL: 'http://antrean.test' };
const assets = async () => ({ body: page, type: 'text/html; charset=utf-8' });
siteRoutes(app, { config, assets } as unknown as Parameters<typeof siteRoutes>[1]);

const policyOf = async (path: string) => (await app.request(path)).headers.get('content-security-policy');

test('only the stories and the manual may hold scripts and styles of their own, and even they talk to nobody else', async () => {
  expect(await policyOf('/stories/')).toBe(builtPolicy);
  expect(await policyOf('/manual/')).toBe(builtPolicy);
  expect(builtPolicy).toContain("connect-src 'self'");
  for (const path of ['/', '/storiesX/', '/manual', '/en.html', '/stories/../en.html'])
    expect(await policyOf(path)).toBe(pagePolicy);
});
