import * as v from 'valibot';

/** A clerk waits for it. */
export const patienceMs = 3000;

const Metadata = v.object({ issuer: v.string(), jwks_uri: v.pipe(v.string(), v.url()) });

/** Where an issuer says that its keys are. Fails where it cannot be asked, or is another than it is called here. */
export const discover = async (issuer: string): Promise<URL> => {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    headers: { accept: 'application/json' },
    // Who answers for another has to be named in the settings.
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  });
  if (response.status !== 200) throw new Error('The identity provider does not describe itself.');
  const metadata = v.parse(Metadata, await response.json());
  if (metadata.issuer !== issuer) throw new Error('The identity provider is another than STAFF_ISSUER.');
  const keys = new URL(metadata.jwks_uri);
  if (keys.protocol !== 'https:' && keys.protocol !== new URL(issuer).protocol)
    throw new Error('The identity provider has its keys where anyone could change them on their way.');
  return keys;
};
