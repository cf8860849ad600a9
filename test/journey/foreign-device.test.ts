import { mkdir } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { type HostPage, strictPolicy } from './host-site.ts';
import { openSite, type Site } from './site.ts';
import { walk } from './walk.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** What stands out of the screen, or is cut off by the box around it. */
const outOfSight = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    const found = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide`] : [];
    for (const element of document.querySelector('paspor-antrean')?.shadowRoot?.querySelectorAll('*') ?? []) {
      if (element.closest('.unseen, svg') || element.getClientRects().length === 0) continue;
      const { left, right } = element.getBoundingClientRect();
      const name = `${element.localName}.${element.className}`;
      if (left < 0 || right > root.clientWidth + 0.5) found.push(`${name} from ${left} to ${right}`);
      const { overflowX, overflowY } = getComputedStyle(element);
      if (element.matches('input, select')) continue;
      if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth)
        found.push(`${name} is cut at its side`);
      if (overflowY !== 'visible' && element.scrollHeight > element.clientHeight) found.push(`${name} is cut below`);
    }
    return found;
  });

const big = 'html { font-size: 200% } body { margin: 0 }';

describe.each<[name: string, device: BrowserContextOptions, css: string]>([
  ['a screen of 320 px', { viewport: { width: 320, height: 568 } }, 'body { margin: 0 }'],
  ['200 % zoom on a laptop', { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 }, ''],
  ['400 % zoom on a laptop', { viewport: { width: 320, height: 180 }, deviceScaleFactor: 4 }, ''],
  ['letters of twice the size on a phone', { viewport: { width: 390, height: 844 } }, big],
  ['letters of twice the size in a narrow column', { viewport: { width: 320, height: 568 } }, big],
])('on %s', (_, device, css) => {
  test.each(['id', 'en'])('nothing is cut off and nothing scrolls sideways at any step, in %s', async (lang) => {
    const host: HostPage = {
      policy: strictPolicy,
      lang,
      head: '<link rel="stylesheet" href="host.css">',
      files: { 'host.css': css },
    };
    const booker = await site.visit({ host, ...device });
    const found: Record<string, string[]> = {};
    await walk(booker, person(++met), async (step) => {
      await picture(booker.page, `${_}-${lang}-${step}`);
      const names = await outOfSight(booker.page);
      if (names.length > 0) found[step] = names;
    });
    expect(found).toEqual({});
    expect(booker.faults).toEqual([]);
    await booker.close();
  });
});

let met = 0;
const shots = process.env.SHOTS;
/** `SHOTS=folder` keeps a picture of each step, to be looked at. */
const picture = async (page: Page, name: string) => {
  if (!shots) return;
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name.replaceAll(/\W+/g, '-')}.png`, fullPage: true });
};
