import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HostPage, ourScript, ourTag } from './host-site.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const screens = {
  phone: { width: 412, height: 823 },
  tablet: { width: 800, height: 1280 },
  laptop: { width: 1280, height: 900 },
};
const sheet = 'body { margin: 0; font: 1rem/1.5 sans-serif }';

/** All that moved in the page by itself until the first step stood there, as the browser counts it. */
const shift = async (host: HostPage, rule: string, viewport = screens.phone) => {
  const booker = await site.visit({
    viewport,
    host: {
      head: '<link rel="stylesheet" href="host.css">',
      files: { 'host.css': `${sheet} ${rule}` },
      // At the end, so that the page is painted without us first.
      script: '',
      after: `<footer>Jl. Contoh No. 1</footer>${ourScript}`,
      ...host,
    },
    prepare: (page) =>
      page.route('**/{widget,v1}/**', async (route) => {
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
        await route.continue();
      }),
  });
  const { page } = booker;
  await page.locator('paspor-antrean h2').waitFor();
  const moved = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        // What moved is reported with the frame after the one in which it moved.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 100)));
      }),
  );
  expect(booker.faults).toEqual([]);
  await booker.close();
  return moved;
};

const offices = (ids: string) => ({ tag: ourTag.replace(/office="[^"]*"/, ids ? `office="${ids}"` : '') });

test.each([
  ['one office', 'bandung', 60],
  ['a few offices', 'bandung bandung-soekarno-hatta', 38],
  ['all offices', '', 86],
])('with %s and the one rule that reserves the place, nothing moves on any screen', async (_, ids, rem) => {
  const rule = `paspor-antrean { display: block; min-height: ${rem}rem }`;
  for (const [screen, viewport] of Object.entries(screens))
    expect({ screen, moved: await shift(offices(ids), rule, viewport) }).toEqual({ screen, moved: 0 });
});

/** How much depends on the page: what is below goes out of sight on a phone when a header and a sentence are above. */
test('without the rule little moves on a page of the usual kind, because the element takes its place once', async () => {
  const { tag } = offices('bandung');
  const intro = '<p class="bar">Kantor Imigrasi</p><p>Ambil nomor antrean dari rumah, lalu datang sesuai jam Anda.</p>';
  const moved = await shift({ tag: intro + tag }, '.bar { padding: 1rem 0 }');
  expect(moved).toBeGreaterThan(0);
  expect(moved).toBeLessThanOrEqual(0.05);
});
