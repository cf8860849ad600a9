import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare, type MiniflareOptions } from 'miniflare';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** As in examples/edge-worker/wrangler.jsonc; a test holds the two equal. */
export const compatibility = { compatibilityDate: '2026-04-01', compatibilityFlags: ['nodejs_compat'] };

/** A worker as one file, bundled from the sources the way wrangler does it. */
export const bundleWorker = async (entry: string): Promise<string> => {
  const bundled = await build({
    entryPoints: [path(entry)],
    tsconfig: path('../../../tsconfig.test.json'),
    bundle: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    minify: true,
    keepNames: true,
    write: false,
  });
  return bundled.outputFiles[0]?.text ?? '';
};

/** A real workerd with this worker in it. It asks no other host for anything. */
export const openWorkerd = async (script: string, options: Partial<MiniflareOptions>): Promise<Miniflare> => {
  const workerd = new Miniflare({
    ...compatibility,
    ...options,
    modules: [{ type: 'ESModule', path: 'worker.mjs', contents: script }],
    cf: false,
    telemetry: { enabled: false },
  } as never);
  await workerd.ready;
  return workerd;
};
