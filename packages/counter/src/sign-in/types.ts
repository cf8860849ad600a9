/** Where staff sign in, and as whom this page asks. */
export interface SignInOptions {
  /** As STAFF_ISSUER. */
  issuer: string;
  /** As STAFF_CLIENT_ID: a public client with PKCE. */
  clientId: string;
  /** Where the provider sends them back to: this page, as it is registered with the provider. */
  redirectUri: string;
  /** As STAFF_AUDIENCE, for providers that give a token for the audience which is asked for. */
  audience?: string | undefined;
}

/** What the API is called with. Kept by whoever asked for it, never here. */
export interface SignedIn {
  accessToken: string;
  /** By the device's clock, in ms since 1970. */
  expiresAt: number;
  refreshToken?: string | undefined;
}

/**
 * - `unreachable`: the provider cannot be asked, or makes no sense; later it may.
 * - `denied`: it said no, or that a sign-in has ended.
 * - `stale`: this page did not begin what comes back to it, or has finished it already.
 */
export type SignInFault = 'unreachable' | 'denied' | 'stale';

export class SignInFailed extends Error {
  override name = 'SignInFailed';
  readonly code: SignInFault;
  constructor(code: SignInFault, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
