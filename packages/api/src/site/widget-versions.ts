import { toBase64url, toHex } from '../bytes.ts';
import type { App } from '../http/endpoint.ts';
import type { Assets } from './routes.ts';

const latest = '/widget/paspor-antrean.js';

const versionOf = async (body: Uint8Array<ArrayBuffer>): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', body))).slice(0, 12);

const integrityOf = async (body: Uint8Array<ArrayBuffer>): Promise<string> => {
  const hash = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-384', body)));
  // 48 bytes are 64 characters: there is no padding, only another alphabet.
  return `sha384-${hash.replace(/-/g, '+').replace(/_/g, '/')}`;
};

/**
 * The widget by its version, which is a hash of what is in it: `/widget/{version}/paspor-antrean.js` never changes and
 * may be kept for ever. `/widget/versions.json` lists it with its SRI hash. A version that was replaced is a 404.
 */
export const widgetVersions = (app: App, assets: Assets): void => {
  app.get('/widget/versions.json', async (c, next) => {
    const asset = await assets(latest);
    if (!asset) return await next();
    c.set('route', 'file');
    const version = await versionOf(asset.body);
    const body = { version, script: `/widget/${version}/paspor-antrean.js`, integrity: await integrityOf(asset.body) };
    return c.json(body, 200, { 'cache-control': 'public, max-age=60' });
  });
  app.get('/widget/:version/paspor-antrean.js', async (c, next) => {
    const asset = await assets(latest);
    if (!asset || (await versionOf(asset.body)) !== c.req.param('version')) return await next();
    c.set('route', 'file');
    return c.body(asset.body, 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
};
