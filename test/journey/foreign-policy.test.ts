import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../packages/api/test/people.ts';
import { type Booker, textOf } from './booker.ts';
import { ourScript, strictPolicy } from './host-site.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const linkStays = async (booker: Booker) => {
  await booker.page.getByRole('link', { name: 'Ambil antrean paspor' }).click();
  await booker.page.getByRole('heading', { level: 1, name: /Bandung/ }).waitFor();
  expect(booker.page.url()).toBe(`${site.url}/kantor/bandung`);
  await booker.close();
};

test('under the strictest policy, on another site, a visit is booked without a violation, a cookie or a request elsewhere', async () => {
  const booker = await site.visit({ host: { policy: strictPolicy } });
  const { page } = booker;
  await booker.book({ people: [person(1)] });
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => [document.cookie, localStorage.length, history.length])).toEqual(['', 0, 2]);
  // The ticket's own entry, of which docs/embedding.md tells the webmaster.
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([
    expect.stringMatching(/^paspor-antrean http.* bandung bandung-soekarno-hatta$/),
  ]);
  expect(booker.faults).toEqual([]);
  await booker.close();
});

test('the same policy in a meta tag does as well', async () => {
  const booker = await site.visit({
    host: { head: `<meta http-equiv="Content-Security-Policy" content="${strictPolicy}">` },
  });
  await booker.seekTime({ people: [person(2)] });
  await booker.takeEarliest();
  expect(booker.faults).toEqual([]);
  await booker.close();
});

describe('on another site the link stays, and leads to a page that needs no widget', () => {
  test('without JavaScript', async () =>
    linkStays(await site.visit({ host: { policy: strictPolicy }, javaScriptEnabled: false })));

  test.each([
    ['forbids every Trusted Types policy', strictPolicy.replace('trusted-types lit-html', "trusted-types 'none'")],
    ['does not name our script', strictPolicy.replace("script-src {api} 'self'", "script-src 'self'")],
  ])('where its policy %s', async (_, policy) => linkStays(await site.visit({ host: { policy } })));

  test('where its policy does not let our script ask the API', async () => {
    const booker = await site.visit({
      host: { policy: strictPolicy.replace('connect-src {api}', "connect-src 'self'") },
    });
    await booker.at(booker.t.common.loadFailed);
    await linkStays(booker);
  });

  test('where the API does not list the site', async () => {
    const booker = await site.visit({ host: { unlisted: true } });
    await booker.at(booker.t.common.loadFailed);
    await linkStays(booker);
  });
});

test('with third-party cookies and all storage blocked by the visitor a visit is booked', async () => {
  const booker = await site.visit({ host: { policy: strictPolicy }, habit: 'forgetful' });
  const blocked = await booker.page.evaluate(() =>
    ['localStorage', 'sessionStorage'].map((name) => {
      try {
        return typeof window[name as 'localStorage'].length;
      } catch (error) {
        return (error as Error).name;
      }
    }),
  );
  expect(blocked).toEqual(['SecurityError', 'SecurityError']);
  await booker.book({ people: [person(3)] });
  expect(booker.faults).toEqual([]);
  await booker.close();
});

test('a page that severs its openers and isolates itself gets a ticket too', async () => {
  const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'credentialless' };
  const booker = await site.visit({ host: { policy: strictPolicy, headers } });
  expect(await booker.page.evaluate(() => crossOriginIsolated)).toBe(true);
  await booker.book({ people: [person(4)] });
  expect(booker.faults).toEqual([]);
  await booker.close();
});

test('the script pinned by its version and SRI hash runs, and with a wrong hash does not', async () => {
  interface File {
    script: string;
    integrity: string;
  }
  const listed = (await (await fetch(`${site.url}/widget/versions.json`)).json()) as File & { single?: File };
  const { script, integrity } = listed.single ?? listed;
  const pinned = (hash: string) =>
    ourScript.replace('/widget/paspor-antrean.js"', `${script}" integrity="${hash}" crossorigin="anonymous"`);
  const booker = await site.visit({ host: { policy: strictPolicy, script: pinned(integrity) } });
  await booker.seekTime({ people: [person(5)] });
  await booker.takeEarliest();
  expect(booker.faults).toEqual([]);
  await booker.close();
  const wrong = await site.visit({
    host: { policy: strictPolicy, script: pinned(integrity.replace(/.{4}$/, 'AAAA')) },
  });
  expect(await textOf(wrong.page.locator('paspor-antrean'))).toBe('Ambil antrean paspor');
  expect(wrong.faults.join()).toContain('integrity');
  await linkStays(wrong);
});
