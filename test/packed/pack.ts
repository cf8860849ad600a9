import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const run = promisify(execFile);
export const repository = fileURLToPath(new URL('../../', import.meta.url));
export const published = ['contract', 'client', 'widget', 'counter', 'api'] as const;

const shell = process.platform === 'win32';
export const npm = (args: string[], cwd: string) => run('npm', args, { cwd, shell, maxBuffer: 2 ** 26 });

export interface Packed {
  name: string;
  folder: string;
  tarball: string;
  files: string[];
}

/** A folder that no `node_modules` of ours is above of. */
export const emptyFolder = () => mkdtemp(join(tmpdir(), 'antrean-packed-'));

/** What would be published of a package, as npm makes it of the build. */
export const pack = async (name: string, to: string): Promise<Packed> => {
  const folder = join(repository, 'packages', name);
  const { stdout } = await npm(['pack', '--json', '--pack-destination', to], folder);
  const [{ filename, files }] = JSON.parse(stdout);
  return { name, folder, tarball: join(to, filename), files: files.map((file: { path: string }) => file.path) };
};
