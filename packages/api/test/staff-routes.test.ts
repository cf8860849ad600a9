import { allEndpoints, type Endpoint } from '@paspor-antrean/contract';
import { generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rank } from '../src/http/staff-member.ts';
import { signDevelopment } from '../src/staff/development.ts';
import { type IdentityProvider, openIdentityProvider } from './identity-provider.ts';
import { draft, person } from './people.ts';
import { openTestOffice, type TestOffice } from './test-office.ts';

/** Of the table itself: a new one is covered by being there. */
const routes = Object.entries(allEndpoints as Record<string, Endpoint>).filter(([, { role }]) => role);

let plain: TestOffice;
let office: TestOffice;
let provider: IdentityProvider;
let own: Record<'booking' | 'hold' | 'manage', string>;
beforeAll(async () => {
  plain = await openTestOffice({}, 0, false);
  provider = await openIdentityProvider({ now: plain.now });
  office = await plain.restart(provider.settings);
  const hold = await office.antrean.holdSlot({ office: 'bandung', service: 'new' });
  const { token, manageToken } = await office.antrean.bookHold({
    office: 'bandung',
    token: hold.token,
    ...draft([person(1)]),
  });
  own = { booking: token, hold: hold.token, manage: manageToken ?? '' };
});
afterAll(async () => {
  await provider.close();
  await plain.close();
});

const values: Record<string, string> = { office: 'bandung', on: '2026-11-23', id: 'A'.repeat(22) };

/** Asks with a body that no route takes: whoever is let in is told so, whatever the route does. */
const ask = async ({ verb, path, body }: Endpoint, token: string | undefined, at = office) => {
  const answer = await at.ask(
    path.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? 'x'),
    {
      method: verb,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify({ takenByNone: 1 }) }),
    },
  );
  const text = await answer.text();
  if (token) for (const part of token.split('.').filter(Boolean)) expect(text).not.toContain(part);
  return { status: answer.status, code: JSON.parse(text).code as string, headers: answer.headers };
};

const seconds = (offset: number) => Math.floor(office.now().getTime() / 1000) + offset;
const right = () => {
  const { issuer: iss, audience: aud } = provider;
  return { iss, aud, sub: 'clerk-1', exp: seconds(300), office: 'bandung', role: 'admin' };
};

