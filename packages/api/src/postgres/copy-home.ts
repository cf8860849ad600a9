import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { hydrateSymlinks } from './hydrate-symlinks.ts';

/** Where root keeps programs that can be made again: only root may write there, everybody may read. */
const sharedCaches = ['/var/cache', '/Library/Caches'];

/** Copies PostgreSQL's own folder to a place where the server's user can run it; an earlier copy is used again. */
export function copyHome(home: string, keepCopyIn: string): string {
  const root = process.getuid?.() === 0;
  const cache = root ? sharedCaches.find((folder) => existsSync(folder)) : keepCopyIn;
  if (!cache) throw new Error(`The database program in ${home} is in a folder that only root may enter.`);
  const folder = join(cache, root ? 'paspor-antrean' : 'postgres-program');
  mkdirSync(folder, { recursive: true });
  if (root) trustworthy(folder);
  const copy = join(folder, nameOf(home));
  if (existsSync(copy)) return copy;
  // Named for this process until complete, so that a copy cut short is never run.
  const partial = `${copy}.${process.pid}`;
  cpSync(home, partial, { recursive: true, verbatimSymlinks: true });
  hydrateSymlinks(partial);
  openToAll(partial);
  moveUnlessThere(partial, copy);
  return copy;
}

function moveUnlessThere(partial: string, copy: string): void {
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}

/** Programs in a folder that others can write to must never be run by root's hand. */
function trustworthy(folder: string): void {
  const { uid, mode } = lstatSync(folder);
  if (uid !== 0 || (mode & 0o022) !== 0) throw new Error(`${folder} can be written by others than root; remove it.`);
  chmodSync(folder, 0o755);
}

function nameOf(home: string): string {
  try {
    const { name, version } = JSON.parse(readFileSync(join(home, '..', 'package.json'), 'utf8'));
    return `${basename(name)}-${version}`;
  } catch {
    return basename(home);
  }
}

function openToAll(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  const runnable = found.isDirectory() || (found.mode & 0o100) !== 0;
  chmodSync(path, runnable ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
