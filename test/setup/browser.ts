import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
} from 'playwright-core';
import { findBrowser, launchArgs } from '../../scripts/setup/browser.mjs';

const whole = async () => process.env.CHROMIUM_PATH ?? (await findBrowser());

/** A real Chromium. Installs one where there is none, and fails with a sentence where that cannot be. */
export const launchOptions = async (): Promise<LaunchOptions> => ({
  executablePath: process.env.CHROMIUM_SHELL_PATH ?? (await whole()),
  args: launchArgs,
});

export const openBrowser = async (): Promise<Browser> => await chromium.launch(await launchOptions());

/** One with windows: only that knows, after a reload without a network, that it is offline. */
export const openWholeBrowser = async (): Promise<Browser> =>
  await chromium.launch({ args: launchArgs, executablePath: await whole() });

/** `forgetful`: its owner forbids sites to keep anything. `reviving`: Back brings a page up as it was left. */
export type Habit = 'forgetful' | 'reviving';

/** A Chromium of its own for what one habit needs; Playwright's own `goBack` does not see a page that is revived. */
export const openPeculiarBrowser = async (habit: Habit, device: BrowserContextOptions): Promise<BrowserContext> => {
  const profile = await mkdtemp(join(tmpdir(), 'antrean-profile-'));
  const preferences = habit === 'forgetful' && { profile: { default_content_setting_values: { cookies: 2 } } };
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences || {}));
  const context = await chromium.launchPersistentContext(profile, {
    ...device,
    args: launchArgs,
    executablePath: await whole(),
    ignoreDefaultArgs: habit === 'reviving' ? ['--disable-back-forward-cache'] : [],
  });
  context.on('close', () => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  return context;
};
