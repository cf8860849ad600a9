import * as v from 'valibot';
import { Refusal } from '../refusal.ts';

/** A clerk waits for it. */
export const patienceMs = 3000;

/** Of no token can be said whether it is genuine: no fault of whoever brings one. */
const unusable = (detail: string) => new Refusal('OVERLOADED', { retryAfterSeconds: 5, detail });

export const asUnusable = (error: unknown): Refusal =>
  error instanceof Refusal ? error : unusable('The identity provider of the staff cannot be asked.');

const Metadata = v.object({ issuer: v.string(), jwks_uri: v.pipe(v.string(), v.url()) });

/** Where an issuer says that its keys are. Fails where it cannot be asked; refuses OVERLOADED where it should not be. */
export const discover = async (issuer: string): Promise<URL> => {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    headers: { accept: 'application/json' },
    // Who answers for another has to be named in the settings.
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  });
  if (response.status !== 200) throw new Error('There is no discovery document.');
  const metadata = v.parse(Metadata, await response.json());
  if (metadata.issuer !== issuer)
    throw unusable('The identity provider of the staff calls itself another than STAFF_ISSUER.');
  const keys = new URL(metadata.jwks_uri);
  if (keys.protocol !== 'https:' && keys.protocol !== new URL(issuer).protocol)
    throw unusable('The identity provider of the staff has its keys at no https address.');
  return keys;
};
