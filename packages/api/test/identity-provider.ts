import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import Provider from 'oidc-provider';

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  audience: string;
  /** STAFF_… for the API. */
  settings: Record<string, string>;
  /** A token under the provider's own key, right in everything but what is given. `undefined` leaves a claim out. */
  sign(claims?: JWTPayload, header?: { typ?: string | undefined; kid?: string }): Promise<string>;
  /** Requests for discovery or keys so far. */
  asked(): { discovery: number; keys: number };
  close(): Promise<void>;
}

/** Who can sign in, by what they type as their name, with any password. */
const people: Record<string, Record<string, unknown>> = {
  'clerk-of-bandung': { office: 'bandung', role: 'counter' },
  'head-of-two': { office: ['bandung', 'malang'], role: ['counter', 'head'] },
};

interface Options {
  /** Where the page may be sent back to. */
  redirectUris?: string[];
  /** Of access tokens, in seconds. */
  lifetime?: number;
  /** By which `sign` dates its tokens. */
  now?: () => Date;
}

/** A real OpenID Connect provider on a port of its own: people, consent, PKCE, access tokens as JWT for one audience. */
export const openIdentityProvider = async ({
  redirectUris = [],
  lifetime = 300,
  now = () => new Date(),
}: Options = {}): Promise<IdentityProvider> => {
  const audience = 'https://antrean.test';
  const clientId = 'loket';
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = 'staff-1';
  const asked = { discovery: 0, keys: 0 };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' } as never] },
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: redirectUris.length > 0 ? redirectUris : ['http://127.0.0.1/loket'],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    clientBasedCORS: () => true,
    cookies: { keys: ['only for tests'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    extraTokenClaims: (_, token) => ('accountId' in token ? people[token.accountId ?? ''] : undefined) as never,
    issueRefreshToken: () => true,
    features: {
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: lifetime,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url === '/.well-known/openid-configuration') asked.discovery += 1;
    if (request.url === '/jwks') asked.keys += 1;
    void answer(request, response);
  });
  return {
    issuer,
    clientId,
    audience,
    settings: { STAFF_ISSUER: issuer, STAFF_AUDIENCE: audience, STAFF_CLIENT_ID: clientId },
    sign: (claims, header) => {
      const at = Math.floor(now().getTime() / 1000);
      const right = { iss: issuer, aud: audience, sub: 'clerk-1', iat: at, exp: at + 300 };
      return new SignJWT({ ...right, office: 'bandung', role: 'counter', ...claims })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid, ...header })
        .sign(privateKey);
    },
    asked: () => ({ ...asked }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
