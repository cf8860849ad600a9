import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { Browser, Page } from 'playwright-core';
import { type OutputChunk, rollup } from 'rollup';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../packages/api/src/config.ts';
import { createStaff } from '../../packages/api/src/staff/create-staff.ts';
import { type IdentityProvider, openIdentityProvider } from '../../packages/api/test/identity-provider.ts';
import { testSecrets } from '../../packages/api/test/secrets.ts';
import { openBrowser } from '../setup/browser.ts';

const built = fileURLToPath(new URL('../../packages/counter/dist/sign-in/sign-in.js', import.meta.url));

/** The built module as a page would carry it. */
const bundle = async (): Promise<OutputChunk[]> => {
  const made = await rollup({
    input: { 'sign-in': built },
    plugins: [nodeResolve()],
    preserveEntrySignatures: 'strict',
  });
  const { output } = await made.generate({ format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' });
  await made.close();
  return output.filter((part) => part.type === 'chunk');
};

const html = `<!doctype html><title>Loket</title>
<script type="module">import * as signIn from '/sign-in.js'; window.signIn = signIn;</script>`;

let chunks: OutputChunk[];
let browser: Browser;
let provider: IdentityProvider;
let page: string;
const site = createServer(({ url = '/' }, response) => {
  const chunk = chunks.find(({ fileName }) => url === `/${fileName}`);
  response.setHeader('content-type', chunk ? 'text/javascript' : 'text/html');
  response.end(chunk?.code ?? html);
});

beforeAll(async () => {
  chunks = await bundle();
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  page = `http://127.0.0.1:${(site.address() as AddressInfo).port}/loket`;
  provider = await openIdentityProvider({ redirectUris: [page] });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await provider?.close();
  await new Promise<void>((resolve) => {
    site.close(() => resolve());
    site.closeAllConnections();
  });
});

/** Calls the module in the page. */
const call = async (tab: Page, name: string, options?: object): Promise<Outcome> => {
  await tab.waitForFunction('window.signIn');
  return await tab.evaluate(
    ([name, options]) =>
      Promise.resolve((window as unknown as Carrying).signIn[name]?.(options)).catch((error) => ({
        name: error.name,
        code: error.code,
      })),
    [name, options] as const,
  );
};

type Outcome = Record<string, unknown> | undefined;

interface Carrying {
  signIn: Record<string, (options?: object) => Outcome | Promise<Outcome>>;
}

const options = () => {
  const { issuer, clientId, audience } = provider;
  return { issuer, clientId, audience, redirectUri: page };
};

const open = async (address = page): Promise<Page> => {
  const tab = await (await browser.newContext()).newPage();
  tab.setDefaultTimeout(8000);
  await tab.goto(address);
  return tab;
};

/** As far as the provider's own page. */
const begin = async (tab: Page) => {
  const leaving = tab.waitForURL((url) => url.origin === provider.issuer);
  // The page is gone before the call is over.
  await call(tab, 'beginSignIn', options()).catch(() => undefined);
  await leaving;
};

const signIn = async (tab: Page, name: string) => {
  await begin(tab);
  await tab.fill('[name=login]', name);
  await tab.fill('[name=password]', 'any');
  await tab.click('button[type=submit]');
  const back = tab.waitForURL((url) => url.href.startsWith(`${page}?`));
  await tab.click('button:has-text("Continue")');
  await back;
  return await call(tab, 'finishSignIn');
};

test('whoever signs in next on the same device is asked who they are', async () => {
  const tab = await open();
  await signIn(tab, 'clerk-of-bandung');
  const { accessToken } = (await signIn(tab, 'head-of-two')) ?? {};
  expect((await whose(accessToken)).sub).toBe('head-of-two');
  await tab.context().close();
});

const whose = async (token: unknown) => {
  const env = { ...(await testSecrets()), ...provider.settings, DATABASE_URL: 'postgres://u:p@h/d' };
  const verify = createStaff({ config: readConfig(env), clock: () => new Date(), isEmbedded: false });
  return await verify(String(token));
};

const kept = (tab: Page) =>
  tab.evaluate(() => ({ address: location.href, kept: sessionStorage.length + localStorage.length }));

test.each([
  ['clerk-of-bandung', { sub: 'clerk-of-bandung', offices: ['bandung'], role: 'counter' }],
  ['head-of-two', { sub: 'head-of-two', offices: ['bandung', 'malang'], role: 'head' }],
])('%s signs in, and the API knows who it is', async (name, member) => {
  const tab = await open();
  const began = Date.now();
  const signedIn = await signIn(tab, name);
  expect(await whose(signedIn?.accessToken)).toEqual(member);
  expect(signedIn?.expiresAt).toBeGreaterThanOrEqual(began + 300_000);
  expect(signedIn?.expiresAt).toBeLessThan(Date.now() + 301_000);
  expect(await kept(tab)).toEqual({ address: page, kept: 0 });
  expect(await call(tab, 'finishSignIn')).toBeUndefined();

  const { issuer, clientId, audience } = provider;
  const again = { issuer, clientId, audience, refreshToken: signedIn?.refreshToken };
  const renewed = await call(tab, 'refresh', again);
  expect(renewed?.accessToken).not.toBe(signedIn?.accessToken);
  expect(renewed?.refreshToken).toEqual(expect.any(String));
  expect(await whose(renewed?.accessToken)).toEqual(member);
  expect(await call(tab, 'refresh', { ...again, refreshToken: 'none' })).toEqual({
    name: 'SignInFailed',
    code: 'denied',
  });
  await tab.context().close();
});

test('who turns back at the provider is not signed in', async () => {
  const tab = await open();
  await begin(tab);
  const back = tab.waitForURL((url) => url.href.startsWith(`${page}?`));
  await tab.click('a:has-text("Cancel")');
  await back;
  expect(await call(tab, 'finishSignIn')).toEqual({ name: 'SignInFailed', code: 'denied' });
  expect(await kept(tab)).toEqual({ address: page, kept: 0 });
  await tab.context().close();
});

test('an answer that this tab did not ask for signs nobody in', async () => {
  const tab = await open(`${page}?code=theirs&state=theirs`);
  expect(await call(tab, 'finishSignIn')).toEqual({ name: 'SignInFailed', code: 'stale' });
  expect(await kept(tab)).toEqual({ address: page, kept: 0 });
  await begin(tab);
  await tab.goto(`${page}?code=theirs&state=theirs`);
  expect(await call(tab, 'finishSignIn')).toEqual({ name: 'SignInFailed', code: 'stale' });
  expect(await kept(tab)).toEqual({ address: page, kept: 0 });
  await tab.context().close();
});

test('a provider that cannot be asked, or is another than it is called, is said to be unreachable', async () => {
  const tab = await open();
  const unreachable = { name: 'SignInFailed', code: 'unreachable' };
  for (const issuer of ['http://127.0.0.1:1', 'http://antrean.test', provider.issuer.replace('127.0.0.1', 'localhost')])
    expect(await call(tab, 'beginSignIn', { ...options(), issuer }), issuer).toEqual(unreachable);
  expect(await kept(tab)).toEqual({ address: page, kept: 0 });
  await tab.context().close();
});

test('a development token leaves the address at once, and no other kind is taken from there', async () => {
  const sealed = (header: object, claims: object) =>
    [header, claims, {}].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const token = sealed({ typ: 'staff-development+jwt' }, { exp: 1_800_000_000, sub: 'ñ' });
  const tab = await open(`${page}?bahasa=en#token=${token}`);
  expect(await call(tab, 'readDevelopmentToken')).toEqual({ accessToken: token, expiresAt: 1_800_000_000_000 });
  expect(await kept(tab)).toEqual({ address: `${page}?bahasa=en`, kept: 0 });
  expect(await call(tab, 'readDevelopmentToken')).toBeUndefined();
  for (const other of [sealed({ typ: 'at+jwt' }, { exp: 1_800_000_000 }), sealed({}, {}), 'a.b.c', '', '%%%']) {
    await tab.evaluate((hash) => {
      location.hash = hash;
    }, `#token=${other}`);
    expect(await call(tab, 'readDevelopmentToken'), other).toBeUndefined();
    expect((await kept(tab)).address).toBe(`${page}?bahasa=en`);
  }
  await tab.context().close();
});

test('what speaks OAuth is loaded only when somebody signs in', async () => {
  const heavy = chunks.filter(({ modules }) => Object.keys(modules).some((path) => path.includes('oauth4webapi')));
  expect(heavy).toHaveLength(1);
  const first = new Set(['sign-in.js']);
  for (const name of first) for (const next of chunkNamed(name).imports) first.add(next);
  expect(first).not.toContain(heavy[0]?.fileName);
  const later = [...first].flatMap((name) => chunkNamed(name).dynamicImports);
  expect(later).toEqual([heavy[0]?.fileName]);
});

const chunkNamed = (name: string): OutputChunk => {
  const found = chunks.find(({ fileName }) => fileName === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};
