// Builds, checks what would be published, and publishes it. With --dry-run: all but the last.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './setup/build.mjs';
import { install } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';
import { faultsOf } from './setup/publishable.mjs';
import { npm, repository, runTool, SetupFailed, sayFailure } from './setup/run.mjs';

requireNode();
const isDry = process.argv.includes('--dry-run');
const at = (...path) => join(repository, ...path);
const readJson = (...path) => JSON.parse(readFileSync(at(...path), 'utf8'));

await sayFailure(async () => {
  await install();
  await build();
  const folders = readdirSync(at('packages'));
  const all = folders.map((folder) => ({ folder, manifest: readJson('packages', folder, 'package.json') }));
  const versions = new Map(all.map(({ manifest }) => [manifest.name, manifest.version]));
  const faults = [];
  for (const { folder, manifest } of all.filter(({ manifest }) => !manifest.private)) {
    const files = packedFiles(folder);
    faults.push(...faultsOf(manifest, files, versions));
    console.log(`${manifest.name} ${manifest.version}: ${files.length} files`);
  }
  if (faults.length > 0)
    throw new SetupFailed(`Not fit to be published:\n${faults.map((line) => `  - ${line}`).join('\n')}`);
  if (isDry) return console.log('All packages are fit to be published. Nothing was: this was a dry run.');
  await publish();
});

/** What npm would put into the package, by its own word. */
function packedFiles(folder) {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const shell = process.platform === 'win32';
  const said = execFileSync('npm', args, {
    cwd: at('packages', folder),
    shell,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return [Object.values(JSON.parse(said))[0].files.map(({ path }) => path)].flat();
}

async function publish() {
  const waiting = readdirSync(at('.changeset')).filter((name) => name.endsWith('.md') && name !== 'README.md');
  if (waiting.length > 0)
    throw new SetupFailed('There are changesets: run `npx changeset version`, commit, and try again.');
  if (execFileSync('git', ['status', '--porcelain'], { cwd: repository, encoding: 'utf8' }) !== '')
    throw new SetupFailed('There are changes that are not committed: a release is made from a commit.');
  if ((await npm(['test'])) !== 0) throw new SetupFailed('The tests fail.');
  if ((await runTool('@changesets/cli/bin.js', ['publish'])) !== 0)
    throw new SetupFailed('Publishing failed; see above.');
  // From now on this is what must not be broken.
  const { openApi } = await import(new URL('../packages/api/dist/http/openapi.js', import.meta.url).href);
  const spec = `${JSON.stringify(openApi('https://antrean.example.go.id'), null, 2)}\n`;
  writeFileSync(at('packages/contract/released/openapi.json'), spec);
  console.log('Published. Commit packages/contract/released/openapi.json and push with --follow-tags.');
}
