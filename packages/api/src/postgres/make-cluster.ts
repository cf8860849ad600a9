import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { clusterPlace } from './cluster-place.ts';
import type { RunAs } from './run-as.ts';
import { childEnv, serverSays } from './run-server.ts';

export interface NewCluster {
  initdb: string;
  dataDir: string;
  as: RunAs;
  user: string;
  password: string;
  durable: boolean;
}

export function clusterExists(dataDir: string): boolean {
  const names = entries(dataDir);
  if (names.length > 0 && !names.includes('PG_VERSION')) {
    throw new Error(`${dataDir} holds something that is not a database: empty it, or set DATA_DIR to another folder.`);
  }
  return names.length > 0;
}

function entries(dataDir: string): string[] {
  try {
    return readdirSync(dataDir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    throw new Error(`${dataDir} belongs to another user: start as the user who made it, or set DATA_DIR elsewhere.`);
  }
}

/** Makes the cluster beside its place and moves it there when complete: initdb cut short leaves nothing that counts. */
export async function makeCluster(cluster: NewCluster): Promise<void> {
  const { dataDir, as, password } = cluster;
  const staging = `${dataDir}.new`;
  const passwordFile = `${dataDir}.password`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true, mode: 0o700 });
  rmSync(passwordFile, { force: true });
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (as.uid !== undefined && as.gid !== undefined) {
      chownSync(staging, as.uid, as.gid);
      chownSync(passwordFile, as.uid, as.gid);
    }
    await runInitdb(cluster, staging, passwordFile);
    if (existsSync(dataDir)) rmdirSync(dataDir);
    renameSync(staging, dataDir);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(staging, { recursive: true, force: true });
  }
}

async function runInitdb({ initdb, as, user, durable }: NewCluster, staging: string, passwordFile: string) {
  // Handed over opened, for the same reason as the folder: its path may be closed to the server's user.
  const input = process.platform === 'win32' ? undefined : openSync(passwordFile, 'r');
  const options = ['-D', clusterPlace(staging, as), '-U', user, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C'];
  const quick = durable ? [] : ['--no-sync'];
  const args = [...options, '--no-instructions', `--pwfile=${input ? '/dev/stdin' : passwordFile}`, ...quick];
  try {
    const child = spawn(initdb, args, {
      ...as,
      cwd: staging,
      env: childEnv(),
      stdio: [input ?? 'ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout?.resume();
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const code = await new Promise((resolve) => {
      child.once('error', (error) => {
        said = error.message;
      });
      child.once('close', resolve);
    });
    if (code !== 0) throw new Error(serverSays('The database could not be made', said) + advice(said));
  } finally {
    if (input !== undefined) closeSync(input);
  }
}

const advice = (said: string): string =>
  /could not look up effective user/.test(said)
    ? ' PostgreSQL needs a user that the system knows by name: add one to /etc/passwd, or set DATABASE_URL.'
    : '';
