import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAxe } from '../../../../test/journey/axe.ts';
import { openBrowser } from '../../../../test/setup/browser.ts';
import { openTestOffice, type TestOffice } from '../../test/test-office.ts';

let office: TestOffice;
let server: ReturnType<typeof createAdaptorServer>;
let browser: Browser;
let base: string;
const faults: string[] = [];
beforeAll(async () => {
  office = await openTestOffice();
  server = createAdaptorServer({ fetch: (request) => office.ask(request.url) });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await office?.close();
});

const open = async (id: string, colorScheme: 'light' | 'dark' = 'light', width = 1280): Promise<Page> => {
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  page.on('request', (request) => request.url().startsWith(base) || faults.push(request.url()));
  await page.goto(`${base}/kantor/${id}/poster`);
  return page;
};

/** What a camera would see of the screen. */
const pixels = async (page: Page, png: Buffer) => {
  const image = await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    canvas?.drawImage(bitmap, 0, 0);
    const { width, height } = bitmap;
    const rgba = canvas?.getImageData(0, 0, width, height).data ?? [];
    // As text: millions of numbers would take seconds to be handed over.
    return { width, height, data: Array.from(rgba, (value) => String.fromCharCode(value)).join('') };
  }, png.toString('base64'));
  return { ...image, data: Uint8ClampedArray.from(image.data, (char) => char.charCodeAt(0)) };
};

test.each(['light', 'dark'] as const)(
  'the code leads to the page of the office, also on a %s screen',
  async (scheme) => {
    for (const id of ['bandung', 'bandung-soekarno-hatta']) {
      const page = await open(id, scheme);
      const address = `http://antrean.test/kantor/${id}`;
      expect(decodeQR(await pixels(page, await page.locator('.poster-code').screenshot()))).toBe(address);
      expect(await page.locator('figcaption').innerText()).toBe(address.replace('http://', ''));
      await page.close();
    }
  },
);

test('on paper it is one sheet of A4, with a code of more than six centimetres and white around it', async () => {
  const all = await office.antrean.listOffices({});
  const length = ({ id, name, city }: (typeof all.offices)[number]) => (id + name + name + city).length;
  const longest = [...all.offices].sort((a, b) => length(b) - length(a)).slice(0, 2);
  for (const id of ['bandung', 'labuanbajo', ...longest.map(({ id }) => id)]) {
    const page = await open(id);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([id, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([id, 1]);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    await page.emulateMedia({ media: 'print' });
    // A4 within its margins.
    await page.setViewportSize({ width: Math.round((182 / 25.4) * 96), height: Math.round((269 / 25.4) * 96) });
    const cut = await page.locator('.poster').evaluate((sheet) => sheet.scrollHeight - sheet.clientHeight);
    expect([id, cut]).toEqual([id, 0]);
    const box = await page.locator('.qr').boundingBox();
    expect(((box?.width ?? 0) / 96) * 25.4).toBeGreaterThan(60);
    expect(decodeQR(await pixels(page, await page.locator('.qr').screenshot()))).toBe(
      `http://antrean.test/kantor/${id}`,
    );
    await page.close();
  }
});

test('it says that it is free, whom it does not concern, and when the office is open', async () => {
  const page = await open('bandung');
  const text = await page.locator('.poster').innerText();
  for (const words of [
    'Antrean paspor lewat ponsel',
    'Petugas tidak pernah meminta bayaran untuk nomor antrean.',
    'dapat datang langsung tanpa antrean daring',
    'Jl. Surapati',
    'Jam layanan (WIB)',
    'Senin–Kamis 08.00–12.00, 13.00–16.00',
    'Booking is free.',
  ])
    expect(text.replaceAll(/\s+/g, ' ')).toContain(words);
  expect(text).not.toContain('tutup');
  await page.close();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing in it, nothing stands out to the side, and no policy is broken: %s',
  async (scheme) => {
    for (const width of [320, 1280]) {
      const page = await open('bandung', scheme, width);
      expect(await (await openAxe(page))()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.close();
    }
    expect(faults).toEqual([]);
  },
);

test('an office that does not exist has none, and it can only be read', async () => {
  const missing = await office.ask('/kantor/atlantis/poster');
  expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
  expect(await missing.text()).toContain('Kantor tidak ditemukan');
  const posted = await office.ask('/kantor/bandung/poster', { method: 'POST' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  const page = await office.ask('/kantor/bandung/poster');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await (await office.ask('/kantor/bandung')).text()).toContain('href="/kantor/bandung/poster"');
});
