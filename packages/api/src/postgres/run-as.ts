import { readFileSync, type Stats, statSync } from 'node:fs';

/** The user a child process runs as; empty means: the same as this one. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

/**
 * PostgreSQL refuses to run as root. Root hands it to whoever owns the data already (so that `sudo npm start` and
 * `npm start` share one database), and otherwise to `nobody`, which exists everywhere and needs no account to be made.
 */
export function runAs(dataDir: string): RunAs {
  if (process.getuid?.() !== 0) return {};
  const owner = stat(dataDir);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody(readPasswd());
}

export function nobody(passwd: string): Required<RunAs> {
  const fields = passwd
    .split('\n')
    .find((line) => line.startsWith('nobody:'))
    ?.split(':');
  const uid = Number(fields?.[2]);
  const gid = Number(fields?.[3]);
  // macOS writes nobody as -2; a uid handed to the kernel is unsigned, and Node refuses a negative one.
  return uid > 0 && gid > 0 ? { uid, gid } : { uid: 65534, gid: 65534 };
}

function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}

function stat(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
