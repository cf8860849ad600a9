import type { SignInOptions } from './types.ts';

/** What has to be known again when the provider sends somebody back. */
export interface Pending extends SignInOptions {
  state: string;
  verifier: string;
}

const name = 'paspor-loket-sign-in';

/** Of this tab alone, and gone with it. */
export const keepPending = (pending: Pending): void => sessionStorage.setItem(name, JSON.stringify(pending));

/** Once. */
export const takePending = (): Pending | undefined => {
  const kept = sessionStorage.getItem(name);
  sessionStorage.removeItem(name);
  return kept === null ? undefined : JSON.parse(kept);
};
