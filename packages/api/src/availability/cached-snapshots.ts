import type { AvailabilityDeps } from './availability.ts';
import { type Snapshots, takeSnapshot } from './snapshots.ts';

/** A cache of HTTP answers by address, such as the Cache API of workerd. */
export interface AnswerCache {
  match(address: string): Promise<Response | undefined>;
  put(address: string, answer: Response): Promise<void>;
}

/** As old as an answer may be at the origin. Not the `Cache-Control` it goes out with: some serve it stale by that. */
const keptFor = 'public, max-age=1';

/**
 * Keeps each answer in a cache of the platform: shared by every process near that cache, where the memory of one lives
 * too short to be worth asking.
 */
export const cachedSnapshots = (
  deps: AvailabilityDeps,
  cache: AnswerCache,
  publicUrl: string,
  /** Lets work end after the answer went out. */
  later: (work: Promise<unknown>) => void,
): Snapshots => {
  return async (wish) => {
    const { office, service, from = '', days, party } = wish;
    const question = new URLSearchParams({ office, service, from, days: String(days), party: String(party) });
    const address = `${new URL(publicUrl).origin}/snapshots?${question}`;
    // A cache that fails is a cache that has nothing.
    const kept = await cache.match(address).catch(() => undefined);
    const text = await kept?.text().catch(() => undefined);
    if (kept && text) return { text, availability: JSON.parse(text), etag: kept.headers.get('etag') ?? '' };
    const snapshot = await takeSnapshot(deps, wish);
    const headers = { 'content-type': 'application/json', 'cache-control': keptFor, etag: snapshot.etag };
    later(cache.put(address, new Response(snapshot.text, { headers })).catch(() => undefined));
    return snapshot;
  };
};
