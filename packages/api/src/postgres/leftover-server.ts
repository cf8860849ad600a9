import { readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { clusterName } from './run-server.ts';

export interface Leftover {
  dataDir: string;
  login: (port: number) => string;
  say(line: string): void;
}

interface Found {
  pid: number;
  starter: number;
}

const patience = 20_000;

/**
 * A start-up program that was killed leaves its server running. The pid file alone proves nothing: the number may
 * belong to any other process by now. Only a process shown to be the server of these very data is stopped.
 */
export async function clearLeftover({ dataDir, login, say }: Leftover): Promise<void> {
  const file = join(dataDir, 'postmaster.pid');
  const [pid, port] = readPidFile(file);
  if (!pid) return forgetEmpty(file);
  const found = isAlive(pid) && (inProcessList(pid, dataDir) ?? (await overConnection(pid, login(port))));
  if (!found) return disarm(file);
  if (!isOrphan(found)) {
    throw new Error(`The database in ${dataDir} is in use by process ${found.starter || pid}: stop that one first.`);
  }
  say(`Stopping the database that an earlier run left behind (process ${pid}).`);
  process.kill(pid, 'SIGINT');
  if (await gone(pid)) return;
  process.kill(pid, 'SIGQUIT');
  if (!(await gone(pid))) throw new Error(`The database of an earlier run (process ${pid}) does not stop.`);
}

/**
 * PostgreSQL refuses to start while the process named here lives, whatever that is; but it takes a file that names its
 * own parent for stale. The file is not removed: it also names the shared memory by which PostgreSQL sees that the last
 * processes of a killed server still write to the data.
 */
function disarm(file: string): void {
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  if (process.platform === 'win32') rmSync(file, { force: true });
  else writeFileSync(file, [process.pid, ...rest].join('\n'));
}

/** Left by a machine that lost power; a fresh one belongs to a server that is just starting. */
function forgetEmpty(file: string): void {
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (made && Date.now() - made > 2_000) rmSync(file, { force: true });
}

function readPidFile(file: string): [pid: number, port: number] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return [Number(lines[0]) || 0, Number(lines[3]) || 0];
  } catch {
    return [0, 0];
  }
}

/** `false`: certainly something else; `undefined`: this system does not tell. */
function inProcessList(pid: number, dataDir: string): Found | false | undefined {
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, ''));
    const [here, there] = [statSync(dataDir), statSync(`/proc/${pid}/cwd`)];
    if (program !== 'postgres' || here.ino !== there.ino || here.dev !== there.dev) return false;
    return { pid, starter: starterIn(readFileSync(`/proc/${pid}/cmdline`, 'utf8')) };
  } catch {
    // Not Linux, or a container in which even root may not look into other users' processes.
    return undefined;
  }
}

/** Whoever accepts our password and knows the pid file from within is our server. */
async function overConnection(pid: number, url: string): Promise<Found | false> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} });
  try {
    const [row] = await sql<{ file: string; name: string }[]>`
      select pg_read_file('postmaster.pid') as file, current_setting('cluster_name') as name`;
    return row?.file.startsWith(`${pid}\n`) ? { pid, starter: starterIn(row.name) } : false;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function starterIn(text: string): number {
  return Number(new RegExp(`${clusterName(0).slice(0, -1)}(\\d+)`).exec(text)?.[1] ?? 0);
}

/** Started by a program of ours that is gone; a process whose parent died gets another parent. */
function isOrphan({ pid, starter }: Found): boolean {
  if (!starter) return false;
  const status = statusOf(pid);
  return status ? Number(status[1]) !== starter : !isAlive(starter);
}

async function gone(pid: number): Promise<boolean> {
  for (const until = Date.now() + patience; Date.now() < until; await sleep(20)) if (!isAlive(pid)) return true;
  return false;
}

/** A process that has ended and waits only for its parent to notice counts as gone. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return statusOf(pid)?.[0] !== 'Z';
}

/** State, parent and so on, as Linux tells them. */
function statusOf(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
  } catch {
    return undefined;
  }
}
