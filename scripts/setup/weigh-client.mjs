import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { repository } from './run.mjs';

const client = '@paspor-antrean/client';
/** Gzipped bytes at level 9 that a test holds, of what a page that says only this would load. */
const pages = {
  'client: hold and book': { budget: 4_000, code: `export { createAntreanClient } from '${client}';` },
  'client: the endpoints alone': { budget: 2_560, code: `export { createBareClient } from '${client}';` },
  'client/ticket: check a token': { budget: 1_500, code: `export { verifyTicket } from '${client}/ticket';` },
  'client/ticket: and whose it is': { budget: 1_500, code: `export * from '${client}/ticket';` },
};

/** What the built client weighs in the bundle of somebody who uses it. */
export const weighClient = () =>
  Promise.all(
    Object.entries(pages).map(async ([name, { budget, code }]) => {
      const bundle = await bundled(code);
      const { length: raw } = Buffer.from(bundle);
      return {
        name,
        code: bundle,
        raw,
        gzip: gzipSync(bundle, { level: 9 }).length,
        brotli: brotliCompressSync(bundle).length,
        budget,
      };
    }),
  );

const bundled = async (code) => {
  // In the package's own place, so that its name leads to it as for anyone who has installed it.
  const input = join(repository, 'packages', 'client', 'weighed.js');
  const page = {
    name: 'page',
    load: (id) => (id === input ? code : null),
    resolveId: (id) => (id === input ? id : null),
  };
  const bundle = await rollup({ input, plugins: [page, nodeResolve(), terser({ ecma: 2022, module: true })] });
  const { output } = await bundle.generate({ format: 'es' });
  return output[0].code;
};
