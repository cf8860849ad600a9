import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePage } from '../../packages/api/test/served-page.ts';
import { qrCode } from '../../packages/widget/src/parts/qr-code.ts';
import { launchOptions } from '../setup/browser.ts';

/** As long as a token may be. */
const token = `eyJhbGciOiJFZERTQSJ9.${'eyJzdWIiOiJBWnExbTN4OGZVcUwwcFdu'.repeat(6)}`.padEnd(287, 'x');
const [width, height] = [640, 480];
let folder: string;
let site: Awaited<ReturnType<typeof servePage>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antrean-camera-'));
  site = await servePage();
});
afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a camera sees of a ticket that is held a little askew: one frame of brightness, then two without colour. */
const frame = (): Buffer => {
  const code = qrCode(token);
  const side = code.length;
  const [cos, sin] = [Math.cos(0.15), Math.sin(0.15)];
  const module = 5;
  const bright = Buffer.alloc(width * height, 200);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const column = Math.floor((dx * cos + dy * sin) / module + side / 2);
      const row = Math.floor((dy * cos - dx * sin) / module + side / 2);
      if (code[row]?.[column] === '1') bright[y * width + x] = 40;
    }
  return Buffer.concat([bright, Buffer.alloc((width * height) / 2, 128)]);
};

/** A page whose desk notes what it is presented, in a browser whose camera is a film. */
const openPage = async (): Promise<{ page: Page; presented: () => Promise<string[]>; close: () => Promise<void> }> => {
  const film = join(folder, 'ticket.y4m');
  const header = `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`;
  await writeFile(film, Buffer.concat([Buffer.from(`${header}FRAME\n`), frame(), Buffer.from('FRAME\n'), frame()]));
  const options = await launchOptions();
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const args = [...(options.args ?? []), ...camera, `--use-file-for-fake-video-capture=${film}`];
  const browser = await chromium.launch({ ...options, args });
  const page = await browser.newPage();
  await page.goto(`${site.base}/loket`);
  // Only now is it known that nobody is signed in, which would put a desk of its own in place of this one.
  await page.getByText('Untuk mencoba, buat token').waitFor();
  await page.evaluate(() => {
    const presented: string[] = [];
    const state = { staff: { office: 'bandung', role: 'counter' }, day: null, asOf: null, online: true, unsent: 0 };
    const desk = {
      state: { ...state, clashes: [], clockOffMs: 0, isExpired: false },
      subscribe: () => () => {},
      present: async (text: string) => {
        presented.push(text);
        return { kind: 'unknown' };
      },
    };
    Object.assign(globalThis, { presented });
    Object.assign(document.querySelector('paspor-loket') as object, { desk });
  });
  const presented = () => page.evaluate(() => (globalThis as unknown as { presented: string[] }).presented);
  return { page, presented, close: () => browser.close() };
};

test('the camera reads a ticket once while it is held there, and goes dark with the page', async () => {
  const { page, presented, close } = await openPage();
  await page.getByRole('button', { name: 'Nyalakan kamera' }).click();
  await page.getByText('Tidak ditemukan').waitFor();
  expect(await presented()).toEqual([token]);
  const isLive = () =>
    page.evaluate(() => {
      const video = document.querySelector('paspor-loket')?.shadowRoot?.querySelector('video');
      return (video?.srcObject as MediaStream | undefined)?.getVideoTracks()[0]?.readyState === 'live';
    });
  expect(await isLive()).toBe(true);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.getByRole('button', { name: 'Nyalakan kamera' }).waitFor();
  expect(await isLive()).toBe(false);
  expect(await presented()).toEqual([token]);
  await close();
});

test('a ticket is read from a picture that is chosen; a picture without one says so', async () => {
  const { page, presented, close } = await openPage();
  const picture = async (text: string) => {
    const rows = text ? qrCode(text) : [];
    const drawn = await page.evaluate(async (rows) => {
      const sheet = () => {
        const canvas = new OffscreenCanvas(900, 900);
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.fillStyle = '#e9e5da';
        context.fillRect(0, 0, 900, 900);
        context.fillStyle = '#222';
        context.translate(450, 450);
        return { canvas, context };
      };
      const [ticket, photo] = [sheet(), sheet()];
      for (const [y, row] of rows.entries())
        for (let x = 0; x < row.length; x++)
          if (row[x] === '1') ticket.context.fillRect((x - rows.length / 2) * 9, (y - rows.length / 2) * 9, 9, 9);
      photo.context.rotate(-0.3);
      photo.context.filter = 'blur(1px)';
      photo.context.drawImage(ticket.canvas, -450, -450);
      const { canvas } = photo;
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.6 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    }, rows);
    return { name: 'ticket.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(drawn) };
  };
  const chooser = page.locator('input[type=file]');
  await chooser.setInputFiles(await picture(''));
  await page.getByText('Tidak ada kode QR di gambar itu').waitFor();
  expect(await presented()).toEqual([]);
  await chooser.setInputFiles(await picture(token));
  await page.getByText('Tidak ditemukan').waitFor();
  expect(await presented()).toEqual([token]);
  await close();
});

test('a handheld scanner is heard wherever the focus is, from its first letter', async () => {
  const { page, presented, close } = await openPage();
  await page.getByRole('button', { name: 'Tanpa janji' }).focus();
  await page.keyboard.type(token);
  await page.keyboard.press('Enter');
  await page.getByText('Tidak ditemukan').waitFor();
  expect(await presented()).toEqual([token]);
  await page.keyboard.press('Escape');
  await page.getByText('Siap memindai').waitFor();
  await page.locator('#search').focus();
  await page.keyboard.type(token);
  await page.keyboard.press('Enter');
  await page.getByText('Tidak ditemukan').waitFor();
  expect(await presented()).toEqual([token, token]);
  expect(await page.locator('#search').inputValue()).toBe('');
  await close();
});
