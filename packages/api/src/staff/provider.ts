import {
  createRemoteJWKSet,
  type ExportedJWKSCache,
  errors,
  type JWTVerifyGetKey,
  jwksCache,
  jwtVerify,
  type RemoteJWKSet,
} from 'jose';
import type { Clock } from '../clock.ts';
import { asUnusable, discover, patienceMs } from './discover.ts';

/** What was fetched from an identity provider: plain data, which may outlive the request that fetched it. */
export interface ProviderMemory {
  jwksUri?: URL;
  jwks?: ExportedJWKSCache | Record<string, never>;
}

export interface Provider {
  issuer: string;
  audience: string;
}

/** Only those whose keys can be told to everyone. */
const algorithms = ['RS', 'PS', 'ES'].flatMap((family) => [256, 384, 512].map((bits) => `${family}${bits}`));

const options = {
  // A key that is not known yet is asked for at once; this is for how long one counts that was taken back, and for how
  // long the counter works without the provider.
  cacheMaxAge: 60 * 60_000,
  timeoutDuration: patienceMs,
};

/** Where the keys of an issuer are asked for. Nothing was fetched of them yet, where they are not in `memory`. */
export const findKeys = async (issuer: string, memory: ProviderMemory = {}): Promise<RemoteJWKSet> => {
  memory.jwksUri ??= await discover(issuer);
  memory.jwks ??= {};
  return createRemoteJWKSet(memory.jwksUri, { ...options, [jwksCache]: memory.jwks });
};

/** Verifies the access tokens of one issuer for us. Its keys are found through its discovery document, and kept. */
export const createProvider = ({ issuer, audience }: Provider, clock: Clock, memory: ProviderMemory = {}) => {
  let keys: Promise<RemoteJWKSet> | undefined;

  const forget = () => {
    keys = undefined;
    memory.jwksUri = undefined;
  };

  const key: JWTVerifyGetKey = async (header, token) => {
    keys ??= findKeys(issuer, memory);
    const known = await keys.catch((error: unknown) => {
      forget();
      throw asUnusable(error);
    });
    return await known(header, token).catch((error: unknown) => {
      if (isOfToken(error)) throw error;
      // A token of no known key may not take the known ones from the others while the provider is away.
      if (!known.fresh) forget();
      throw asUnusable(error);
    });
  };

  return async (token: string): Promise<Record<string, unknown>> => {
    const { payload } = await jwtVerify(token, key, {
      issuer,
      audience,
      algorithms: [...algorithms, 'EdDSA', 'Ed25519'],
      requiredClaims: ['exp'],
      clockTolerance: 30,
      currentDate: clock(),
    });
    return payload;
  };
};

/** Of its keys none, or several, could have signed this one: no fault of the provider. */
const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;
