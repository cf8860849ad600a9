import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const tidySheet = (sheet) =>
  sheet
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();

/** Takes the indentation out of our own style sheets and templates; between two words a space stays a space. */
const tidyTemplates = () => ({
  name: 'tidy-templates',
  transform(code, id) {
    if (!id.startsWith(here('dist/'))) return null;
    const tidy = code
      .replace(/css\s*`([^`]*)`/g, (_, sheet) => `css\`${tidySheet(sheet)}\``)
      .replace(/([>}])\s*\n\s*([<$])/g, '$1$2')
      .replace(/\n\s+/g, '\n');
    return { code: tidy, map: null };
  },
});

/** Lit notes its versions, and what decorators say, on the host page's global object; we use neither. */
const leaveNoGlobals = () => ({
  name: 'leave-no-globals',
  transform(code, id) {
    if (!/[\\/](?:lit-html|lit-element|reactive-element)[\\/]/.test(id)) return null;
    const quiet = code
      .replace(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]*"\)/g, '0')
      .replace(/Symbol\.metadata\?\?=[^,;]*,\w+\.litPropertyMetadata\?\?=/, 'const litPropertyMetadata=');
    return { code: quiet, map: null };
  },
});

export default {
  input: { 'paspor-antrean': here('dist/define.js') },
  output: {
    dir: here('dist/embed'),
    entryFileNames: 'paspor-antrean.js',
    chunkFileNames: '[name].js',
    format: 'es',
    sourcemap: true,
    sourcemapExcludeSources: true,
  },
  plugins: [
    nodeResolve({ exportConditions: ['production', 'browser'] }),
    tidyTemplates(),
    leaveNoGlobals(),
    terser({ ecma: 2022, module: true, compress: { passes: 3, pure_getters: true, unsafe_arrows: true } }),
  ],
};
