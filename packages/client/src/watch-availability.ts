import type { Availability, Input } from '@paspor-antrean/contract/wire';
import type { BareClient, CallOptions, ClientOptions } from './client.ts';
import { Refused, UnexpectedAnswer } from './errors.ts';
import { pause } from './pause.ts';
import { mayPass } from './retry.ts';

/** What holds for a watch. */
export interface WatchOptions extends Omit<CallOptions, 'idempotencyKey'> {
  /**
   * Milliseconds from an answer to the next question, give or take a quarter, so that a thousand pages do not ask at
   * once. Default 15,000, at least 1,000. While there is no answer, up to eight times as long.
   */
  everyMs?: number;
}

const dayMs = 86_400_000;

/** See {@link AntreanClient.watchAvailability}. */
export async function* watchAvailability(
  create: (options: ClientOptions) => BareClient,
  options: ClientOptions,
  input: Input<'readAvailability'>,
  { everyMs = 15_000, ...call }: WatchOptions = {},
): AsyncGenerator<Availability, void, void> {
  const { signal } = call;
  const everyOnceInAWhile = everyMs >= 1000 ? Math.min(everyMs, dayMs) : 1000;
  /** Of the last answer that was read to its end, and of the one that is being read. */
  let etag: string | null | undefined;
  let coming: string | null = null;
  const client = create({
    ...options,
    fetch: async (address, init) => {
      const headers = { ...(init?.headers as Record<string, string>), ...(etag && { 'if-none-match': etag }) };
      const response = await (options.fetch ?? globalThis.fetch)(address, { ...init, headers });
      coming = response.headers.get('etag');
      return response;
    },
  });

  for (let failures = 0; ; ) {
    let changed: Availability | undefined;
    let askedMs = 0;
    try {
      changed = await client.readAvailability(input, call);
      etag = coming;
      failures = 0;
    } catch (error) {
      if (error instanceof UnexpectedAnswer && error.status === 304) failures = 0;
      else if (etag === undefined || !mayPass(error)) throw error;
      else failures = Math.min(failures + 1, 3);
      if (error instanceof Refused) askedMs = Math.min((error.retryAfterSeconds ?? 0) * 1000, dayMs);
    }
    if (changed) yield changed;
    signal?.throwIfAborted();
    const ms = Math.max(askedMs, everyOnceInAWhile * 2 ** failures);
    await pause(ms * (askedMs ? 1 + Math.random() / 2 : 0.75 + Math.random() / 2), signal);
  }
}
