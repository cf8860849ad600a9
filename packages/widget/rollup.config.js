import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { lend } from './build/lend.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const tidySheet = (sheet) =>
  sheet
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/ \+ (?=[*.[:a-z])/g, '+')
    .replace(/([: ,(]-?)0\./g, '$1.')
    .replace(/='([a-z]+)'/g, '=$1')
    .trim();

/** Takes the indentation out of our own style sheets and templates; between two words a space stays a space. */
const tidyTemplates = () => ({
  name: 'tidy-templates',
  transform(code, id) {
    if (!id.startsWith(here('dist/'))) return null;
    const tidy = code
      .replace(/css\s*`([^`]*)`/g, (_, sheet) => `\`${tidySheet(sheet)}\``)
      .replace(/([>}])\s*\n\s*([<$])/g, '$1$2')
      .replace(/(html|svg) `\s+</g, '$1 `<')
      .replace(/\n\s+/g, '\n');
    return { code: tidy, map: null };
  },
});

/** Lit notes its versions on the host page's global object; nobody reads them there. */
const leaveNoGlobals = () => ({
  name: 'leave-no-globals',
  transform(code, id) {
    if (!/[\\/]lit-html[\\/]/.test(id)) return null;
    return { code: code.replace(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]*"\)/g, '0'), map: null };
  },
});

/** The table of endpoints says which schemas and tokens belong to a call. The client asks only whether there are any. */
const leaveOutSchemas = () => ({
  name: 'leave-out-schemas',
  transform: (code, id) =>
    /[\\/]contract[\\/]dist[\\/]endpoints\.js$/.test(id)
      ? {
          code: code.replace(/(query|body|answer): '\w+'/g, '$1: 1').replace(/(bearer: \[.*?\]|status: \d+),?/g, ''),
          map: null,
        }
      : null,
});

/** Chunks are named after what is in them: those of the last build would stay. */
const startEmpty = () => ({
  name: 'start-empty',
  buildStart: () => rmSync(here('dist/embed'), { recursive: true, force: true }),
});

const input = here('dist/define.js');
const order = ['booking', 'aside', 'choice'].map((name) => [name, here(`dist/chapters/${name}.js`)]);

/** The contract's entry names these beside what the first step needs of it; only the form asks them. */
const formRules = /[\\/]contract[\\/]dist[\\/](?:name|nik|phone)\.js$/;

const doctor = here('dist/doctor/');
const onRequest = here('dist/doctor/on-request.js');

/** A module belongs to the first of the journey's chunks that needs it; what the first step needs is in the entry. */
const chunkOf = (id, { getModuleInfo }) => {
  if (id.startsWith(doctor) && id !== onRequest) return 'doctor';
  if (formRules.test(id)) return 'booking';
  const reaches = (from, seen = new Set()) =>
    from === id ||
    (!seen.has(from) &&
      Boolean(seen.add(from)) &&
      (getModuleInfo(from)?.importedIds ?? []).some((next) => reaches(next, seen)));
  if (reaches(input)) return 'first';
  return order.find(([, root]) => reaches(root))?.[0];
};

/** The single file loads nothing and stays small: its page is examined with the other script for a moment. */
const leaveOutDoctor = () => ({
  name: 'leave-out-doctor',
  load: (id) => (id === onRequest ? '' : null),
});

/** Nobody carries the weight of a draft in the single file: there Indonesian stands in for it. */
const leaveOutDrafts = () => ({
  name: 'leave-out-drafts',
  transform: (code, id) =>
    id === here('dist/i18n/languages.js') ? { code: code.replace(/^.*draft: true.*$/gm, ''), map: null } : null,
});

const plugins = [
  nodeResolve({ exportConditions: ['production', 'browser'] }),
  tidyTemplates(),
  leaveNoGlobals(),
  leaveOutSchemas(),
  lend({ standsAlone: here('dist/doctor/doctor.js') }),
  terser({ ecma: 2022, module: true, compress: { passes: 3, pure_getters: true, unsafe_arrows: true, inline: 1 } }),
];
const output = { dir: here('dist/embed'), format: 'es', sourcemap: true, sourcemapExcludeSources: true };

export default [
  {
    input,
    // The other chunks take from the entry itself, so that it exports more than a host may see.
    preserveEntrySignatures: 'allow-extension',
    output: {
      ...output,
      entryFileNames: 'paspor-antrean.js',
      chunkFileNames: 'paspor-antrean-[name]-[hash].js',
      manualChunks: chunkOf,
    },
    plugins: [startEmpty(), ...plugins],
  },
  {
    input,
    output: { ...output, entryFileNames: 'paspor-antrean.single.js', inlineDynamicImports: true },
    plugins: [leaveOutDoctor(), leaveOutDrafts(), ...plugins],
  },
];
