import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, launchArgs } from './setup/browser.mjs';
import { install } from './setup/install.mjs';
import { requireNode } from './setup/node-version.mjs';
import { repository, runTool, SetupFailed, sayFailure } from './setup/run.mjs';

/**
 * `npm run shots` takes a picture of every story, in each width, theme and language, and lays them on sheets to look
 * at: .cache/shots. `npm run shots -- time--list` takes those whose id has these letters in it. `npm run shots --
 * --docs` makes the pictures of docs/flow.md and docs/counter.md again. Each takes them from the stories as they are now.
 */
const widthsOf = (id) => (id.startsWith('loket-') ? [390, 768, 1280] : [320, 390, 1280]);
const themes = ['light', 'dark'];
const locales = ['id', 'en'];

/** The pictures of docs/flow.md and docs/counter.md by their names, some from further down the page. */
const docs = {
  'flow-1-service': { id: 'steps-service--question' },
  'flow-2-time': { id: 'steps-time--earliest' },
  'flow-3-people': { id: 'steps-people--empty' },
  'flow-4-review': { id: 'steps-review--one-person' },
  'flow-5-ticket': { id: 'steps-ticket--one-person' },
  'flow-full': { id: 'steps-time--full-office' },
  'flow-dark': { id: 'steps-time--hours-of-a-day', theme: 'dark', top: 660 },
  'flow-english': { id: 'steps-time--list', locale: 'en', top: 660 },
  'counter-welcome': { id: 'loket-scan--family', width: 1280 },
  'counter-list': { id: 'loket-list--waiting', width: 768 },
};

const built = join(repository, '.cache', 'storybook');
const shots = join(repository, '.cache', 'shots');
/** No host: what is asked of it is read from the built Storybook. */
const origin = 'https://stories.test';

const open = async (browser) => {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.route(`${origin}/**`, (route) => {
    const path = join(built, new URL(route.request().url()).pathname);
    return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
  });
  return page;
};

/** Until someone has got to the state that the story shows; on a busy machine not always at the first go. */
const play = async (page, id, locale, tries = 3) => {
  await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=locale:${locale};a11y.manual:!true`);
  await page.waitForFunction(() => {
    const phase = globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase;
    return ['completed', 'afterEach', 'finished'].includes(phase);
  });
  const failed = await page.evaluate(() => {
    const said = globalThis.__STORYBOOK_ADDONS_CHANNEL__.last('playFunctionThrewException');
    return said?.[0].message ?? document.querySelector('.sb-show-errordisplay #error-message')?.textContent;
  });
  if (failed && tries === 1) throw new SetupFailed(`The story ${id} fails: ${failed}`);
  if (failed) await play(page, id, locale, tries - 1);
};

/** The story as it stands, in another light and on another screen. */
const shoot = async (page, theme, width, path, clip) => {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate((theme) => {
    for (const { classList } of document.querySelectorAll('.page')) {
      classList.remove('light', 'dark');
      classList.add(theme);
    }
    scrollTo(0, 0);
  }, theme);
  await page.screenshot({ path, clip, fullPage: true });
};

/** Width and height of a PNG, as its header tells them. */
const sizeOf = (file) => {
  const header = readFileSync(file);
  return [header.readUInt32BE(16), header.readUInt32BE(20)];
};

/** A sheet is about as large as a screen, so that what is small on it can still be read. */
const sheetSize = [1560, 1400];

/** Pictures beside each other, each below its name; a tall one goes on in the next column. */
const columnsOf = (pictures) =>
  pictures.flatMap(([name, file]) => {
    const [width, height] = sizeOf(file);
    const count = Math.ceil(height / sheetSize[1]);
    return Array.from({ length: count }, (_, at) => ({ name, file, width, top: at * sheetSize[1], height }));
  });

const sheetsOf = (pictures) => {
  const sheets = [];
  let left = 0;
  for (const column of columnsOf(pictures)) {
    if (left < column.width) sheets.push([]);
    left = (left < column.width ? sheetSize[0] : left) - column.width - 8;
    sheets.at(-1).push(column);
  }
  return sheets;
};

const laySheet = async (browser, path, columns) => {
  const [width, height] = sheetSize;
  const page = await browser.newPage({ viewport: { width, height: height + 20 } });
  const shown = columns.map(
    ({ name, file, width, top, height }) => `<figure style="width:${width}px"><figcaption>${name}</figcaption>
      <div style="height:${Math.min(height - top, sheetSize[1])}px;overflow:hidden">
      <img style="margin-top:-${top}px" src="data:image/png;base64,${readFileSync(file, 'base64')}"></div></figure>`,
  );
  await page.setContent(`<!doctype html><style>
    body{display:flex;gap:8px;align-items:start;width:max-content;margin:0;background:#888}
    figure{margin:0}figcaption{font:bold 14px sans-serif}</style>${shown.join('')}`);
  await page.screenshot({ path });
  await page.close();
};

const everyShot = async (browser, stories) => {
  rmSync(shots, { recursive: true, force: true });
  mkdirSync(join(shots, 'sheets'), { recursive: true });
  const left = stories.flatMap((story) => locales.map((locale) => ({ story, locale })));
  const sheets = {};
  const work = async () => {
    const page = await open(browser);
    for (let next = left.shift(); next; next = left.shift()) {
      const { story, locale } = next;
      await play(page, story.id, locale);
      for (const width of widthsOf(story.id))
        for (const theme of themes) {
          const path = join(shots, `${story.id}.${locale}.${theme}.${width}.png`);
          await shoot(page, theme, width, path);
          const sheet = `${story.title.replace(/\W+/g, '-').toLowerCase()}.${locale}.${theme}.${width}`;
          sheets[sheet] = [...(sheets[sheet] ?? []), [story.name, path]];
        }
    }
  };
  await Promise.all([work(), work()]);
  for (const [name, pictures] of Object.entries(sheets))
    for (const [at, columns] of sheetsOf(pictures).entries())
      await laySheet(browser, join(shots, 'sheets', `${name}.${at + 1}.png`), columns);
  console.log(`${Object.values(sheets).flat().length} pictures in .cache/shots, on sheets in .cache/shots/sheets.`);
};

const docsShots = async (browser) => {
  const page = await open(browser);
  for (const [name, { id, theme = 'light', locale = 'id', top = 0, width = 390 }] of Object.entries(docs)) {
    await play(page, id, locale);
    const path = join(repository, 'docs', 'images', `${name}.png`);
    await shoot(page, theme, width, path, { x: 0, y: top, width, height: 760 });
  }
};

const [filter = ''] = process.argv.slice(2);
requireNode();
await sayFailure(async () => {
  await install();
  const storybook = ['build', '--disable-telemetry', '--output-dir', built];
  const failed = await runTool('storybook/dist/bin/dispatcher.js', storybook, {
    env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
  if (failed) throw new SetupFailed('The stories could not be built; Storybook says why above.');
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchArgs });
  try {
    const entries = Object.values(JSON.parse(readFileSync(join(built, 'index.json'), 'utf8')).entries);
    const stories = entries.filter(({ type, id }) => type === 'story' && id.includes(filter));
    await (filter === '--docs' ? docsShots(browser) : everyShot(browser, stories));
  } finally {
    await browser.close();
  }
});