type Forge = () => Promise<string> | string;
const refused: [string, 'TOKEN_INVALID' | 'TOKEN_EXPIRED' | 'NOT_ALLOWED', Forge][] = [
  ['of another office', 'NOT_ALLOWED', () => provider.sign({ office: 'malang', role: 'admin' })],
  ['of no office', 'NOT_ALLOWED', () => provider.sign({ office: undefined, role: 'admin' })],
  ['of an empty list of offices', 'NOT_ALLOWED', () => provider.sign({ office: [], role: 'admin' })],
  ['of an office that is no text', 'NOT_ALLOWED', () => provider.sign({ office: { id: 'bandung' }, role: 'admin' })],
  ['of no role', 'NOT_ALLOWED', () => provider.sign({ role: undefined })],
  ['of a role that there is not', 'NOT_ALLOWED', () => provider.sign({ role: ['root', 'constructor', '__proto__'] })],
  ['that has ended', 'TOKEN_EXPIRED', () => provider.sign({ exp: seconds(-31) })],
  ['without an end', 'TOKEN_INVALID', () => provider.sign({ exp: undefined })],
  ['that does not count yet', 'TOKEN_INVALID', () => provider.sign({ nbf: seconds(60) })],
  ['for another audience', 'TOKEN_INVALID', () => provider.sign({ aud: 'https://elsewhere.test' })],
  ['for no audience', 'TOKEN_INVALID', () => provider.sign({ aud: undefined })],
  ['of another issuer', 'TOKEN_INVALID', () => provider.sign({ iss: 'https://elsewhere.test' })],
  ['of nobody', 'TOKEN_INVALID', () => provider.sign({ sub: undefined })],
  ['of a subject that is too long', 'TOKEN_INVALID', () => provider.sign({ sub: 'x'.repeat(201) })],
  ['of a subject that no table takes', 'TOKEN_INVALID', () => provider.sign({ sub: 'a\u0000b' })],
  ['of no kind', 'TOKEN_INVALID', () => provider.sign({}, { typ: undefined })],
  ['under a key that is not theirs', 'TOKEN_INVALID', () => provider.sign({}, { kid: 'other' })],
  ...['booking+jwt', 'hold+jwt', 'manage+jwt', 'staff-development+jwt'].map((typ): [string, 'TOKEN_INVALID', Forge] => [
    `of theirs that says it is ${typ}`,
    'TOKEN_INVALID',
    () => provider.sign({}, { typ }),
  ]),
  ['without a signature', 'TOKEN_INVALID', () => new UnsecuredJWT(right()).encode()],
  [
    'without a signature that says its kind',
    'TOKEN_INVALID',
    () => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none', typ: 'at+jwt', kid: 'staff-1' })}.${part(right())}.`;
    },
  ],
  [
    'forged under another key of the same name',
    'TOKEN_INVALID',
    async () => {
      const { privateKey } = await generateKeyPair('RS256');
      return await new SignJWT(right())
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'staff-1' })
        .sign(privateKey);
    },
  ],
  [
    'signed by our own ticket key',
    'TOKEN_INVALID',
    async () => {
      const [jwk] = JSON.parse(office.env.TICKET_KEYS ?? '');
      return await new SignJWT(right())
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: jwk.kid })
        .sign(await importJWK(jwk, 'EdDSA'));
    },
  ],
  [
    'signed with our own secret',
    'TOKEN_INVALID',
    () =>
      new SignJWT(right())
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'staff-1' })
        .sign(new TextEncoder().encode(office.env.TOKEN_SECRET)),
  ],
  ['of an applicant’s booking', 'TOKEN_INVALID', () => own.booking],
  ['of an applicant’s hold', 'TOKEN_INVALID', () => own.hold],
  ['to manage a booking', 'TOKEN_INVALID', () => own.manage],
  [
    'for development, on a database of one’s own',
    'TOKEN_INVALID',
    () =>
      signDevelopment(office.env.TOKEN_SECRET ?? '', {
        sub: 'development',
        office: '*',
        role: 'admin',
        expires: seconds(300),
      }),
  ],
  ['that is none', 'TOKEN_INVALID', () => 'nonsense.nonsense.nonsense'],
];

test('there are routes for the staff', () => expect(routes.length).toBeGreaterThanOrEqual(8));

describe.each(routes)('%s', (_, route) => {
  test('refuses who brings no token', async () => {
    const { status, code, headers } = await ask(route, undefined);
    expect([status, code, headers.get('www-authenticate')]).toEqual([401, 'TOKEN_MISSING', 'Bearer']);
  });

  test.each(refused)('refuses a token %s: %s', async (_, expected, forge) => {
    const { status, code } = await ask(route, await forge());
    expect([status, code]).toEqual([expected === 'NOT_ALLOWED' ? 403 : 401, expected]);
  });

  test('refuses every lesser role, and no higher one', async () => {
    for (const [role, height] of Object.entries(rank)) {
      const { code } = await ask(route, await provider.sign({ role }));
      if (height < rank[route.role ?? 'admin']) expect(code, role).toBe('NOT_ALLOWED');
      else if (route.body) expect(code, role).toBe('INVALID_INPUT');
    }
  });

  test('refuses everybody where no identity provider is set', async () => {
    expect((await ask(route, await provider.sign({ role: 'admin', office: '*' }), plain)).code).toBe('TOKEN_INVALID');
  });
});

test('the roles that a route asks for are as the contract has them', () => {
  expect(routes.filter(([, { role }]) => role === 'head').map(([name]) => name)).toContain('releaseClaim');
});
