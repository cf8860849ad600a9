import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { precache } from './build/precache.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = here('dist/page');

/** Chunks are named after what is in them: those of the last build would stay. */
const startAfresh = () => ({
  name: 'start-afresh',
  buildStart: () => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(here('static'), folder, { recursive: true });
  },
});

/** Takes the indentation out of style sheets and templates; between two words a space stays a space. */
const tidyTemplates = () => ({
  name: 'tidy-templates',
  transform: (code, id) => (id.startsWith(here('dist/')) ? { code: code.replace(/\n\s+/g, '\n'), map: null } : null),
});

export default {
  input: here('dist/start.js'),
  output: {
    dir: folder,
    format: 'es',
    sourcemap: true,
    sourcemapExcludeSources: true,
    entryFileNames: 'loket.js',
    chunkFileNames: 'loket-[name]-[hash].js',
  },
  plugins: [
    startAfresh(),
    nodeResolve({ exportConditions: ['production', 'browser'] }),
    tidyTemplates(),
    terser({ ecma: 2022, module: true, compress: { passes: 2 } }),
    precache({ worker: here('dist/service-worker.js'), folder, base: '/loket/' }),
  ],
};
