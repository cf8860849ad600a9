import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { RunAs } from './run-as.ts';

/**
 * How the server is told where its data lie.
 *
 * Root's project often lies below a folder that only root may enter (/root is 0700), so the user the server runs as
 * could not reach the data by their path. The data must not move to a temporary folder either: they are to last. On
 * Linux the child starts *inside* the folder (Node changes the folder first and drops root's rights after that), and
 * `/proc/self/cwd` names this folder without passing through its parents. PostgreSQL stays in its data folder for life
 * and opens its files relative to it, so this one name is all it needs.
 */
export function clusterPlace(folder: string, as: RunAs): string {
  if (as.uid === undefined) return folder;
  if (existsSync('/proc/self/cwd')) return '/proc/self/cwd';
  if (spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...as, cwd: '/' }).status === 0) return folder;
  throw new Error(`The database cannot run in ${folder}, which only root may enter: set DATA_DIR to another folder.`);
}
