import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../src/config.ts';
import type { VerifyStaff } from '../src/http/staff-member.ts';
import { createStaff } from '../src/staff/create-staff.ts';
import { signDevelopment } from '../src/staff/development.ts';
import { type IdentityProvider, openIdentityProvider } from './identity-provider.ts';
import { testSecrets, tokenSecret } from './secrets.ts';

let provider: IdentityProvider;
let secrets: Record<string, string>;
beforeAll(async () => {
  provider = await openIdentityProvider();
  secrets = { ...(await testSecrets()), DATABASE_URL: 'postgres://u:p@h/d' };
});
afterAll(() => provider.close());

const staff = (env: Record<string, string> = {}, isEmbedded = false): VerifyStaff =>
  createStaff({
    config: readConfig({ ...secrets, ...provider.settings, ...env }),
    clock: () => new Date(),
    isEmbedded,
  });

afterEach(() => void vi.useRealTimers());
const later = (seconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });
const tomorrow = () => Math.floor(Date.now() / 1000) + 86_400;

const refusal = (verifying: Promise<unknown>) =>
  verifying.then(
    () => 'NOT_REFUSED',
    ({ code }) => code,
  );

describe('a token of the identity provider says', () => {
  test.each([
    [{}, { sub: 'clerk-1', offices: ['bandung'], role: 'counter' }],
    [{ office: ['bandung', 'malang', 7] }, { sub: 'clerk-1', offices: ['bandung', 'malang'], role: 'counter' }],
    [
      { office: '*', role: ['counter', 'admin', 'x', 'head'] },
      { sub: 'clerk-1', offices: ['*'], role: 'admin' },
    ],
    [
      { sub: 'ñ'.repeat(200), role: ['head'] },
      { sub: 'ñ'.repeat(200), offices: ['bandung'], role: 'head' },
    ],
  ])('who somebody is: %j', async (claims, member) => {
    expect(await staff()(await provider.sign(claims))).toEqual(member);
  });

  test('so under the names that the settings give', async () => {
    const verify = staff({ STAFF_OFFICE_CLAIM: 'https://antrean.test/kantor', STAFF_ROLE_CLAIM: 'peran' });
    const token = await provider.sign({ 'https://antrean.test/kantor': 'malang', peran: 'head' });
    expect(await verify(token)).toEqual({ sub: 'clerk-1', offices: ['malang'], role: 'head' });
    expect(await refusal(verify(await provider.sign()))).toBe('NOT_ALLOWED');
  });

  test.each(['at+jwt', 'AT+JWT', 'application/at+jwt', 'JWT', 'jwt'])('its kind as %s', async (typ) => {
    expect((await staff()(await provider.sign({}, { typ }))).role).toBe('counter');
  });

  test('a little too late still counts, for clocks that differ', async () => {
    const ended = (ago: number) => provider.sign({ exp: Math.floor(Date.now() / 1000) - ago });
    expect((await staff()(await ended(15))).role).toBe('counter');
    expect(await refusal(staff()(await ended(60)))).toBe('TOKEN_EXPIRED');
  });
});

test('the provider is asked once for its keys, also by many at once, and a token of an unknown key asks no more', async () => {
  const verify = staff();
  const before = provider.asked();
  const token = await provider.sign();
  await Promise.all(Array.from({ length: 20 }, () => verify(token)));
  for (let n = 0; n < 20; n++) {
    await verify(token);
    expect(await refusal(verify(await provider.sign({}, { kid: 'unknown' })))).toBe('TOKEN_INVALID');
  }
  expect(provider.asked()).toEqual({ discovery: before.discovery + 1, keys: before.keys + 1 });
});

test('tokens of no kind that counts make nobody ask the provider', async () => {
  const verify = staff();
  const before = provider.asked();
  for (const typ of ['booking+jwt', 'staff-development+jwt', undefined])
    expect(await refusal(verify(await provider.sign({}, { typ })))).toBe('TOKEN_INVALID');
  expect(await refusal(verify('nonsense'))).toBe('TOKEN_INVALID');
  expect(provider.asked()).toEqual(before);
});

test('what was learnt of a provider outlives it for a while', async () => {
  const gone = await openIdentityProvider();
  const verify = staff(gone.settings);
  const token = await gone.sign();
  await verify(token);
  await gone.close();
  expect((await verify(token)).role).toBe('counter');
});

test('while the provider is away, a token of an unknown key takes the known ones from nobody', async () => {
  const gone = await openIdentityProvider();
  const verify = staff(gone.settings);
  const [right, wrong] = [await gone.sign({ exp: tomorrow() }), await gone.sign({}, { kid: 'unknown' })];
  await verify(right);
  await gone.close();
  later(60);
  expect(await refusal(verify(wrong))).toBe('OVERLOADED');
  expect((await verify(right)).role).toBe('counter');
  later(3600);
  expect(await refusal(verify(right))).toBe('OVERLOADED');
});

