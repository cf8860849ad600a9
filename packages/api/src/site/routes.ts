import type { Deps } from '../deps.ts';
import type { App } from '../http/endpoint.ts';

export interface Asset {
  body: Uint8Array<ArrayBuffer>;
  type: string;
}

/** A file by its public path (`/widget/paspor-antrean.js`), or undefined. */
export type Assets = (path: string) => Promise<Asset | undefined>;

/**
 * The policy of our own pages, the one that hosts are told to use: nothing but our own scripts, styles and API, and
 * no HTML from strings except lit-html's own templates.
 */
export const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

/** Files that are not the API: the demo's front page and the widget. */
export const siteRoutes = (app: App, deps: Deps & { assets?: Assets }) => {
  app.get('*', async (c, next) => {
    const asset = await deps.assets?.(new URL(c.req.url).pathname);
    if (!asset) return await next();
    c.set('route', 'file');
    const headers = {
      'content-type': asset.type,
      'cache-control': 'no-cache',
      ...(asset.type.startsWith('text/html') && { 'content-security-policy': pagePolicy }),
    };
    return c.body(asset.body, 200, headers);
  });
};
