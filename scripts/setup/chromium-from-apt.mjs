import { spawnSync } from 'node:child_process';
import { run } from './run.mjs';

/** Debian's Chromium, with a font: without one, pages have no letters. */
export async function chromiumFromApt(say) {
  const prefix = rights();
  if (process.platform !== 'linux' || !prefix || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  say('No Chromium found: installing one by apt (about 230 MB, a minute or two).');
  // Progress goes to stderr: stdout belongs to the path when this is called from a shell.
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return run(command, rest, { stdio: ['ignore', 2, 2] });
  };
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  if ((await apt('update', ...options)) !== 0) say('apt-get update failed; trying with the lists that are there.');
  const packages = ['chromium', 'fonts-liberation'];
  const code = await apt('install', '-y', '--no-install-recommends', ...options, ...packages);
  if (code !== 0) say('apt could not install Chromium.');
  return code === 0 ? '/usr/bin/chromium' : undefined;
}

/** What goes before a command to run it as root; undefined when that takes a password. */
function rights() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}
