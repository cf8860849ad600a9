import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { bundleLit } from '../../packages/widget/bench/bundle-lit.mjs';
import { type Booker, textOf } from './booker.ts';
import { type HostPage, ourScript, ourTag, strictPolicy } from './host-site.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
let build: string;
let hostLit: string;
beforeAll(async () => {
  site = await openSite();
  // All in one file, where there is such a build: a host's own copy has no other modules beside it.
  const files = ['paspor-antrean.single.js', 'paspor-antrean.js'];
  const embed = new URL('../../packages/widget/dist/embed/', import.meta.url);
  const file = files.map((name) => new URL(name, embed)).find((each) => existsSync(each));
  build = await readFile(file ?? embed, 'utf8');
  hostLit = (await bundleLit()).replaceAll('new URL(import.meta.url).origin', "'{api}'");
});
afterAll(() => site.close());

const duplicates = strictPolicy.replace('trusted-types lit-html', "trusted-types lit-html 'allow-duplicates'");
const litTag = '<lit-fetch ids="bandung"></lit-fetch>';
const litScript = '<script type="module" src="host-lit.js"></script>';
/** Another build of ours, from the host's own disk; it says so, to be told apart. */
const otherScript = '<script type="module" src="other-build.js"></script>';
const otherBuild = () => `const __before = customElements.get('paspor-antrean');
${build.replace(/^\/\/# source.*$/m, '')}
if (!__before) customElements.get('paspor-antrean').build = 'other';`;

const visit = (host: HostPage) =>
  site.visit({ host: { files: { 'host-lit.js': hostLit, 'other-build.js': otherBuild() }, ...host } });

const whoWon = ({ page }: Booker) =>
  page.evaluate(() => {
    const element = customElements.get('paspor-antrean');
    return element && ('build' in element ? 'other' : 'ours');
  });
const linkIsThere = async ({ page }: Booker) => {
  expect(await textOf(page.locator('paspor-antrean'))).toBe('Ambil antrean paspor');
  expect(await page.locator('paspor-antrean').evaluate((element) => element.shadowRoot)).toBe(null);
};
const refusedPolicy = /Policy with name "lit-html" already exists|Policy "lit-html" disallowed|createPolicy/;

describe('with two builds of ours', () => {
  const tag = ourTag.replace('<paspor-antrean', '<paspor-antrean api="{api}"');

  test('the first one serves, and the second does nothing, where there is no policy', async () => {
    const booker = await visit({ script: ourScript + otherScript, tag });
    await booker.book({ people: [person(1)] });
    expect(await whoWon(booker)).toBe('ours');
    expect(booker.faults).toEqual([]);
    await booker.close();
  });

  test('the first one serves, whichever it is, under a list of policies that lets each name be taken once', async () => {
    const booker = await visit({ policy: strictPolicy, script: otherScript + ourScript, tag });
    await booker.book({ people: [person(2)] });
    expect(await whoWon(booker)).toBe('other');
    expect(booker.faults.filter((fault) => !refusedPolicy.test(fault) && !/trusted-types/.test(fault))).toEqual([]);
    expect(booker.faults.join()).toMatch(refusedPolicy);
    await booker.close();
  });
});

describe('with a Lit of the host’s own', () => {
  const page = (first: string, second: string, policy?: string) =>
    visit({ script: first + second, after: litTag, ...(policy && { policy }) });
  const hostsOwn = (booker: Booker) => booker.page.locator('lit-fetch').getByRole('button');

  test.each([
    ['without a policy', undefined],
    ["with 'allow-duplicates' in the list of policies", duplicates],
  ])('both serve %s, in either order', async (_, policy) => {
    for (const [at, order] of [
      [ourScript, litScript],
      [litScript, ourScript],
    ].entries()) {
      const booker = await page(order[0] ?? '', order[1] ?? '', policy);
      await hostsOwn(booker).waitFor();
      await booker.seekTime({ office: /Kantor Imigrasi Bandung.*Jawa Barat/, people: [person(10 + at)] });
      await booker.takeEarliest();
      expect(booker.faults).toEqual([]);
      await booker.close();
    }
  });

  test('the one that comes second cannot run under a list without it: ours leaves its link', async () => {
    const booker = await page(litScript, ourScript, strictPolicy);
    await hostsOwn(booker).waitFor();
    await linkIsThere(booker);
    expect(booker.faults.join()).toMatch(refusedPolicy);
    await booker.close();
  });

  test('and when it is the host’s that comes second, ours books on', async () => {
    const booker = await page(ourScript, litScript, strictPolicy);
    await booker.book({ people: [person(12)] });
    expect(await hostsOwn(booker).count()).toBe(0);
    await booker.close();
  });
});

