import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { repository, runTool, SetupFailed } from './run.mjs';

const stamp = join(repository, '.cache', 'build');
/** What is bundled, each by its own configuration. */
const bundles = { widget: 'packages/widget/rollup.config.js', counter: 'packages/counter/rollup.config.js' };

/** Builds unless nothing that goes into the build has changed since the last one. */
export async function build() {
  const before = fingerprint();
  const missing = packages().some((name) => !existsSync(join(repository, 'packages', name, 'dist')));
  if (!missing && existsSync(stamp) && readFileSync(stamp, 'utf8') === before) return false;
  rmSync(stamp, { force: true });
  console.log('Building: compiling the packages.');
  // tsc trusts its own notes and does not see that a dist folder was deleted.
  if (missing) rmSync(join(repository, '.cache', 'tsc'), { recursive: true, force: true });
  await step(runTool('typescript/bin/tsc', ['-b']), 'The packages do not compile; tsc says why above.');
  for (const [name, config] of Object.entries(bundles)) {
    if (!existsSync(join(repository, config))) continue;
    console.log(`Building: bundling the ${name}.`);
    const bundled = runTool('rollup/dist/bin/rollup', ['-c', config, '--silent']);
    await step(bundled, `The ${name} could not be bundled; rollup says why above.`);
  }
  // npm packs a licence only from the package's own folder.
  for (const name of packages())
    copyFileSync(join(repository, 'LICENSE'), join(repository, 'packages', name, 'LICENSE'));
  // The fingerprint from before: a file changed meanwhile must be built next time.
  mkdirSync(join(repository, '.cache'), { recursive: true });
  writeFileSync(stamp, before);
  return true;
}

async function step(running, failure) {
  if ((await running) !== 0) throw new SetupFailed(failure);
}

/** The packages that have something to build. */
function packages() {
  const folder = join(repository, 'packages');
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'src', 'index.ts')));
}

function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node);
  const folders = readdirSync(join(repository, 'packages')).map((name) => join('packages', name));
  const inputs = folders.flatMap((folder) =>
    ['src', 'build', 'static', 'package.json', 'tsconfig.json'].map((name) => join(folder, name)),
  );
  const shared = ['examples', 'package.json', 'tsconfig.json', 'tsconfig.base.json', 'package-lock.json'];
  for (const input of [...inputs, ...shared, ...Object.values(bundles)]) add(hash, input);
  return hash.digest('hex');
}

function add(hash, path) {
  const full = join(repository, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) return void hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
  // What an example makes when it runs goes into no build.
  for (const name of readdirSync(full).sort())
    if (!/^(?:node_modules|dist|\..*)$/.test(name)) add(hash, join(path, name));
}
