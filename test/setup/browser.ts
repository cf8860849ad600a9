import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { findBrowser } from '../../scripts/setup/browser.mjs';

/** Never at home: each of these would ask some host of the browser's maker. */
const args = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A real Chromium. Installs one where there is none, and fails with a sentence where that cannot be. */
export const launchOptions = async (): Promise<LaunchOptions> => ({
  executablePath: process.env.CHROMIUM_PATH ?? (await findBrowser()),
  args,
});

export const openBrowser = async (): Promise<Browser> => await chromium.launch(await launchOptions());
