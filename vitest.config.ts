import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserAtHand, launchArgs } from './scripts/setup/browser.mjs';
import { sourceAlias } from './source-alias.ts';

/** Long tests run alone, by `npm run test:long`. */
const ending = process.env.TEST_LONG ? 'long.ts' : 'test.ts';
const arrows = 'test/arrows.test.ts';
/** What needs a real IndexedDB. */
const inBrowser = `packages/*/src/**/*.browser.${ending}`;

const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      executablePath: process.env.CHROMIUM_SHELL_PATH ?? process.env.CHROMIUM_PATH ?? browserAtHand(),
      args: launchArgs,
    },
  }),
  instances: [{ browser: 'chromium' as const }],
});

export default defineConfig({
  resolve: { alias: sourceAlias },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A process for each file would spend a quarter of the run on loading the same modules. Each test file cleans up
    // after itself; what it changes is of its own making: a database, a folder, a page.
    isolate: false,
    // A machine that others share may stall for seconds: CI tries once more and says so; here a test must pass at once.
    retry: process.env.CI ? 1 : 0,
    passWithNoTests: false,
    // Storybook's lit and ours are the same one, seen twice by its bundler. The provider knows that it is for tests.
    onConsoleLog: (line) => !/lit\.dev\/msg\/(dev-mode|multiple-versions)|^oidc-provider (NOTICE|WARNING)/.test(line),
    projects: [
      {
        extends: true,
        test: {
          name: 'plain',
          // Some ask what is not loaded yet.
          isolate: true,
          include: [`packages/{contract,client,widget,counter}/**/*.${ending}`, `scripts/**/*.${ending}`, arrows],
          exclude: [inBrowser, '**/node_modules/**', '**/dist/**'],
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
      {
        extends: true,
        optimizeDeps: { include: ['fast-check', 'idb'] },
        test: { name: 'browser', include: [inBrowser], browser: chromium() },
      },
      {
        // Every story is a test: its state is reached and axe finds nothing in it.
        extends: true,
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: 'stories',
          browser: chromium(),
        },
      },
    ],
  },
});
