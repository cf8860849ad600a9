import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';

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

interface WorkerdOptions {
  /** Settings, as text or as a configuration file might have them. */
  bindings: Record<string, string | number | string[]>;
  hyperdrives?: Record<string, string>;
  /** What the worker logs. */
  read?: (text: string) => void;
}

/** A real workerd with this worker in it. It asks no other host for anything. */
export const openWorkerd = async (script: string, { read, ...options }: WorkerdOptions): Promise<Miniflare> => {
  const pass = (...logs: Readable[]) => {
    for (const log of logs) log.on('data', (chunk) => read?.(String(chunk)));
  };
  const workerd = new Miniflare({
    ...compatibility,
    ...options,
    modules: [{ type: 'ESModule', path: 'worker.mjs', contents: script }],
    cf: false,
    telemetry: { enabled: false },
    ...(read && { handleRuntimeStdio: pass }),
  });
  await workerd.ready;
  return workerd;
};