test('below a foreign <base href> a visit is booked, and a fault leads to its field and not to that base', async () => {
  const head = '<base href="https://contoh.example/elsewhere/">';
  const booker = await visit({ head, policy: strictPolicy.replace("base-uri 'none'; ", '') });
  const { page, t } = booker;
  const address = page.url();
  const one = person(20);
  await booker.seekTime({ people: [one] });
  await booker.takeEarliest();
  await booker.press(t.people.next);
  await page.getByRole('link', { name: t.people.fault('name', 'REQUIRED', 0) }).click();
  expect(await booker.focused().getAttribute('id')).toBe('applicants-0-name');
  await booker.fillIn([one]);
  await booker.press(t.people.next);
  await booker.press(t.review.confirm);
  await booker.readTicket();
  expect(page.url()).toBe(address);
  expect(booker.faults).toEqual([]);
  await booker.close();
});

describe('a script of the host', () => {
  const tagMaker = `const tag = document.createElement('paspor-antrean');
    tag.office = 'bandung bandung-soekarno-hatta';
    document.querySelector('main').append(tag);`;

  test.each([
    ['before ours', `<script type="module" src="host.js"></script>${ourScript}`],
    ['after ours', `${ourScript}<script type="module" src="host.js"></script>`],
  ])('makes the tag with createElement and sets its properties, %s', async (_, script) => {
    const booker = await visit({ policy: strictPolicy, tag: '', script, files: { 'host.js': tagMaker } });
    await booker.seekTime({ people: [person(30)] });
    await booker.takeEarliest();
    expect(booker.faults).toEqual([]);
    await booker.close();
  });

  test('moves the tag while an answer is awaited, and neither the place nor what was typed is lost', async () => {
    const booker = await visit({ policy: strictPolicy });
    const { page, t } = booker;
    const one = person(31);
    const move = () =>
      page.evaluate(() =>
        document.body.prepend(document.querySelector('paspor-antrean') ?? document.createElement('p')),
      );
    /** The server acts, and while its answer is on the way the tag moves. */
    const moveBeforeAnswer = (path: RegExp) =>
      page.route(
        path,
        async (route) => {
          const response = await route.fetch();
          await move();
          // The page may no longer wait for this one.
          await route.fulfill({ response }).catch(() => undefined);
        },
        { times: 1 },
      );
    const holds = async () => (await site.sql`select from booking where state = 'held'`).length;
    const before = await holds();
    await booker.seekTime({ people: [one] });
    await moveBeforeAnswer(/\/holds$/);
    await booker.press(t.time.take);
    await booker.at(t.people.heading);
    expect(await holds()).toBe(before + 1);

    const form = booker.form(1, 1);
    await form.getByLabel(t.people.name).fill(one.name);
    await move();
    expect(await form.getByLabel(t.people.name).inputValue()).toBe(one.name);
    await booker.fillIn([one]);
    await booker.press(t.people.next);
    await moveBeforeAnswer(/\/bookings$/);
    await booker.press(t.review.confirm);
    await booker.readTicket();
    expect(await holds()).toBe(before);
    expect(booker.faults).toEqual([]);
    await booker.close();
  });
});

test('two tags on one page each hold a place of their own', async () => {
  const one = (lang: string) => ourTag.replace('<paspor-antrean', `<paspor-antrean id="${lang}" lang="${lang}"`);
  const booker = await visit({ policy: strictPolicy, tag: one('id') + one('en') });
  const { page } = booker;
  for (const lang of ['id', 'en']) {
    const tag = page.locator(`#${lang}`);
    await tag
      .getByRole('button', { name: /Kantor Imigrasi Bandung/ })
      .first()
      .click();
    await tag.getByRole('radio').first().check();
    await tag.locator('.button.primary').click();
    await tag.locator('.earliest .button').click();
    await tag.getByRole('timer').waitFor();
  }
  expect(await page.getByRole('timer').count()).toBe(2);
  expect(booker.faults).toEqual([]);
  await booker.close();
});
