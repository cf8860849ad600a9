import { keepPending, takePending } from './pending.ts';
import { type SignedIn, SignInFailed, type SignInOptions } from './types.ts';

export { readDevelopmentToken } from './development-token.ts';
export { type SignedIn, SignInFailed, type SignInFault, type SignInOptions } from './types.ts';

/** What speaks OAuth: only for who signs in, so only when somebody does. */
const load = () =>
  import('./provider.ts').catch((cause: unknown) => {
    throw new SignInFailed('unreachable', cause);
  });

/** Sends this page to the provider, with PKCE. It comes back to `redirectUri`. Refuses: unreachable. */
export const beginSignIn = async (options: SignInOptions): Promise<void> => {
  const { address, ...pending } = await (await load()).ask(options);
  keepPending({ ...options, ...pending });
  location.assign(address);
};

/**
 * Whoever comes back from the provider, signed in; undefined when nobody does. Takes the answer out of the address bar
 * at once. Refuses: unreachable, denied, stale.
 */
export const finishSignIn = async (): Promise<SignedIn | undefined> => {
  const answer = new URLSearchParams(location.search);
  if (!answer.has('state') || !(answer.has('code') || answer.has('error'))) return undefined;
  const pending = takePending();
  history.replaceState(history.state, '', pending?.redirectUri ?? location.pathname);
  // The state says that this tab asked: nobody is signed in as somebody else by a link.
  if (pending?.state !== answer.get('state')) throw new SignInFailed('stale');
  return await (await load()).redeem(pending, answer);
};

/** A new token without asking anybody to sign in again. Refuses: unreachable, denied (then they have to). */
export const refresh = async (
  options: Omit<SignInOptions, 'redirectUri'> & { refreshToken: string },
): Promise<SignedIn> => await (await load()).renew(options);
