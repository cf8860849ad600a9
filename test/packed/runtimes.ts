import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm, repository, run } from './pack.ts';

/** Two hundred megabytes that only one test needs: they are fetched when it runs, once. */
const versions = { bun: '1.4.5', deno: '2.9.6' };
const home = join(repository, '.cache', `runtimes-${Object.values(versions).join('-')}`);

/** How to run a script without Node, by name. */
export const otherRuntimes = async (): Promise<
  Record<'bun' | 'deno', (script: string) => Promise<{ stdout: string }>>
> => {
  if (!existsSync(join(home, 'ready'))) {
    await mkdir(home, { recursive: true });
    await writeFile(join(home, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
    // Their own scripts put the program for this system in its place.
    await npm(['install', '--no-audit', '--no-fund', '--ignore-scripts=false'], home);
    await writeFile(join(home, 'ready'), '');
  }
  const program = (name: string) => join(home, 'node_modules', '.bin', name);
  const shell = process.platform === 'win32';
  return {
    bun: (script) => run(program('bun'), ['run', script], { shell }),
    deno: (script) => run(program('deno'), ['run', '--allow-net', '--no-lock', '--no-remote', script], { shell }),
  };
};
