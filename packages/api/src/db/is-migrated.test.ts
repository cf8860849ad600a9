import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { newestMigration } from './is-migrated.ts';

test('the program knows its newest migration without reading the folder', async () => {
  const files = await readdir(new URL('../../migrations/', import.meta.url));
  expect(Math.max(...files.map((name) => Number.parseInt(name, 10)))).toBe(newestMigration);
});