describe('a provider that', () => {
  let server: Server;
  let answer: RequestListener;
  let issuer: string;
  beforeAll(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const says =
    (body: unknown, status = 200): RequestListener =>
    (_, response) =>
      response.writeHead(status, { location: provider.issuer }).end(JSON.stringify(body));
  const describing =
    (keys: RequestListener, jwks_uri = `${issuer}/keys`): RequestListener =>
    (request, response) =>
      request.url === '/keys' ? keys(request, response) : says({ issuer, jwks_uri })(request, response);

  const faults: [string, () => RequestListener][] = [
    ['fails', () => says({}, 500)],
    ['sends elsewhere', () => says({}, 302)],
    ['says nonsense', () => (_, response) => void response.end('<html>')],
    ['says nothing of itself', () => says({})],
    ['is another', () => says({ issuer: provider.issuer, jwks_uri: `${provider.issuer}/jwks` })],
    ['has its keys at no address', () => describing(says({}), 'keys')],
    ['has its keys in no place for keys', () => describing(says({}), 'ftp://127.0.0.1/keys')],
    ['has no keys', () => describing(says({}, 404))],
    ['has keys that are none', () => describing(says({ keys: 'none' }))],
    ['hangs up', () => (request) => void request.socket.destroy()],
    ['never answers', () => () => undefined],
  ];

  test.each(faults)('%s is not asked whom to let in, and says so for a moment only', async (_, fault) => {
    const verify = staff({ STAFF_ISSUER: issuer });
    const token = await provider.sign({ iss: issuer });
    answer = fault();
    await expect(verify(token)).rejects.toMatchObject({
      name: 'Refusal',
      code: 'OVERLOADED',
      extras: { retryAfterSeconds: 5, detail: expect.stringContaining('identity provider') },
    });
    answer = describing(async (_, response) => {
      const keys = await fetch(`${provider.issuer}/jwks`);
      response.end(await keys.text());
    });
    expect((await verify(token)).sub).toBe('clerk-1');
  });

  test('changes its keys is asked for a new one, and an old one counts no longer', async () => {
    const pair = async (alg: string, kid: string) => {
      const { privateKey, publicKey } = await generateKeyPair(alg);
      const claims = { iss: issuer, aud: provider.audience, sub: 's', exp: tomorrow(), office: '*', role: 'head' };
      const token = await new SignJWT(claims).setProtectedHeader({ alg, typ: 'at+jwt', kid }).sign(privateKey);
      return { token, jwks: { keys: [{ ...(await exportJWK(publicKey)), kid }] } };
    };
    const [before, after] = [await pair('ES256', 'old'), await pair('EdDSA', 'new')];
    const verify = staff({ STAFF_ISSUER: issuer });
    answer = describing(says(before.jwks));
    expect((await verify(before.token)).role).toBe('head');
    answer = describing(says(after.jwks));
    expect(await refusal(verify(after.token))).toBe('TOKEN_INVALID');
    later(31);
    expect((await verify(after.token)).role).toBe('head');
    expect(await refusal(verify(before.token))).toBe('TOKEN_INVALID');
  });
});

describe('a development token', () => {
  const token = (secret: string, expires = Math.floor(Date.now() / 1000) + 60) =>
    signDevelopment(secret, { sub: 'development-head', office: 'bandung', role: 'head', expires });

  test('counts on the embedded database alone, with a provider or without', async () => {
    const signed = await token(secrets.TOKEN_SECRET ?? '');
    const member = { sub: 'development-head', offices: ['bandung'], role: 'head' };
    expect(await staff({}, true)(signed)).toEqual(member);
    const none = { STAFF_ISSUER: '', STAFF_AUDIENCE: '', STAFF_CLIENT_ID: '' };
    expect(await staff(none, true)(signed)).toEqual(member);
    for (const env of [{}, none]) expect(await refusal(staff(env)(signed))).toBe('TOKEN_INVALID');
  });

  test('ends, and counts under each secret of a rotation but no other', async () => {
    const secret = secrets.TOKEN_SECRET ?? '';
    const rotated = staff({ TOKEN_SECRET: `${tokenSecret()},${secret}` }, true);
    expect((await rotated(await token(secret))).role).toBe('head');
    expect(await refusal(rotated(await token(secret, Math.floor(Date.now() / 1000) - 1)))).toBe('TOKEN_EXPIRED');
    expect(await refusal(rotated(await token(tokenSecret())))).toBe('TOKEN_INVALID');
  });
});
