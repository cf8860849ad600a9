import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';

/** Made once, kept beside the data in a file that only the starting user may read. */
export function readOrMakePassword(file: string, clusterExists: boolean): string {
  const kept = read(file);
  if (kept) return kept;
  if (clusterExists) throw new Error(`The database's password is missing: put ${file} back from a copy.`);
  const password = randomBytes(24).toString('hex');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return password;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw new Error(`The database's password cannot be read: ${(error as Error).message}.`);
  }
}
