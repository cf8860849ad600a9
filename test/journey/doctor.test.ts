import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleLit } from '../../packages/widget/bench/bundle-lit.mjs';
import { openAxe } from './axe.ts';
import { type HostPage, ourLink, ourScript, ourTag, strictPolicy } from './host-site.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
let build: string;
let hostLit: string;
beforeAll(async () => {
  site = await openSite();
  build = await readFile(new URL('../../packages/widget/dist/embed/paspor-antrean.js', import.meta.url), 'utf8');
  hostLit = (await bundleLit()).replaceAll('new URL(import.meta.url).origin', "'{api}'");
});
afterAll(() => site.close());

/** As docs/embedding.md has it: nothing is to be found here. */
const healthy = {
  policy: strictPolicy,
  head: '<link rel="stylesheet" href="host.css">',
  files: { 'host.css': 'paspor-antrean { display: block; min-height: 38rem }' },
  query: '?antrean-doctor',
} satisfies HostPage;

interface Report {
  status: string;
  findings: { text: string; copy: string | undefined }[];
}

const examine = async (
  host: HostPage,
  prepare?: (page: Page) => Promise<unknown>,
  look?: (page: Page) => Promise<unknown>,
) => {
  const booker = await site.visit({ host: { ...healthy, ...host }, ...(prepare && { prepare }) });
  const { page } = booker;
  const panel = page.locator('#antrean-doctor');
  await panel.getByRole('status').waitFor();
  const report: Report = {
    status: await panel.getByRole('status').innerText(),
    findings: await panel.getByRole('listitem').evaluateAll((items) =>
      items.map((item) => ({
        text: item.firstChild?.textContent ?? '',
        copy: item.querySelector('pre')?.textContent?.trim(),
      })),
    ),
  };
  await look?.(page);
  await booker.close();
  return report;
};
const only = async (...given: Parameters<typeof examine>) => {
  const { findings } = await examine(...given);
  expect(findings).toHaveLength(1);
  return findings[0] ?? { text: '', copy: '' };
};
const withSheet = (css: string) => ({ files: { 'host.css': `${healthy.files['host.css']} ${css}` } });
const swap = (from: string, to: string) => ({ policy: strictPolicy.replace(from, to) });

test('a page set up as the documentation says gets a clean bill, in Indonesian and in English', async () => {
  const findings: Report['findings'] = [];
  expect(await examine({}, undefined, async (page) => expect(await (await openAxe(page))()).toEqual([]))).toEqual({
    status: 'Tidak ada masalah. Antrean paspor terpasang dengan benar.',
    findings,
  });
  expect(await examine({ lang: 'en' })).toEqual({
    status: 'Nothing is wrong. The passport queue is set up as it should be.',
    findings,
  });
});

test('nobody meets the doctor unasked, and the attribute asks for it too', async () => {
  const asked: string[] = [];
  const booker = await site.visit({
    host: { ...healthy, query: '' },
    prepare: async (page) => page.on('request', (request) => asked.push(request.url())),
  });
  await booker.at(booker.t.office.heading);
  expect(asked.filter((url) => /doctor|versions/.test(url))).toEqual([]);
  expect(await booker.page.locator('#antrean-doctor').count()).toBe(0);
  await booker.close();
  const report = await examine({ query: '', tag: ourTag.replace('<paspor-antrean', '<paspor-antrean doctor') });
  expect(report.findings).toEqual([]);
});

test('the doctor comes to a page that pins a version, or whose site puts a query behind the address', async () => {
  const { script } = (await (await fetch(`${site.url}/widget/versions.json`)).json()) as { script: string };
  for (const address of [script, '/widget/paspor-antrean.js?ver=6.4'])
    expect((await examine({ script: ourScript.replace('/widget/paspor-antrean.js', address) })).findings).toEqual([]);
});

