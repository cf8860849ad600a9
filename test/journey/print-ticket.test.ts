import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { type Booker, textOf } from './booker.ts';
import { decodeQr } from './decode-qr.ts';
import { strictPolicy } from './host-site.ts';
import { readQr } from './read-qr.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** The host page's own printing, which no test may really start. */
const countPrints = (page: Page) =>
  page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-prints', `${prints(1)}`);
    const prints = (more: number) => Number(document.documentElement.getAttribute('data-prints')) + more;
  });
const prints = ({ page }: Booker) => page.locator('html').getAttribute('data-prints');

const opens = async (booker: Booker, press: () => Promise<void>): Promise<Page> => {
  const opened = booker.page.context().waitForEvent('page');
  await press();
  return await opened;
};

describe.each([
  ['id', 'Cetak', 'Rp'],
  ['en', 'Print', 'Rp'],
])('in %s', (lang, print) => {
  test('the printed page is in our origin and shows the QR and the text of this booking, and nothing of the host', async () => {
    const people = [person(lang === 'id' ? 1 : 11), person(lang === 'id' ? 2 : 12, { relation: 'spouse' })];
    const booker = await site.visit({
      host: { policy: strictPolicy, lang },
      prepare: countPrints,
    });
    const { page } = booker;
    const { code, queueCodes } = await booker.book({ people });
    const token = decodeQr(await readQr(page.locator('.qr')));
    const when = await textOf(page.locator('.pass-when'));

    const paper = await opens(booker, () => booker.press(print));
    await paper
      .getByText(people[0]?.name ?? '')
      .first()
      .waitFor();
    await paper.emulateMedia({ media: 'print' });
    // On paper it is drawn in lines; on the screen a module has to be a few pixels wide to be read.
    await paper.locator('#qr').evaluate((qr: SVGElement) => qr.style.setProperty('width', '40rem'));
    expect(decodeQr(await readQr(paper.locator('#qr')))).toBe(token);
    const text = await textOf(paper.locator('body'));
    for (const words of [...queueCodes, ...people.map(({ name }) => name), `${code.slice(0, 4)} ${code.slice(4)}`])
      expect(text).toContain(words);
    for (const line of when.split('\n').slice(1)) expect(text).toContain(line.replace(/^\S+ pukul /, ''));
    expect(text).not.toMatch(/Kantor Contoh|9901/);
    // Both pay the same, so that it is said once.
    expect(await paper.locator('[data-fill=fees] li').count()).toBe(1);
    expect(await paper.getByRole('button').count()).toBe(0);
    expect(paper.url()).toBe(`${site.url}/kantor/bandung/tiket?lang=${lang}`);
    expect(await prints(booker)).toBe(null);
    expect(booker.faults).toEqual([]);

    // Again, as one does when the paper jammed.
    const again = await opens(booker, () => booker.press(print));
    await again
      .getByText(people[0]?.name ?? '')
      .first()
      .waitFor();
    await booker.close();
  });
});

test('where no window opens, the page itself is printed', async () => {
  const policy = `${strictPolicy}; sandbox allow-scripts allow-same-origin allow-forms allow-modals`;
  const booker = await site.visit({ host: { policy }, prepare: countPrints });
  await booker.book({ people: [person(3)] });
  await booker.press(booker.t.ticket.print);
  await expect.poll(() => prints(booker)).toBe('1');
  await booker.page.emulateMedia({ media: 'print' });
  expect(await booker.button(booker.t.ticket.print).isVisible()).toBe(false);
  expect(decodeQr(await readQr(booker.page.locator('.qr')))).toMatch(/^ey/);
  await booker.close();
});

test('where the host severs its openers, the opened page says so and the next press prints the page itself', async () => {
  const headers = { 'cross-origin-opener-policy': 'same-origin' };
  const booker = await site.visit({ host: { policy: strictPolicy, headers }, prepare: countPrints });
  await booker.book({ people: [person(4)] });
  const paper = await opens(booker, () => booker.press(booker.t.ticket.print));
  await paper.getByText('tidak dapat dibuka sendiri').waitFor();
  expect(await prints(booker)).toBe(null);
  await booker.press(booker.t.ticket.print);
  await expect.poll(() => prints(booker)).toBe('1');
  await booker.close();
});

describe('a foreign origin', () => {
  /** Opens the page for tickets, hands it a ticket as the widget would, and tries to look into it. */
  const forger = `
    const sheet = window.open('{api}/kantor/bandung/tiket');
    addEventListener('message', ({ source, data }) => {
      if (source !== sheet || data.type !== 'antrean-ticket-ready') return;
      const applicants = [{ name: 'Penipu', queueCode: 'A09-001', feeIdr: null }];
      const qr = { size: 21, modules: '10'.repeat(220) + '1' };
      const ticket = { office: 'bandung', service: 'new', code: 'K7Q2M9XP', applicants, qr,
        startsAt: '2026-12-01T09:00:00+07:00', endsAt: '2026-12-01T10:00:00+07:00' };
      sheet.postMessage({ type: 'antrean-ticket', ticket }, '*');
      let seen;
      try { seen = sheet.document.body.textContent } catch (error) { seen = error.name }
      document.title = seen;
    });`;
  const script = '<script type="module" src="forger.js"></script>';

  test('cannot feed the page for tickets, nor read it', async () => {
    const sheets: Page[] = [];
    const booker = await site.visit({
      host: { unlisted: true, tag: '', script, files: { 'forger.js': forger } },
      prepare: async (page) => page.on('popup', (sheet) => sheets.push(sheet)),
    });
    await expect.poll(() => booker.page.title()).toBe('SecurityError');
    const [sheet] = sheets;
    // Messages come in order: after a turn of its own loop the sheet has seen the forged one.
    await sheet?.evaluate('new Promise((done) => setTimeout(done, 100))');
    expect(await sheet?.locator('#ticket').isVisible()).toBe(false);
    expect(await sheet?.locator('#waiting').isVisible()).toBe(true);
    await booker.close();
  });

  test('that says it is ready for the ticket gets none, and the true page does', async () => {
    const listener = `
      addEventListener('message', ({ data }) => parent.postMessage({ heard: data }, '*'));
      for (const at of [parent, parent.opener]) at?.postMessage({ type: 'antrean-ticket-ready' }, '*');`;
    const one = person(5);
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const booker = await site.visit({
      prepare: async (page) => {
        await page.context().route('**/kantor/bandung/tiket*', async (route) => {
          await released;
          await route.continue();
        });
      },
      host: { after: '<iframe title="x" src="about:blank"></iframe>' },
    });
    const { page } = booker;
    await booker.book({ people: [one] });
    const opened = page.context().waitForEvent('page');
    await booker.press(booker.t.ticket.print);
    const heard = await page.evaluate(async (code) => {
      const words: unknown[] = [];
      addEventListener('message', ({ data }) => words.push(data));
      const frame = document.querySelector('iframe');
      const done = new Promise((loaded) => frame?.addEventListener('load', loaded));
      frame?.setAttribute('sandbox', 'allow-scripts');
      frame?.setAttribute('srcdoc', `<script>${code}</script>`);
      await done;
      // The same words from the page itself, whose window is not the one that was opened either.
      postMessage({ type: 'antrean-ticket-ready' }, '*');
      await new Promise((later) => setTimeout(later, 100));
      return words;
    }, listener);
    expect(heard).toEqual([{ type: 'antrean-ticket-ready' }, { type: 'antrean-ticket-ready' }]);
    release();
    await (await opened).getByText(one.name).first().waitFor();
    await booker.close();
  });
});
