import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import type { Step } from '../../packages/widget/src/flow-state.ts';
import { openAxe } from './axe.ts';
import { scenes } from './scenes.ts';
import { openSite, type Site } from './site.ts';
import { smallTargets } from './targets.ts';
import { Wire } from './wire.ts';

let site: Site;
let met = 0;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Those who see the same state: on a phone by day, and in English on a large screen by night. */
const looks = [
  { lang: 'id', width: 390, colorScheme: 'light' },
  { lang: 'en', width: 1280, colorScheme: 'dark' },
] as const;
const [phone] = looks;
const height = 900;

/** What stands out to the side, or is too small for a finger, on this screen and on the narrowest that WCAG asks for. */
const misfits = async (page: Page, width: number): Promise<string[]> => {
  const measure = async () => {
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    return [...(isWider ? ['the page is wider than its window'] : []), ...(await smallTargets(page))];
  };
  const here = await measure();
  if (width > 400) return here;
  await page.setViewportSize({ width: 320, height });
  const narrow = await measure();
  await page.setViewportSize({ width, height });
  return [...here, ...narrow.map((misfit) => `at 320 px: ${misfit}`)];
};

const look = async (page: Page, { lang, width, colorScheme }: (typeof looks)[number]): Promise<void> => {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  await page.locator('paspor-antrean').evaluate((element, lang) => element.setAttribute('lang', lang), lang);
  await page.locator(`.antrean[lang=${lang}]`).waitFor();
};

const open = async (step: Step) => {
  const { anyOffice, before } = scenes[step];
  let wire: Wire | undefined;
  const booker = await site.visit({
    colorScheme: phone.colorScheme,
    viewport: { width: phone.width, height },
    serve: ({ html }) => ({ html: anyOffice ? html.replace(/ office="[^"]*"/, '') : html }),
    prepare: async (page) => {
      wire = new Wire(page);
      await before?.(wire);
    },
  });
  const people = [person(++met), person(++met, { relation: 'spouse' })];
  const book = async () => {
    const antrean = site.antrean;
    const { privacy } = await antrean.readOffice({ office: 'bandung' });
    const { token } = await antrean.holdSlot({ office: 'bandung', service: 'new', party: 2 });
    const contact = { phone: '0812 0000 0001' };
    const visit = { contact, applicants: people, privacyVersion: privacy.version };
    return (await antrean.bookHold({ office: 'bandung', token, ...visit })).code;
  };
  return { site, booker, wire: wire ?? new Wire(booker.page), people, book };
};

test('a fault inside the element would be found', async () => {
  const { booker } = await open('service');
  const { page } = booker;
  await booker.at(booker.t.office.heading);
  const axe = await openAxe(page);
  await page.evaluate(() => document.querySelector('paspor-antrean')?.shadowRoot?.append(new Image(9, 9)));
  expect(await axe()).toEqual([expect.stringMatching(/^image-alt at .*img/)]);
  await booker.close();
});

test('the page in English has no accessibility finding either', async () => {
  const booker = await site.visit({ path: '/en.html', colorScheme: 'dark', viewport: { width: 1280, height } });
  await booker.at(booker.t.office.heading);
  expect(await misfits(booker.page, 1280)).toEqual([]);
  expect(await (await openAxe(booker.page))()).toEqual([]);
  await booker.close();
});

describe.each(Object.keys(scenes) as Step[])('%s', (step) => {
  test('has no accessibility finding in any of its states, in either look', async () => {
    const stage = await open(step);
    const { page } = stage.booker;
    const axe = await openAxe(page);
    const { enter, stops } = scenes[step];
    const all = Object.entries({ entered: enter, ...stops }).flatMap(([name, stop]) =>
      (Array.isArray(stop) ? stop : [stop]).map((go, at) => ({ name: at ? `${name} ${at + 1}` : name, go })),
    );
    for (const { name, go } of all) {
      if (typeof go === 'string') continue;
      await go(stage);
      expect({ name, step: await page.evaluate(() => document.querySelector('paspor-antrean')?.step) }).toEqual({
        name,
        step,
      });
      for (const seen of looks) {
        await look(page, seen);
        const found = { misfits: await misfits(page, seen.width), findings: await axe() };
        expect({ name, ...seen, ...found }).toEqual({ name, ...seen, misfits: [], findings: [] });
      }
      await look(page, phone);
    }
    await stage.booker.close();
  });
});
