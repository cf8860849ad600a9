import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Binaries, findBinaries, makeRunnable } from './find-binaries.ts';
import { nobody } from './run-as.ts';

const root = process.getuid?.() === 0;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paspor-binaries-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The platform package as `npm ci --ignore-scripts` leaves it. */
async function withoutLinks(): Promise<Binaries> {
  const bundled = await findBinaries({}, folder);
  const home = join(folder, 'package', 'native');
  mkdirSync(dirname(home));
  cpSync(dirname(dirname(bundled.postgres)), home, { recursive: true, verbatimSymlinks: true });
  for (const name of readdirSync(join(home, 'lib'))) {
    if (lstatSync(join(home, 'lib', name)).isSymbolicLink()) rmSync(join(home, 'lib', name));
  }
  const moved = (program: string) => join(home, 'bin', basename(program));
  return { postgres: moved(bundled.postgres), initdb: moved(bundled.initdb), pg_ctl: moved(bundled.pg_ctl) };
}

const runs = ({ postgres }: Binaries, as = {}) => spawnSync(postgres, ['-V'], { ...as, cwd: '/' }).status === 0;

describe('the PostgreSQL package', () => {
  it('gets the links that skipped install scripts did not make', async () => {
    const binaries = await withoutLinks();
    expect(runs(binaries)).toBe(false);
    expect(makeRunnable(binaries, {}, folder)).toEqual(binaries);
    expect(runs(binaries)).toBe(true);
  });

  it.runIf(root)('is copied once to where the server user can run it', async () => {
    const binaries = await withoutLinks();
    chmodSync(folder, 0o700);
    const as = nobody('');
    const copy = makeRunnable(binaries, as, folder);
    if (!copy) throw new Error('not runnable');
    try {
      expect(copy.postgres).not.toBe(binaries.postgres);
      expect(runs(copy, as)).toBe(true);
      const made = lstatSync(copy.postgres).ino;
      expect(makeRunnable(binaries, as, folder)).toEqual(copy);
      expect(lstatSync(copy.postgres).ino).toBe(made);
    } finally {
      rmSync(dirname(dirname(copy.postgres)), { recursive: true, force: true });
    }
    expect(existsSync(copy.postgres)).toBe(false);
  });
});

describe('nobody', () => {
  it('is read from the list of users, and 65534 where that does not say', () => {
    expect(nobody('root:x:0:0::/:/bin/sh\nnobody:x:99:98::/:/bin/false\n')).toEqual({ uid: 99, gid: 98 });
    expect(nobody('nobody:*:-2:-2::/:/usr/bin/false\n')).toEqual({ uid: 65534, gid: 65534 });
    expect(nobody('')).toEqual({ uid: 65534, gid: 65534 });
  });
});
