import {
  AuthorizationResponseError,
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  processRefreshTokenResponse,
  ResponseBodyError,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import type { Pending } from './pending.ts';
import { expiresAt } from './read-jwt.ts';
import { type SignedIn, SignInFailed, type SignInOptions } from './types.ts';

const patienceMs = 15_000;

/** Without encryption only what never leaves this machine. */
const over = (issuer: string) => ({
  [allowInsecureRequests]: ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname),
  signal: () => AbortSignal.timeout(patienceMs),
});

const find = async (issuer: string): Promise<AuthorizationServer> => {
  const address = new URL(issuer);
  return await processDiscoveryResponse(address, await discoveryRequest(address, over(issuer)));
};

/** Which token is wanted, in both ways that providers have: RFC 8707 where it is a URI, and its elder. */
const wanted = (audience: string | undefined): Record<string, string> =>
  audience === undefined ? {} : { audience, ...(URL.canParse(audience) && { resource: audience }) };

/** The address to sign in at, and what is needed afterwards. */
export const ask = (options: SignInOptions): Promise<{ address: string; state: string; verifier: string }> =>
  said(async () => {
    const { authorization_endpoint } = await find(options.issuer);
    const [state, verifier] = [generateRandomState(), generateRandomCodeVerifier()];
    const address = new URL(authorization_endpoint ?? '');
    const parameters = {
      response_type: 'code',
      client_id: options.clientId,
      redirect_uri: options.redirectUri,
      scope: 'openid',
      // Several share a counter's device: whoever was there before may still be signed in at the provider.
      prompt: 'login',
      state,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...wanted(options.audience),
    };
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    return { address: address.href, state, verifier };
  });

/** The provider's answer, for tokens. */
export const redeem = (pending: Pending, answer: URLSearchParams): Promise<SignedIn> =>
  said(async () => {
    const { issuer, clientId, redirectUri, state, verifier, audience } = pending;
    const [server, client] = [await find(issuer), { client_id: clientId }];
    const response = await authorizationCodeGrantRequest(
      server,
      client,
      None(),
      validateAuthResponse(server, client, answer, state),
      redirectUri,
      verifier,
      { ...over(issuer), additionalParameters: wanted(audience) },
    );
    return signedIn(await processAuthorizationCodeResponse(server, client, response));
  });

export const renew = (options: Omit<SignInOptions, 'redirectUri'> & { refreshToken: string }): Promise<SignedIn> =>
  said(async () => {
    const { issuer, clientId, audience, refreshToken } = options;
    const [server, client] = [await find(issuer), { client_id: clientId }];
    const response = await refreshTokenGrantRequest(server, client, None(), refreshToken, {
      ...over(issuer),
      additionalParameters: wanted(audience),
    });
    return { refreshToken, ...signedIn(await processRefreshTokenResponse(server, client, response)) };
  });

const signedIn = ({ access_token, expires_in, refresh_token }: TokenEndpointResponse): SignedIn => {
  // A duration is right on a device whose clock is not.
  const end = expires_in === undefined ? expiresAt(access_token) : Date.now() + expires_in * 1000;
  return {
    accessToken: access_token,
    expiresAt: end ?? Date.now(),
    ...(refresh_token !== undefined && { refreshToken: refresh_token }),
  };
};

/** Whatever goes wrong, in our words. */
const said = <T>(work: () => Promise<T>): Promise<T> =>
  work().catch((cause: unknown) => {
    const isDenied = cause instanceof AuthorizationResponseError || cause instanceof ResponseBodyError;
    throw new SignInFailed(isDenied ? 'denied' : 'unreachable', cause);
  });