describe('under a Content-Security-Policy that lacks a source, the line that cures it is printed', () => {
  test.each([
    [
      'connect-src that is there',
      swap('connect-src {api}', 'connect-src https://lain.example'),
      'connect-src https://lain.example {api}',
    ],
    ['connect-src that is not', swap('connect-src {api};', ''), 'connect-src {api}'],
    ['Trusted Types of others', swap('trusted-types lit-html', 'trusted-types lain'), 'trusted-types lain lit-html'],
    ['Trusted Types none', swap('trusted-types lit-html', "trusted-types 'none'"), 'trusted-types lit-html'],
  ])('%s', async (_, host, line) => {
    const { text, copy } = await only(host);
    expect(text).toBe('Content-Security-Policy situs ini menolak antrean. Ganti baris ini menjadi:');
    expect(copy).toBe(line.replace('{api}', site.url));
    // And it does cure it.
    const [name = ''] = line.split(' ');
    const cured = host.policy
      .split(/;\s*/)
      .filter((each) => !each.startsWith(`${name} `))
      .concat(line)
      .join('; ');
    expect((await examine({ policy: cured })).findings).toEqual([]);
  });

  test('the same in a meta tag', async () => {
    const { policy } = swap('connect-src {api}', "connect-src 'self'");
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    const { copy } = await only({ policy: '', head: meta + healthy.head });
    expect(copy).toBe(`connect-src 'self' ${site.url}`);
  });
});

test('where another Lit came first under a list of policies, allow-duplicates is printed, and cures it', async () => {
  const host = {
    script: `<script type="module" src="host-lit.js"></script>${ourScript}`,
    files: { ...healthy.files, 'host-lit.js': hostLit },
  };
  const { text, copy } = await only(host);
  expect(text).toContain('memakai Lit juga');
  expect(copy).toBe("trusted-types lit-html 'allow-duplicates'");
  expect(
    (await examine({ ...host, policy: strictPolicy.replace('trusted-types lit-html', copy ?? '') })).findings,
  ).toEqual([]);
});

test('the script twice, and two builds', async () => {
  expect((await only({ script: ourScript + ourScript })).text).toContain('dipasang 2 kali');
  const files = { ...healthy.files, 'paspor-antrean.js': `${build}\n// older` };
  const script = `${ourScript}<script type="module" src="paspor-antrean.js"></script>`;
  const { findings } = await examine({ script, files });
  expect(findings[0]?.copy).toBe("trusted-types lit-html 'allow-duplicates'");
  expect(findings[1]?.text).toContain('Dua versi');
  expect(findings[1]?.copy).toContain(`${site.url}/widget/paspor-antrean.js\nhttp`);
});

test('a script that is not the one the service has now', async () => {
  const older = async (page: Page) =>
    page.route('**/widget/paspor-antrean.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n// older` });
    });
  const { text, copy } = await only({}, older);
  expect(text).toContain('bukan versi terbaru');
  expect(copy).toBe(`${site.url}/widget/paspor-antrean.js`);
});

test('a site that the service does not list, and a service that does not answer, are told apart', async () => {
  const unlisted = await only({ unlisted: true });
  expect(unlisted.text).toContain('belum terdaftar');
  expect(unlisted.copy).toMatch(/^http:\/\/lain\.localhost:\d+$/);
  const dead = await only({}, (page) => page.route(/\/v1\/|versions\.json/, (route) => route.abort()));
  expect(dead.text).toContain('tidak menjawab');
  expect(dead.copy).toBe(site.url);
});

test('colours that cannot be read, by what WCAG asks of them', async () => {
  const faint = withSheet('paspor-antrean { --antrean-accent: #ff0; --antrean-on-accent: hsl(0 0% 100%) }');
  const { findings } = await examine(faint);
  const texts = findings.map(({ text }) => text).join('\n');
  expect(texts).toContain('Warna --antrean-accent di atas --antrean-background sulit dibaca: kontrasnya 1,07 : 1');
  expect(texts).toContain('Warna --antrean-on-accent di atas --antrean-accent');
  const good = withSheet('paspor-antrean { --antrean-accent: #7a1f1f; --antrean-on-accent: #fff }');
  expect((await examine(good)).findings).toEqual([]);
});

