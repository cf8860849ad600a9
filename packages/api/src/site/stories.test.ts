import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { App } from '../http/endpoint.ts';
import { pagePolicy, storiesPolicy } from './policy.ts';
import { siteRoutes } from './routes.ts';

const page = new TextEncoder().encode('<!doctype html>');
const app = new Hono() as App;
const config = { ALLOWED_ORIGINS: [], PUBLIC_URL: 'http://antrean.test' };
const assets = async () => ({ body: page, type: 'text/html; charset=utf-8' });
siteRoutes(app, { config, assets } as unknown as Parameters<typeof siteRoutes>[1]);

const policyOf = async (path: string) => (await app.request(path)).headers.get('content-security-policy');

test('only the page of the stories may hold scripts and styles of its own, and even it talks to nobody else', async () => {
  expect(await policyOf('/stories/')).toBe(storiesPolicy);
  expect(storiesPolicy).toContain("connect-src 'self'");
  for (const path of ['/', '/storiesX/', '/en.html', '/stories/../en.html'])
    expect(await policyOf(path)).toBe(pagePolicy);
});
