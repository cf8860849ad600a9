import { type Browser, chromium } from 'playwright-core';
import { findBrowser, launchArgs } from '../../scripts/setup/browser.mjs';

/** A real Chromium. Installs one where there is none, and fails with a sentence where that cannot be. */
export const openBrowser = async (): Promise<Browser> =>
  await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? (await findBrowser()), args: launchArgs });
