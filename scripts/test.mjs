import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, findShell } from './setup/browser.mjs';
import { build } from './setup/build.mjs';
import { install } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';
import { repository, SetupFailed, sayFailure } from './setup/run.mjs';
import { closingLine } from './setup/totals.mjs';
import { vitest } from './setup/vitest.mjs';

requireNode();
const long = process.argv.includes('--long');
const args = process.argv.slice(2).filter((arg) => arg !== '--long');

const env = await sayFailure(async () => {
  if (long && !hasLongTests()) throw new SetupFailed('There are no long tests: no file ends in .long.ts.');
  await install();
  await build();
  return {
    ...(needsBrowser(args) && (await browsers())),
    ...(long ? { TEST_LONG: '1' } : {}),
  };
});
const totals = await vitest(args, env);
console.log(closingLine(totals));
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;

/** Most tests take the one without windows; each is looked for before the other is named. */
async function browsers() {
  const CHROMIUM_SHELL_PATH = await findShell(console.log);
  return { CHROMIUM_SHELL_PATH, CHROMIUM_PATH: await findBrowser(console.log) };
}

/** Browser tests live in `test` and in the widget; a run that names only other places goes without. */
function needsBrowser(filters) {
  const named = filters.filter((filter) => !filter.startsWith('-'));
  return (
    named.length === 0 ||
    named.some((filter) => !/^(?:\.\/)?(?:packages\/(?:contract|client|api)|scripts)\b/.test(filter))
  );
}

function hasLongTests() {
  const folders = ['packages', 'test', 'scripts'].map((name) => join(repository, name)).filter(existsSync);
  return folders.some(hasLongTest);
}

function hasLongTest(folder) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (!entry.isDirectory()) return entry.name.endsWith('.long.ts');
    return !['node_modules', 'dist'].includes(entry.name) && hasLongTest(join(folder, entry.name));
  });
}
