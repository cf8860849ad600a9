import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * npm packages cannot hold symbolic links, so the platform package lists its own in a file and makes them in an install
 * script. Where scripts are switched off (`npm ci --ignore-scripts`) the server does not find its libraries.
 */
export function hydrateSymlinks(home: string): void {
  for (const { source, target } of listed(home)) {
    const link = join(home, target.replace(/^native\//, ''));
    if (!present(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

function listed(home: string): { source: string; target: string }[] {
  try {
    return JSON.parse(readFileSync(join(home, 'pg-symlinks.json'), 'utf8'));
  } catch {
    return [];
  }
}

function present(link: string): boolean {
  try {
    lstatSync(link);
    return true;
  } catch {
    return false;
  }
}
