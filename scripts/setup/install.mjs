import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, repository, SetupFailed } from './run.mjs';

const stamp = join(repository, '.cache', 'install');
const lockfile = join(repository, 'package-lock.json');
/** npm's own record of what it put into node_modules. */
const installed = join(repository, 'node_modules', '.package-lock.json');

const quiet = ['--no-audit', '--no-fund'];

/** Installs the packages unless node_modules already holds what the lockfile says. */
export async function install() {
  const wanted = hashOf(lockfile);
  if (existsSync(installed)) {
    if (wanted !== '' && read(stamp) === wanted) return;
    if (wanted === '' || holdsAll()) return remember(wanted);
  }
  console.log('Installing packages: about a minute the first time.');
  let code = await npm([wanted ? 'ci' : 'install', ...quiet]);
  if (code !== 0 && wanted) {
    // A lockfile written where the registry lacks the packages of other systems is incomplete, and npm ci refuses it.
    console.log('npm ci refuses the lockfile: trying npm install, which leaves the lockfile as it is.');
    code = await npm(['install', '--no-save', ...quiet]);
  }
  if (code !== 0) throw new SetupFailed('The packages could not be installed; npm says why above.');
  remember(hashOf(lockfile));
}

/** Somebody ran npm by hand: node_modules is right although there is no stamp that says so. */
function holdsAll() {
  const there = packagesOf(installed);
  return Object.entries(packagesOf(lockfile)).every(([path, { version, optional, peer, link }]) => {
    if (!path.startsWith('node_modules/')) return true;
    if (!there[path]) return Boolean(optional || peer);
    return link || there[path].version === version;
  });
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

function hashOf(file) {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : '';
}

function remember(hash) {
  mkdirSync(join(repository, '.cache'), { recursive: true });
  writeFileSync(stamp, hash);
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
