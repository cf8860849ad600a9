import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import { CannotDo, type Command, done, refused } from './command.ts';
import { decode, describe, givenToken } from './read-token.ts';
import { type Env, settings } from './settings.ts';

const patienceMs = 10_000;

export const tokenVerify: Command = {
  name: 'token verify',
  does: 'checks the signature and the end of a booking token',
  takes: '[token]',
  count: [0, 1],
  options: { keys: { type: 'string', says: 'a JWKS: a file, or an address like https://…/.well-known/jwks.json' } },
  more: `Without --keys it takes TICKET_KEYS. Without a token, or with -, it is read from standard input.
A signature says that the booking was made, not that it still stands.`,
  async run({ args: [typed], options, env }) {
    const keys = await readJwks(options.keys as string | undefined, env);
    const token = await givenToken(typed);
    const decoded = decode(token);
    if (!decoded) return refused({ code: 'TOKEN_INVALID' }, 'Refused: this is no token.');
    if (decoded.kind !== 'booking')
      return refused(
        { code: 'TOKEN_INVALID', kind: decoded.kind },
        `Refused: a ${decoded.kind} token, which no public key verifies.`,
      );
    try {
      await jwtVerify(token, keys, { typ: 'booking+jwt', algorithms: ['EdDSA'] });
    } catch (error) {
      const code = error instanceof errors.JWTExpired ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID';
      return refused({ code }, `Refused: ${why(error)}`);
    }
    return done({ verified: true, ...decoded }, `Valid, signed by key ${decoded.kid}.`, ...describe(decoded));
  },
};

const why = (error: unknown): string => {
  if (error instanceof errors.JWTExpired) return 'it has ended.';
  if (error instanceof errors.JWKSNoMatchingKey) return 'none of these keys signed it.';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'the signature is wrong.';
  return 'it is not a booking token as we sign them.';
};

const readJwks = async (from: string | undefined, env: Env) => {
  if (from === undefined) {
    const { TICKET_KEYS } = await settings(env, 'TICKET_KEYS');
    return createLocalJWKSet({
      keys: TICKET_KEYS.map(({ kid, x }) => ({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', kid, x })),
    });
  }
  const text = /^https?:/.test(from) ? await fetched(from) : await readFile(from, 'utf8').catch(() => undefined);
  if (text === undefined) throw new CannotDo(`${from} cannot be read.`);
  try {
    return createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
  } catch {
    throw new CannotDo(`${from} is no JWKS.`);
  }
};

const fetched = async (url: string): Promise<string | undefined> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) }).catch(() => undefined);
  return response?.ok ? await response.text() : undefined;
};
