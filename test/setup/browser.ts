import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { findBrowser, launchArgs } from '../../scripts/setup/browser.mjs';

/** A real Chromium. Installs one where there is none, and fails with a sentence where that cannot be. */
export const launchOptions = async (): Promise<LaunchOptions> => ({
  executablePath: process.env.CHROMIUM_PATH ?? (await findBrowser()),
  args: launchArgs,
});

export const openBrowser = async (): Promise<Browser> => await chromium.launch(await launchOptions());
