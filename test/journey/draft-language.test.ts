import { afterAll, beforeAll, expect, test } from 'vitest';
import { id } from '../../packages/widget/src/i18n/id/index.ts';
import { jv } from '../../packages/widget/src/i18n/jv/index.ts';
import { su } from '../../packages/widget/src/i18n/su/index.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test.each([su, jv])('$lang is spoken where the tag asks for it, in a chunk that comes only then', async (words) => {
  const asked: string[] = [];
  const booker = await site.visit({
    serve: ({ html }) => ({ html: html.replace(/(<paspor-antrean[^>]*? lang=)"id"/, `$1"${words.lang}"`) }),
    prepare: async (page) => {
      page.on('request', (request) => asked.push(request.url()));
    },
  });
  await booker.at(words.office.heading);
  await booker.press(/Kantor Imigrasi Bandung/);
  await booker.at(words.service.heading);
  await booker.page.getByRole('radio', { name: words.service.newHelp }).check();
  await booker.press(words.service.next);
  await booker.at(words.time.heading);
  await booker.page.getByRole('heading', { name: words.time.earliest }).waitFor();
  expect(asked.filter((url) => /paspor-antrean-(?:su|jv|en)-/.test(url))).toHaveLength(1);
  expect(booker.faults).toEqual([]);
  await booker.close();
});

test('a page in Sundanese gets Indonesian', async () => {
  const booker = await site.visit({
    serve: ({ html }) => ({
      html: html.replace(/<html[^>]*>/, '<html lang="su">').replace(/(<paspor-antrean[^>]*?) lang="\w+"/, '$1'),
    }),
  });
  await booker.at(id.office.heading);
  expect(await booker.page.locator('html[lang=su] paspor-antrean:not([lang])').count()).toBe(1);
  expect(booker.faults).toEqual([]);
});
