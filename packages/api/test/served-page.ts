import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { App } from '../src/http/endpoint.ts';
import { diskAssets } from '../src/site/disk-assets.ts';
import { siteRoutes } from '../src/site/routes.ts';

/** The counter's page as the API serves it, built and under its policy, without the API. */
export const servePage = async (): Promise<{ base: string; close: () => Promise<void> }> => {
  const app = new Hono() as App;
  const config = { ALLOWED_ORIGINS: [], PUBLIC_URL: 'http://antrean.test' };
  siteRoutes(app, { config, assets: await diskAssets() } as unknown as Parameters<typeof siteRoutes>[1]);
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
};
