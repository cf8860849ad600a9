import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
/** Long tests run alone, by `npm run test:long`. */
const ending = process.env.TEST_LONG ? 'long.ts' : 'test.ts';
const arrows = 'test/arrows.test.ts';

export default defineConfig({
  resolve: {
    // Tests see the source of the packages, never a build that has grown old.
    alias: [
      { find: /^@paspor-antrean\/([a-z]+)$/, replacement: path('packages/$1/src/index.ts') },
      { find: /^@paspor-antrean\/([a-z]+)\/([a-z-]+)$/, replacement: path('packages/$1/src/$2.ts') },
    ],
  },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'plain',
          include: [`packages/{contract,client,widget,counter}/**/*.${ending}`, `scripts/**/*.${ending}`, arrows],
        },
      },
      {
        // Apart, because only these wait for a database.
        extends: true,
        test: {
          name: 'server',
          include: [`packages/api/**/*.${ending}`, `test/**/*.${ending}`],
          exclude: [arrows, '**/node_modules/**', '**/dist/**'],
          globalSetup: 'test/setup/database.ts',
        },
      },
    ],
  },
});