test('colours for the look that the page does not have now', async () => {
  const night = withSheet('paspor-antrean { color-scheme: light dark; --antrean-accent: light-dark(#0b4a6b, #123) }');
  const { findings } = await examine(night);
  expect(findings.length).toBeGreaterThan(0);
  for (const { text } of findings) expect(text).toContain('dalam tampilan gelap sulit dibaca');
});

test('a preload line that the browser makes no use of, and the one that it does', async () => {
  const head = (href: string, how = 'crossorigin') => ({
    head: `${healthy.head}<link rel="preload" as="fetch" ${how} href="${href}">`,
  });
  const right = '{api}/v1/offices?ids=bandung%2Cbandung-soekarno-hatta';
  const line = head(right).head.replace(healthy.head, '').replace('{api}', site.url);
  expect((await only(head('{api}/v1/offices/bandung'))).copy).toBe(line);
  expect((await only(head(right, ''))).copy).toBe(line);
  expect((await only(head('{api}/v1/offices?ids=malang%2Cbandung'))).copy).toBe(line);
  expect((await examine(head(right))).findings).toEqual([]);
});

test('an attribute that says what nobody understands, with what it may say', async () => {
  const { findings } = await examine({
    tag: ourTag.replace('<paspor-antrean', '<paspor-antrean service="baru" slot="2026-12-01 09:00" lang="fr"'),
  });
  expect(findings.map(({ text, copy }) => [/\w+="[^"]*"/.exec(text)?.[0], copy])).toEqual([
    ['service="baru"', 'new\nrenewal'],
    ['slot="2026-12-01 09:00"', '2026-12-01T09:00'],
    ['lang="fr"', 'id\nen'],
  ]);
  const fine = '<paspor-antrean service="new" slot="2026-12-01T09:00" lang="id-ID"';
  expect((await examine({ tag: ourTag.replace('<paspor-antrean', fine) })).findings).toEqual([]);
});

test('an office that does not exist, a tag without a link, a height that is not reserved, no tag at all', async () => {
  expect((await only({ tag: ourTag.replace('bandung-soekarno-hatta', 'bandnug') })).text).toContain('“bandnug”');
  const bare = await only({ tag: ourTag.replace(ourLink, '') });
  expect(bare.copy).toBe(`<a href="${site.url}/kantor/bandung">Ambil antrean paspor</a>`);
  const flat = await only({ files: { 'host.css': '' }, tag: ourTag.replace(' bandung-soekarno-hatta', '') });
  expect(flat.copy).toBe('paspor-antrean { display: block; min-height: 60rem }');
  expect((await only({ tag: '' })).text).toContain('tidak ada <paspor-antrean>');
});

test('an address without https on a page with it', async () => {
  const plain = 'http://antrean.contoh.go.id';
  const booker = await site.visit({
    host: healthy,
    prepare: (page) =>
      page.route('https://kantor.contoh.go.id/**', async (route) => {
        const html = `<!doctype html><html lang="id"><title>x</title><style>paspor-antrean { display: block; min-height: 60rem }</style>
          <paspor-antrean office="bandung" api="${plain}"><a href="/">x</a></paspor-antrean>
          <script type="module" src="/paspor-antrean.js"></script></html>`;
        const file = new URL(route.request().url()).pathname.slice(1);
        if (!file) return route.fulfill({ contentType: 'text/html', body: html });
        const body = await readFile(new URL(`../../packages/widget/dist/embed/${file}`, import.meta.url), 'utf8');
        return route.fulfill({ contentType: 'text/javascript', body });
      }),
  });
  await booker.page.goto('https://kantor.contoh.go.id/?antrean-doctor');
  const panel = booker.page.locator('#antrean-doctor');
  await panel.getByText('https, tetapi').waitFor();
  expect(await panel.locator('pre').allInnerTexts()).toContain('https://antrean.contoh.go.id');
  await booker.close();
});
