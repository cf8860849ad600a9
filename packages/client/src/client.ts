import {
  type Answer,
  type Endpoint,
  type EndpointName,
  type Endpoints,
  endpoints,
  type Input,
} from '@paspor-antrean/contract/wire';
import { ask } from './ask.ts';
import { withRetries } from './retry.ts';

export interface ClientOptions {
  /** Where the API is: `https://antrean.example.go.id`. Default: the page's own origin. */
  baseUrl?: string;
  /** Milliseconds to wait for one answer. Default 15,000. */
  timeoutMs?: number;
  /** How often a call that is safe to repeat is asked again after no answer or `OVERLOADED`. Default 2. */
  retries?: number;
  /** Another `fetch`, for tests or a proxy. */
  fetch?: typeof fetch;
}

export interface CallOptions {
  signal?: AbortSignal;
  timeoutMs?: number;
  /** Of `holdSlot`; made afresh for each call unless given. */
  idempotencyKey?: string;
}

type Given<I> = keyof I extends never ? [input?: I] : object extends I ? [input?: I] : [input: I];

/**
 * A method for each endpoint. All refuse with {@link Refused}, {@link Unreachable} or {@link UnexpectedAnswer};
 * an abort by the caller's own signal rejects with its reason.
 */
export type AntreanClient = {
  [N in keyof Endpoints]: (...given: [...Given<Input<N>>, options?: CallOptions]) => Promise<Answer<N>>;
};

/**
 * ```ts
 * const antrean = createAntreanClient({ baseUrl: 'http://localhost:8787' });
 * const hold = await antrean.holdSlot({ office: 'bandung', service: 'new', party: 2 });
 * ```
 */
export const createAntreanClient = (options: ClientOptions = {}): AntreanClient => {
  const { baseUrl = '', timeoutMs = 15_000, retries = 2 } = options;
  // A browser's own fetch may only be called as a function of its window.
  const fetch: typeof globalThis.fetch = options.fetch ?? ((...request) => globalThis.fetch(...request));
  const method = (endpoint: Endpoint) => {
    return (input: Record<string, unknown> = {}, call: CallOptions = {}) => {
      const idempotencyKey = endpoint.idempotencyKey && (call.idempotencyKey ?? freshKey());
      const once = () => ask(endpoint, input, { timeoutMs, ...call, baseUrl, fetch, idempotencyKey });
      return withRetries(once, endpoint.repeatable ? retries : 0, call.signal);
    };
  };
  const names = Object.keys(endpoints) as EndpointName[];
  return Object.fromEntries(names.map((name) => [name, method(endpoints[name])])) as unknown as AntreanClient;
};

/** A key for `holdSlot`, to repeat it with: 22 base64url characters. Not `randomUUID`, which pages without https lack. */
export const freshKey = () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return Array.from(crypto.getRandomValues(new Uint8Array(22)), (byte) => alphabet[byte & 63]).join('');
};
