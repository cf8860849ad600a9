import { problemHelp, problemStatus } from '@paspor-antrean/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../../test/test-office.ts';
import { pagePolicy, referencePolicy, ticketPolicy } from './policy.ts';
import { referenceScript } from './reference.ts';

let office: TestOffice;
beforeAll(async () => {
  // Monday 23 November 2026, 09:00 WIB.
  office = await openTestOffice({ ALLOWED_ORIGINS: '*.imigrasi.go.id,https://paspor.example.id' });
});
afterAll(() => office.close());

const get = async (path: string) => {
  const answer = await office.ask(path);
  return { answer, text: await answer.text() };
};

const pages: [path: string, policy: string][] = [
  ['/kantor', pagePolicy],
  ['/kantor/bandung', pagePolicy],
  ['/kantor/bandung?lang=en', pagePolicy],
  ['/kantor/bandung/tiket', ticketPolicy],
  ['/docs', referencePolicy],
  ['/docs/problems', pagePolicy],
  ['/privasi', pagePolicy],
];

describe.each(pages)('%s', (path, policy) => {
  it('is a page under its policy, with nothing inline and nothing from elsewhere', async () => {
    const { answer, text } = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.headers.get('content-security-policy')).toBe(policy);
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    expect(text).toMatch(/^<!doctype html>\n<html lang="(id|en)">/);
    expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/);
    for (const [, address] of text.matchAll(/\s(?:src|href)="([^"]*)"/g)) {
      if (!/<a[^>]*$/.test(text.slice(0, text.indexOf(`"${address}"`)))) expect(address).toMatch(/^\/(?!\/)/);
    }
  });
});

it('never weakens a policy beyond what the reference needs', () => {
  for (const policy of [pagePolicy, ticketPolicy]) {
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain("require-trusted-types-for 'script'");
  }
  expect(ticketPolicy).toContain("connect-src 'none'");
  expect(referencePolicy.replace("style-src 'self' 'unsafe-inline'", '')).not.toMatch(/unsafe|https?:|\*/);
});

