import { expiresAt, typOf } from './read-jwt.ts';
import type { SignedIn } from './types.ts';

/**
 * Takes the token of `paspor-antrean token staff` out of the address (`#token=…`), and the address bar, at once. No other
 * kind: whoever has signed in at a provider has no token to put into a link.
 */
export const readDevelopmentToken = (): SignedIn | undefined => {
  const accessToken = new URLSearchParams(location.hash.slice(1)).get('token');
  if (accessToken === null) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  const end = expiresAt(accessToken);
  return typOf(accessToken) === 'staff-development+jwt' && end !== undefined
    ? { accessToken, expiresAt: end }
    : undefined;
};
