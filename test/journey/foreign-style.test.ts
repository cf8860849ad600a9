import type { Page } from 'playwright-core';
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

const withSheet = (css: string): HostPage => ({
  policy: strictPolicy,
  head: '<link rel="stylesheet" href="host.css">',
  files: { 'host.css': css },
});

/** How each thing inside the element looks: all but the font, which is the host’s on purpose, and where on the page. */
const looks = async (page: Page) => {
  await page.mouse.move(0, 0);
  return await page.evaluate(() => {
    const inside = [...(document.querySelector('paspor-antrean')?.shadowRoot?.querySelectorAll('*') ?? [])];
    return inside
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => {
        const style = getComputedStyle(element);
        const { width, height } = element.getBoundingClientRect();
        const shown = [...style]
          .filter(
            (name) =>
              !name.startsWith('--') &&
              !/^(?:font-family|(?:top|bottom|inset-block.*)|perspective-origin|transform-origin)$/.test(name),
          )
          .map((name) => `${name}: ${style.getPropertyValue(name)}`);
        return { element: `${element.localName}.${element.className}`, size: [width, height].map(Math.round), shown };
      });
  });
};

const bare = 'body { margin: 0; font: 16px/1.5 sans-serif } main { padding: 8px } paspor-antrean { display: block }';

/** Each as a whole style sheet that some site in the world has. */
const hostile = {
  'resets and !importants everything': `
    ${bare}
    html *, html *::before, html *::after { all: unset !important; }
    head, script, style, title, meta, link { display: none !important; }
    main, paspor-antrean { display: block !important; }
    body { margin: 0 !important; }
    main { padding: 8px !important; }
    * { color: #c00 !important; background: #000 !important; font: italic 700 9px/1 sans-serif !important; letter-spacing: .5em !important;
        text-transform: uppercase !important; text-align: right !important; border: 3px solid lime !important; float: none !important;
        text-indent: 3em !important; white-space: nowrap !important; word-spacing: 1em !important; visibility: visible !important;
        cursor: none !important; direction: rtl !important; unicode-bidi: bidi-override !important; list-style: square !important; user-select: none !important; pointer-events: auto !important; }
    html, body, main, paspor-antrean { border: 0 !important; }
    button, input, select, h2, h3, p, a, svg { display: none !important; opacity: 0 !important; }`,
  'is content-box and 9px': `${bare} * { box-sizing: content-box; font-size: 9px }`,
  'sets our own variables for its own ends': `
    ${bare} * { --bg: red; --text: red; --line: red; --accent: red; --on: red; --soft: red; --muted: red; --raised: red;
      --good: red; --good-soft: red; --warn: red; --warn-soft: red; --bad: red; --bad-soft: red; --edge: red }`,
};

describe('a host’s style sheet', () => {
  const looksOf = async (host: HostPage, n: number) => {
    const booker = await site.visit({ host });
    const seen: Record<string, Awaited<ReturnType<typeof looks>>> = {};
    await walk(booker, person(n), async (step) => {
      // What differs from visit to visit, the time that is left, the name and the codes, says nothing of styles.
      seen[step] = (await looks(booker.page)).filter(({ element }) => !/^(?:strong|span|svg|path|rect)/.test(element));
    });
    expect(booker.faults).toEqual([]);
    await booker.close();
    return seen;
  };

  let clean: Awaited<ReturnType<typeof looksOf>>;
  beforeAll(async () => {
    clean = await looksOf(withSheet(bare), 1);
  });

  test.each(Object.entries(hostile).map(([name, css], at) => [name, css, at + 2] as const))(
    'that %s changes nothing inside',
    async (_, css, n) => {
      const seen = await looksOf(withSheet(css), n);
      for (const step of Object.keys(clean)) {
        const pairs = (clean[step] ?? []).map((one, at) => ({ one, other: seen[step]?.[at] }));
        expect(pairs.length).toBeGreaterThan(10);
        const changed = pairs.flatMap(({ one, other }) =>
          one.shown.flatMap((line, at) =>
            line === other?.shown[at] ? [] : [`${one.element} ${line} → ${other?.shown[at]}`],
          ),
        );
        expect({ step, changed: changed.slice(0, 12) }).toEqual({ step, changed: [] });
        expect(seen[step]?.map(({ size }) => size)).toEqual(clean[step]?.map(({ size }) => size));
      }
    },
  );
});
