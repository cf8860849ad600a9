import type { Context } from 'hono';
import { toBase64url } from '../bytes.ts';
import type { App } from '../http/endpoint.ts';
import type { Pack } from '../http/send.ts';
import type { Asset, Assets } from './routes.ts';
import { hashOf, sendFile } from './send-file.ts';

const first = 'paspor-antrean.js';
const single = 'paspor-antrean.single.js';
/** The later modules are named after what is in them: `paspor-antrean-booking-CawW2i1b.js`. */
const later = /^paspor-antrean-[a-z]+-[\w-]{8}\.js$/;

const versionOf = async (body: Uint8Array<ArrayBuffer>): Promise<string> => (await hashOf(body)).slice(0, 12);

const integrityOf = async (body: Uint8Array<ArrayBuffer>): Promise<string> => {
  const hash = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-384', body)));
  // 48 bytes are 64 characters: there is no padding, only another alphabet.
  return `sha384-${hash.replace(/-/g, '+').replace(/_/g, '/')}`;
};

/**
 * The widget by its version, a hash of what is in it: `/widget/{version}/paspor-antrean.js` never changes and may be
 * kept for ever, and so may the modules that it loads from beside it, whose names it holds. A version that was
 * replaced is a 404. `/widget/versions.json` lists the version, and the SRI hash of the single file: a hash of the
 * first module would say nothing of the later ones.
 */
export const widgetVersions = (app: App, assets: Assets, pack?: Pack): void => {
  const forEver = (c: Context, asset: Asset) =>
    sendFile(c, asset, { 'cache-control': 'public, max-age=31536000, immutable' }, pack);

  app.get('/widget/versions.json', async (c, next) => {
    const modules = await assets(`/widget/${first}`);
    const whole = await assets(`/widget/${single}`);
    if (!modules || !whole) return await next();
    c.set('route', 'file');
    const version = await versionOf(modules.body);
    const script = `/widget/${version}/${first}`;
    const wholeScript = `/widget/${await versionOf(whole.body)}/${single}`;
    const body = { version, script, single: { script: wholeScript, integrity: await integrityOf(whole.body) } };
    return c.json(body, 200, { 'cache-control': 'public, max-age=60' });
  });
  app.get('/widget/:version/:file', async (c, next) => {
    const { version, file } = c.req.param();
    const named = later.test(file) ? first : file;
    const asset = named === first || named === single ? await assets(`/widget/${named}`) : undefined;
    if (!asset || (await versionOf(asset.body)) !== version) return await next();
    const found = named === file ? asset : await assets(`/widget/${file}`);
    return found ? forEver(c, found) : await next();
  });
  app.get('/widget/:file', async (c, next) => {
    const file = c.req.param('file');
    const asset = later.test(file) ? await assets(`/widget/${file}`) : undefined;
    return asset ? forEver(c, asset) : await next();
  });
};
