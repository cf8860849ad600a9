import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { type Booker, textOf } from './booker.ts';
import { may2026 } from './may-2026.ts';
import { openSite, type Site } from './site.ts';
import { Wire } from './wire.ts';

let site: Site;
let booker: Booker;
beforeAll(async () => {
  site = await openSite();
  booker = await site.visit({ prepare: (page) => new Wire(page).changeNext('availability', may2026) });
  await booker.seekTime({ people: [person(1), person(2)] });
  await booker.press(booker.t.time.other);
});
afterAll(() => site.close());

const cell = (on: string) => booker.page.locator(`[data-on="${on}"]`);
const focusedDay = () => booker.focused().getAttribute('data-on');
/** By the pointer, so that a test does not hang on the keys of another; the choice moves the focus to the hours. */
const standOn = async (on: string) => {
  const { page, t } = booker;
  const [turn, month] = [on < '2026-06' ? t.time.previousMonth : t.time.nextMonth, t.format.month(on)];
  if (!(await page.getByRole('grid', { name: month }).isVisible())) await booker.press(turn);
  await cell(on).click({ force: true });
  await cell(on).focus();
};

test.each([
  ['ArrowRight', '2026-05-13', '2026-05-14'],
  ['ArrowLeft', '2026-05-13', '2026-05-12'],
  ['ArrowDown', '2026-05-13', '2026-05-20'],
  ['ArrowUp', '2026-05-13', '2026-05-06'],
  ['Home', '2026-05-13', '2026-05-11'],
  ['End', '2026-05-13', '2026-05-17'],
  ['PageDown', '2026-05-13', '2026-06-13'],
  ['PageUp', '2026-06-13', '2026-05-13'],
  // A month on, where that month is shorter.
  ['PageDown', '2026-05-18', '2026-06-18'],
  // From one month into the next, and at the ends no further.
  ['ArrowRight', '2026-05-31', '2026-06-01'],
  ['ArrowUp', '2026-06-01', '2026-05-25'],
  ['ArrowLeft', '2026-05-04', '2026-05-04'],
  ['ArrowUp', '2026-05-06', '2026-05-04'],
  ['ArrowRight', '2026-06-22', '2026-06-22'],
  ['Shift+PageDown', '2026-05-13', '2026-06-22'],
  ['Shift+PageUp', '2026-06-13', '2026-05-04'],
  // Keys of the browser and the screen reader stay theirs.
  ['Control+ArrowRight', '2026-05-13', '2026-05-13'],
  ['Alt+ArrowDown', '2026-05-13', '2026-05-13'],
])('%s leads from %s to %s', async (keys, from, to) => {
  await standOn(from);
  await booker.page.keyboard.press(keys);
  await expect.poll(focusedDay).toBe(to);
  await booker.page.getByRole('grid', { name: booker.t.format.month(to) }).waitFor();
  // One day, and always this one, is what Tab reaches.
  expect(await booker.page.locator('[data-on][tabindex="0"]').getAttribute('data-on')).toBe(to);
});

const days = [
  ['open', '2026-05-06', 'Rabu, 6 Mei 2026, Sisa 3 tempat', undefined],
  [
    'full',
    '2026-05-05',
    'Selasa, 5 Mei 2026, penuh',
    'Kuota tanggal ini habis. Tempat kosong berikutnya: Rabu, 6 Mei 2026.',
  ],
  [
    'a holiday',
    '2026-05-14',
    'Kamis, 14 Mei 2026, Kantor tutup: Kenaikan Yesus Kristus.',
    'Kantor tutup: Kenaikan Yesus Kristus.',
  ],
  ['closed', '2026-05-09', 'Sabtu, 9 Mei 2026, Kantor tutup pada akhir pekan.', 'Kantor tutup pada akhir pekan.'],
  [
    'not open yet',
    '2026-06-22',
    'Senin, 22 Juni 2026, Belum dibuka. Dibuka Jumat, 15 Mei 2026, pukul 08.00 WIB.',
    'Belum dibuka. Dibuka Jumat, 15 Mei 2026, pukul 08.00 WIB.',
  ],
] as const;

test.each(days)(
  'a day that is %s is reached, spoken whole, and on Enter and Space shows its hours or says why not',
  async (_, on, name, why) => {
    const { page, t } = booker;
    for (const key of ['Enter', 'Space']) {
      await standOn('2026-05-13');
      await standOn(on);
      expect(await booker.focused().ariaSnapshot()).toContain(`button "${name}"${why ? ' [disabled]' : ''}`);
      await page.keyboard.press(key);
      await expect.poll(() => textOf(booker.focused())).toBe(t.time.hoursOf(t.format.day(on)));
      expect(await page.getByRole('gridcell', { selected: true }).getByRole('button').getAttribute('data-on')).toBe(on);
      if (why) await booker.sees(why);
      else expect(await page.getByRole('listitem').getByRole('button', { disabled: false }).count()).toBe(1);
    }
  },
);
