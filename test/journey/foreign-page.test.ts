import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { textOf } from './booker.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const script = /\s*<script type="module"[^>]*><\/script>/;
const tag = /<paspor-antrean[\s\S]*<\/paspor-antrean>/;
const withScript = '<script type="module" src="/widget/paspor-antrean.js"></script>';

/** What a host could find changed in its page. */
const traces = (page: Page) =>
  page.evaluate(() => ({
    globals: Object.getOwnPropertyNames(window)
      .filter((name) => !/^\d+$|^__playwright|^__pw/.test(name))
      .sort(),
    history: history.length,
    url: location.href,
    cookies: document.cookie,
    stored: localStorage.length + sessionStorage.length,
    head: document.head.innerHTML,
    attributes: [document.documentElement, document.body].map((element) => element.attributes.length),
    children: document.body.children.length,
    frames: window.length,
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
  }));

test('the whole journey under the strict policy leaves no violation, request elsewhere, cookie or trace', async () => {
  const untouched = await site.visit({
    serve: ({ html }) => ({ html: html.replace('src="/widget', 'data-src="/widget') }),
  });
  const before = await traces(untouched.page);
  await untouched.close();

  const booker = await site.visit();
  const { page, t } = booker;
  const policy = (await page.request.get(`${site.url}/`)).headers()['content-security-policy'];
  for (const rule of ["default-src 'none'", 'require-trusted-types-for', "style-src 'self';", 'trusted-types lit-html'])
    expect(policy).toContain(rule);
  const { code } = await booker.book({ people: [person(1), person(2, { relation: 'spouse' })] });
  await booker.press(t.ticket.calendar);
  await booker.press(t.manage.open);
  await booker.press(t.manage.move);
  await booker.press(t.time.other);
  await booker.press(t.common.back);
  await booker.press(t.manage.cancelOne(person(2).name));
  await booker.press(t.manage.yesOne);
  await booker.sees(t.manage.status.cancelled);
  await booker.press(t.manage.cancel);
  await booker.press(t.manage.yes);
  await booker.press(t.manage.bookAgain);
  await booker.press(/Kantor Imigrasi Bandung/);
  await booker.lookUp(code, person(1));

  const after = await traces(page);
  expect({ ...after, head: before.head }).toEqual(before);
  expect(after.head).toBe(before.head.replace('data-src', 'src'));
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.locator('[style]').count()).toBe(0);
  expect(booker.faults).toEqual([]);
  await booker.close();
});

describe('where the element cannot run, the link inside the tag stays', () => {
  const linkStays = async (booker: Awaited<ReturnType<Site['visit']>>) => {
    await booker.page.getByRole('link', { name: 'Ambil antrean paspor' }).click();
    expect(new URL(booker.page.url()).pathname).toBe('/kantor/bandung');
    expect(await textOf(booker.page.getByRole('heading', { level: 1 }))).toContain('Bandung');
    await booker.close();
  };

  test('without JavaScript', async () => linkStays(await site.visit({ javaScriptEnabled: false })));

  test('when the module does not load', async () => {
    await linkStays(await site.visit({ prepare: (page) => page.route('**/widget/**', (route) => route.abort()) }));
  });

  test('under a policy that forbids every Trusted Types policy', async () => {
    const serve = ({ policy }: { policy: string }) => ({
      policy: policy.replace('trusted-types lit-html', "trusted-types 'none'"),
    });
    await linkStays(await site.visit({ serve }));
  });

  test('and when the service does not answer, it is offered beside the reason', async () => {
    const prepare = (page: Page) => page.route('**/v1/**', (route) => route.abort());
    const booker = await site.visit({ prepare });
    await booker.at(booker.t.common.loadFailed);
    await linkStays(booker);
  });
});

describe('the tag works', () => {
  const books = async (serve: NonNullable<Parameters<Site['visit']>[0]>['serve'], n: number) => {
    const booker = await site.visit({ serve });
    await booker.book({ people: [person(n)] });
    return booker;
  };

  test('with the script twice', async () => {
    const booker = await books(({ html }) => ({ html: html.replace('</head>', `${withScript}</head>`) }), 10);
    expect(booker.faults).toEqual([]);
    await booker.close();
  });

  test('with the script once more from another address, which may not make its policy again and does nothing', async () => {
    const again = withScript.replace('.js', '.js?again');
    const booker = await books(({ html }) => ({ html: html.replace('</head>', `${again}</head>`) }), 11);
    expect(booker.faults.filter((fault) => !fault.includes('lit-html'))).toEqual([]);
    await booker.close();
  });

  test('with the script after it, at the end of the page', async () => {
    const booker = await books(
      ({ html }) => ({ html: html.replace(script, '').replace('</body>', `${withScript}</body>`) }),
      12,
    );
    expect(booker.faults).toEqual([]);
    await booker.close();
  });

  test('when a script of the host makes it, and moves it in the middle of a booking', async () => {
    const booker = await site.visit({ serve: ({ html }) => ({ html: html.replace(tag, '') }) });
    const { page, t } = booker;
    const one = person(13);
    const before = (await site.sql`select from booking where state = 'booked'`).length;
    await page.evaluate(() => {
      const element = document.createElement('paspor-antrean');
      element.setAttribute('office', 'bandung bandung-soekarno-hatta');
      document.querySelector('main')?.append(element);
    });
    await booker.reachReview({ people: [one] });
    await page.evaluate(() => document.querySelector('aside')?.append(document.querySelector('paspor-antrean') ?? ''));
    await booker.at(t.review.heading);
    await page.getByRole('complementary').getByText(one.name).waitFor();
    await booker.press(t.review.confirm);
    await page.evaluate(() => document.querySelector('main')?.append(document.querySelector('paspor-antrean') ?? ''));
    await booker.readTicket();
    expect(await site.sql`select from booking where state = 'booked'`).toHaveLength(before + 1);
    expect(booker.faults).toEqual([]);
    await booker.close();
  });

  test('twice on one page, each for itself', async () => {
    const booker = await site.visit({
      serve: ({ html }) => ({ html: html.replace(tag, (found) => found + found.replace('lang="id"', 'lang="en"')) }),
    });
    await booker.page.getByRole('heading', { name: 'Pilih kantor' }).waitFor();
    await booker.page.getByRole('heading', { name: 'Choose an office' }).waitFor();
    await booker
      .button(/Kantor Imigrasi Bandung/)
      .first()
      .click();
    await booker.at(booker.t.service.heading);
    await booker.page.getByRole('heading', { name: 'Choose an office' }).waitFor();
    expect(booker.faults).toEqual([]);
    await booker.close();
  });
});
