import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Asset, Assets } from './routes.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where `npm run build:storybook` puts the stories of the widget. */
const storiesFolder = at('../../../../.cache/storybook/');

/** Where `npm run docs` puts the manual. */
const manualFolder = at('../../../../.cache/manual/');

/** Whether the manual was built. */
export const hasManual = (): boolean => existsSync(manualFolder);

/** Whether the stories were built. They are for who works on the widget; a server gets by without. */
export const hasStories = (): boolean => existsSync(storiesFolder);

/** Of Swagger UI only what `/docs` loads: its package also holds a page that calls a demo on another host. */
const referenceFiles = /^\/docs\/swagger-ui(-bundle\.js|\.css)$/;
const referenceFolder = () => `${dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))}/`;

/** Files from disk, kept in memory and read again when they change. */
export const diskAssets = async (): Promise<Assets> => {
  const kept = new Map<string, { mtime: number; asset: Asset }>();
  /** Public folders, by the start of their path. */
  const folders: readonly (readonly [prefix: string, folder: string])[] = [
    ['/widget/', at('../../../widget/dist/embed/')],
    ['/loket/', at('../../../counter/dist/page/')],
    ['/docs/', referenceFolder()],
    ['/stories/', storiesFolder],
    ['/manual/', manualFolder],
    ['/', at('../../../../examples/office-site/')],
  ];
  return async (path) => {
    const found = folders.find(([prefix]) => path.startsWith(prefix));
    if (!found || path.includes('\0')) return undefined;
    if (path.startsWith('/docs/') && !referenceFiles.test(path)) return undefined;
    const [prefix, folder] = found;
    const name = normalize(`/${path.slice(prefix.length)}${path.endsWith('/') ? 'index.html' : ''}`);
    const file = join(folder, name);
    const type = types[extname(file)];
    const info = type && file.startsWith(folder) ? await stat(file).catch(() => undefined) : undefined;
    if (!type || !info?.isFile()) return undefined;
    const known = kept.get(file);
    if (known && known.mtime === info.mtimeMs) return known.asset;
    const asset = { body: new Uint8Array(await readFile(file)), type };
    kept.set(file, { mtime: info.mtimeMs, asset });
    return asset;
  };
};
