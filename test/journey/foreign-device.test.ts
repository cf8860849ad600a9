import { mkdir } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { lowContrast } from './contrast.ts';
import { decodeQr } from './decode-qr.ts';
import { type HostPage, strictPolicy } from './host-site.ts';
import { readQr } from './read-qr.ts';
import { openSite, type Site } from './site.ts';
import { walk } from './walk.ts';
import { Wire } from './wire.ts';

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

let met = 0;
const shots = process.env.SHOTS;
/** `SHOTS=folder` keeps a picture of each step, to be looked at. */
const picture = async (page: Page, name: string) => {
  if (!shots) return;
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name.replaceAll(/\W+/g, '-')}.png`, fullPage: true });
};

const big = 'font-size: 200%';

/** What a page is laid out on; a zoom makes its pixels fewer. */
const screens: [name: string, width: number, height: number, style?: string][] = [
  ['a screen of 320 px', 320, 568],
  ['200 % zoom on a laptop', 640, 360],
  ['400 % zoom on a laptop', 320, 180],
  ['letters of twice the size on a phone', 390, 844, big],
  ['letters of twice the size in a narrow column', 320, 568, big],
];

test.each(['id', 'en'])(
  'nothing is cut off and nothing scrolls sideways on any screen at any step, in %s',
  async (lang) => {
    const host: HostPage = {
      policy: strictPolicy,
      lang,
      head: '<link rel="stylesheet" href="host.css">',
      files: { 'host.css': 'body { margin: 0 }' },
    };
    const [[, width, height]] = screens as [(typeof screens)[number]];
    const booker = await site.visit({ host, viewport: { width, height } });
    const { page } = booker;
    const found: Record<string, string[]> = {};
    await walk(booker, person(++met), async (step) => {
      for (const [name, width, height, style = ''] of screens) {
        await page.setViewportSize({ width, height });
        await page.evaluate((style) => {
          document.documentElement.style.cssText = style;
        }, style);
        await picture(page, `${name}-${lang}-${step}`);
        const names = await outOfSight(page);
        if (names.length > 0) found[`${step} on ${name}`] = names;
      }
      await page.evaluate(() => document.documentElement.removeAttribute('style'));
      await page.setViewportSize({ width, height });
    });
    expect(found).toEqual({});
    expect(booker.faults).toEqual([]);
    await booker.close();
  },
);

const isDark = (page: Page) =>
  page.evaluate(() => {
    const box = document.querySelector('paspor-antrean')?.shadowRoot?.querySelector('.antrean');
    return getComputedStyle(box ?? document.body).backgroundColor !== 'rgb(255, 255, 255)';
  });

describe('for eyes that want it otherwise', () => {
  const sheet = (css: string): HostPage => ({
    policy: strictPolicy,
    head: '<link rel="stylesheet" href="host.css">',
    files: { 'host.css': css },
  });

  test.each<[string, BrowserContextOptions, string, boolean]>([
    ['a page that knows dark is dark', { colorScheme: 'dark' }, ':root { color-scheme: light dark }', true],
    [
      'a page that knows only light stays light',
      { colorScheme: 'dark' },
      'body { background: #fff; color: #000 }',
      false,
    ],
    ['a dark page is dark by day', { colorScheme: 'light' }, ':root { color-scheme: dark }', true],
    ['a dark box on a light page is dark', {}, 'main { color-scheme: dark; background: #111 }', true],
  ])('%s, and every text can be read', async (name, device, css, dark) => {
    const booker = await site.visit({ host: sheet(css), ...device });
    const found: Record<string, string[]> = {};
    await walk(booker, person(++met), async (step) => {
      await booker.page.mouse.move(0, 0);
      await picture(booker.page, `${name}-${step}`);
      const low = await lowContrast(booker.page);
      if (low.length > 0) found[step] = low;
    });
    expect(found).toEqual({});
    expect(await isDark(booker.page)).toBe(dark);
    expect(decodeQr(await readQr(booker.page.locator('.qr')))).toMatch(/^ey/);
    expect(booker.faults).toEqual([]);
    await booker.close();
  });

  test('high contrast: every control has an edge, what is chosen is seen, and the QR can be read', async () => {
    const booker = await site.visit({ host: { policy: strictPolicy }, forcedColors: 'active' });
    const { page, t } = booker;
    const edges = () =>
      page.evaluate(() => {
        const root = document.querySelector('paspor-antrean')?.shadowRoot;
        const controls = [...(root?.querySelectorAll('.button, .turn, .row, .choice, input, select, .day.free') ?? [])];
        return controls
          .filter((control) => control.getClientRects().length > 0)
          .flatMap((control) => {
            const { borderTopWidth, borderTopColor, appearance } = getComputedStyle(control);
            const own = control.matches('input[type=radio], input[type=checkbox]') && appearance !== 'none';
            const ground = getComputedStyle(document.documentElement).backgroundColor;
            return own || (borderTopWidth !== '0px' && borderTopColor !== ground) ? [] : [control.className];
          });
      });
    const found: Record<string, unknown> = {};
    await walk(booker, person(++met), async (step) => {
      await picture(page, `high-contrast-${step}`);
      const bare = await edges();
      if (bare.length > 0) found[step] = bare;
      if (step === 'service') {
        const [chosen, other] = await page
          .locator('.choice')
          .evaluateAll((all) =>
            all
              .sort((one, two) => Number(two.matches(':has(:checked)')) - Number(one.matches(':has(:checked)')))
              .map((choice) => getComputedStyle(choice).borderTopWidth),
          );
        expect(chosen).not.toBe(other);
      }
    });
    expect(found).toEqual({});
    expect(decodeQr(await readQr(booker.page.locator('.qr')))).toMatch(/^ey/);
    await booker.sees(t.ticket.arrive);
    expect(booker.faults).toEqual([]);
    await booker.close();
  });

  test('reduced motion: nothing moves but a slow sign of waiting', async () => {
    let wire: Wire | undefined;
    const booker = await site.visit({
      host: sheet('html { scroll-behavior: smooth }'),
      reducedMotion: 'reduce',
      prepare: async (page) => {
        wire = new Wire(page);
        await wire.hang('offices');
      },
    });
    const { page } = booker;
    const motion = () =>
      page.evaluate(() => {
        const root = document.querySelector('paspor-antrean')?.shadowRoot;
        return (root?.getAnimations() ?? []).map((one) => [
          one instanceof CSSAnimation,
          one.effect?.getTiming().duration,
        ]);
      });
    await booker.sees(booker.t.common.loading);
    expect(await motion()).toEqual([[true, 6000]]);
    await wire?.release();
    await walk(booker, person(++met), async (step) =>
      expect({ step, motion: await motion() }).toEqual({ step, motion: [] }),
    );
    expect(booker.faults).toEqual([]);
    await booker.close();
  });
});
