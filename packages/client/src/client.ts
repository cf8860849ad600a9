import {
  type Answer,
  type AnyEndpointName,
  type Endpoint,
  type Endpoints,
  endpoints,
  type Input,
} from '@paspor-antrean/contract/wire';
import { ask } from './ask.ts';
import { withRetries } from './retry.ts';

/** What holds for every call of a client. */
export interface ClientOptions {
  /** Where the API is: `https://antrean.example.go.id`, without a slash at its end. Default: the page's own origin. */
  baseUrl?: string;
  /** Milliseconds to wait for one answer, then {@link Unreachable}. Default 15,000. */
  timeoutMs?: number;
  /**
   * How often a call that is safe to repeat is asked again after no answer, `OVERLOADED` or `INTERNAL`. Default 2, after
   * 0.2–0.4 s and 0.4–0.8 s; or after what the API asks for, which is waited for up to 10 s.
   */
  retries?: number;
  /** Another `fetch`, for tests or a proxy. Default: the platform's own. */
  fetch?: typeof fetch;
}

/** What holds for one call. */
export interface CallOptions {
  /** Ends the call, also while it waits to ask again; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Milliseconds to wait for one answer. Default: the client's. */
  timeoutMs?: number | undefined;
  /** How often it is asked again where that is safe. Default: the client's. */
  retries?: number | undefined;
  /**
   * Of `holdSlot`: a UUIDv4, or 22–200 characters of base64url. Asked again under the same key, the API gives
   * the same hold until that ends or is booked. Default: a fresh one for each call, which its retries share.
   */
  idempotencyKey?: string;
}

type Given<I> = keyof I extends never ? [input?: I] : object extends I ? [input?: I] : [input: I];

/**
 * A method for each endpoint. All refuse with {@link Refused}, {@link Unreachable} or {@link UnexpectedAnswer};
 * an abort by the caller's own signal rejects with its reason.
 */
export type BareClient = Methods<keyof Endpoints>;

/** A method for each endpoint of a table. */
export type Methods<Names extends AnyEndpointName> = {
  [N in Names]: (...given: [...Given<Input<N>>, options?: CallOptions]) => Promise<Answer<N>>;
};

/** The endpoints and nothing else, for whom each byte counts: `createAntreanClient` without `book` and `watch…`. */
export const createBareClient = (options: ClientOptions = {}): BareClient => createMethods(endpoints, options);

/** A method for each endpoint of `table`. */
export const createMethods = <T extends Record<string, Endpoint>>(
  table: T,
  options: ClientOptions,
): Methods<keyof T & AnyEndpointName> => {
  const { baseUrl = '', timeoutMs: patience = 15_000, retries: again = 2 } = options;
  // A browser's own fetch may only be called as a function of its window.
  const fetch: typeof globalThis.fetch = options.fetch ?? ((...request) => globalThis.fetch(...request));
  const method = (endpoint: Endpoint) => {
    return (input: Record<string, unknown> = {}, call: CallOptions = {}) => {
      const { signal, timeoutMs = patience, retries = again, idempotencyKey = freshKey() } = call;
      const once = () => ask(endpoint, input, { baseUrl, fetch, signal, timeoutMs, idempotencyKey });
      return withRetries(once, endpoint.repeatable ? retries : 0, signal);
    };
  };
  const methods = Object.entries(table).map(([name, endpoint]) => [name, method(endpoint)]);
  return Object.fromEntries(methods) as Methods<keyof T & AnyEndpointName>;
};

/** A fresh idempotency key: 160 random bits. Not `randomUUID`, which pages without https lack. */
export const freshKey = (): string => crypto.getRandomValues(new Uint32Array(5)).join('-');