describe('the page of an office', () => {
  it('says without a script all that one needs before coming', async () => {
    const { text } = await get('/kantor/bandung');
    for (const words of [
      'Kantor Imigrasi Bandung',
      'Jl. Surapati No. 82, Cihaurgeulis<br>Kota Bandung, Jawa Barat',
      'Nomor telepon kantor ini belum tercatat.',
      'Jam layanan (WIB)',
      'Senin–Kamis <span class="hours">08.00–12.00, 13.00–16.00</span>',
      'Jumat <span class="hours">08.00–11.00, 13.00–17.00</span>',
      'Sabtu, Minggu <span class="hours">tutup</span>',
      'Senin, 23 November 2026, <span class="hours">pukul 10.00–11.00 WIB</span>',
      'memakai kuota yang sama',
      'Paspor lama asli',
      'Rp650.000',
      'datang langsung tanpa antrean daring',
      'Paspor hilang atau rusak',
      'href="geo:-6.899146,107.631588"',
      'href="/kantor/bandung-soekarno-hatta"',
      '<noscript>',
      '<paspor-antrean office="bandung" lang="id">',
      '<link rel="preload" as="fetch" crossorigin href="/v1/offices/bandung">',
      '<script type="module" src="/widget/paspor-antrean.js"></script>',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/Kuota baru untuk [A-Z]\w+, \d+ \w+ \d{4} dibuka [A-Z]\w+, \d+ \w+ \d{4}, pukul 08\.00 WIB\./);
  });

  it('has an English twin, and each names the other', async () => {
    const { text } = await get('/kantor/bandung?lang=en');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Monday, 23 November 2026, <span class="hours">10:00–11:00 WIB</span>');
    expect(text).toContain('Rp650,000');
    expect(text).toContain('href="/kantor/bandung" lang="id"');
    expect(text).toContain('href="/kantor/karawang?lang=en"');
    expect((await get('/kantor/bandung')).text).toContain('href="/kantor/bandung?lang=en" lang="en"');
  });

  it('tells the time of the office, not of the reader', async () => {
    expect((await get('/kantor/jayapura')).text).toMatch(/pukul \d\d\.00–\d\d\.00 WIT</);
    expect((await get('/kantor/denpasar')).text).toContain('Waktu Indonesia Tengah (WITA, UTC+8)');
  });

  it('is a 404 page with the list of offices where there is none, and does not repeat what was asked', async () => {
    const { answer, text } = await get('/kantor/%3Cb%3Ezzz');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toBe(pagePolicy);
    expect(text).toContain('Kantor tidak ditemukan');
    expect(text).toContain('href="/kantor/bandung"');
    expect(text).not.toContain('zzz');
    expect((await get('/kantor/zzz/tiket')).answer.status).toBe(404);
  });

  it('does not let the words of an office become markup', async () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror='x'>`;
    await office.sql`update office set name = ${hostile}, address = ${hostile}, notice = ${hostile}, phone = ${hostile},
      privacy_url = 'javascript:alert(1)' where office_id = 'cirebon'`;
    const changed = await office.restart({});
    for (const path of ['/kantor/cirebon', '/kantor/cirebon/tiket', '/kantor', '/kantor/karawang?lang=en']) {
      const text = await (await changed.ask(path)).text();
      expect(text).not.toContain('<script>alert');
      expect(text).not.toContain('<img');
      expect(text).not.toContain('javascript:');
    }
    expect(await (await changed.ask('/kantor/cirebon')).text()).toContain('&lt;script&gt;alert(1)');
  });

  it('names the offices of the province for one whose place is not known', async () => {
    const { text } = await get('/kantor/labuanbajo');
    expect(text).not.toContain('geo:');
    expect(text).toContain('href="/kantor/kupang"');
  });

  it('says where else there is room when this office is full', async () => {
    await office.sql`update slot set taken = capacity where office_id = 'bogor'`;
    const { text } = await get('/kantor/bogor');
    expect(text).toContain('Kuota yang sudah dibuka habis.');
    expect(text).toContain('Masih ada tempat di kantor lain');
    expect(text).toMatch(/Kuota baru untuk/);
  });
});

it('lists every problem code under its own id', async () => {
  const { text } = await get('/docs/problems');
  for (const [code, [title]] of Object.entries(problemHelp)) {
    expect(text).toContain(`<article id="${code}">`);
    expect(text).toContain(title.replace(/'/g, '&#39;'));
    expect(text).toContain(`id="status-${problemStatus[code as keyof typeof problemStatus]}"`);
  }
});

it('sets up the reference to ask no other host', async () => {
  const script = await get('/docs/start.js');
  expect(script.text).toBe(referenceScript);
  expect(script.answer.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(referenceScript).toContain('validatorUrl: null');
  expect(referenceScript).not.toMatch(/https?:/);
  const { text } = await get('/docs');
  expect(text).toContain('href="/docs/problems"');
  expect(text).toContain('href="/openapi.json"');
});

it('names the origins that may hand over a ticket, and keeps tickets out of search', async () => {
  const { text } = await get('/kantor/bandung/tiket');
  expect(text).toContain(
    '<meta name="antrean-origins" content="*.imigrasi.go.id https://paspor.example.id http://antrean.test">',
  );
  expect(text).toContain('<meta name="robots" content="noindex">');
});

it('says in the privacy notice how long data is kept, in both languages', async () => {
  expect((await get('/privasi')).text).toContain('Data pribadi dihapus 30 hari setelah hari kunjungan.');
  expect((await get('/privasi?lang=en')).text).toContain('deleted 30 days after');
});

it('logs pages by name, never by path', async () => {
  await get('/kantor/bandung/tiket');
  expect(office.log.at(-1)).toMatchObject({ event: 'request', route: 'ticketPage', status: 200 });
});
