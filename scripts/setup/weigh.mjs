import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { repository } from './run.mjs';

const folder = join(repository, 'packages', 'widget', 'dist', 'embed');
/** Gzipped bytes at level 9 that a test holds. Lower them when the widget shrinks. */
export const budgets = { first: 12_420, flow: 34_640, language: 5_940, choice: 1_660, aside: 6_080, single: 44_260 };
/** What the budgets are to become; docs/decisions/0008 says what is in the way. */
const goals = { first: 9_000, flow: 20_000 };

const weighFile = (name, from = folder) => {
  const bytes = readFileSync(join(from, name));
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
};

const sum = (name, parts) =>
  parts.reduce(
    (all, { raw, gzip, brotli }) => ({ name, raw: all.raw + raw, gzip: all.gzip + gzip, brotli: all.brotli + brotli }),
    { name, raw: 0, gzip: 0, brotli: 0 },
  );

/** What the built widget weighs, file by file and together; undefined where it is not built. */
export function weigh() {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : [];
  const files = {};
  for (const name of names) {
    const kind = name === 'paspor-antrean.js' ? 'first' : /^paspor-antrean[-.]([a-z]+)/.exec(name)?.[1];
    if (kind) files[kind] = weighFile(name);
  }
  const { first, choice, booking, aside, single } = files;
  if (!first || !choice || !booking || !aside || !single) return undefined;
  const languages = Object.keys(files).filter((kind) => /^[a-z]{2,3}$/.test(kind));
  return {
    names,
    files,
    languages,
    rows: [
      { ...sum('first step', [first]), budget: budgets.first, goal: goals.first },
      { ...sum('whole flow, one language', [first, booking]), budget: budgets.flow, goal: goals.flow },
      ...languages.map((code) => ({ ...sum(`language ${code}`, [files[code]]), budget: budgets.language })),
      { ...sum('a choice of offices', [choice]), budget: budgets.choice },
      { ...sum('a later visit', [aside]), budget: budgets.aside },
      { ...sum('single file, without drafts', [single]), budget: budgets.single },
    ],
  };
}

const loketFolder = join(repository, 'packages', 'counter', 'dist', 'page');

/** What the counter's page weighs, script by script: the first is loaded at once, the others when they are needed. */
export const weighLoket = () =>
  (existsSync(loketFolder) ? readdirSync(loketFolder) : [])
    .filter((name) => name.endsWith('.js'))
    .sort((one, other) => one.length - other.length)
    .map((name) => ({ ...weighFile(name, loketFolder), name: `loket/${name}` }));
