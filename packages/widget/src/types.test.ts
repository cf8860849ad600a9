import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

test('React 19, Vue and Svelte know the tag, its attributes and its events, and refuse what it does not have', () => {
  const tsc = path('../../../node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', path('../types/test')], { encoding: 'utf8' });
  expect(stdout).toBe('');
}, 60_000);
