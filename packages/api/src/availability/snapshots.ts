import type { Availability } from '@paspor-antrean/contract';
import { sha256, toBase64url } from '../bytes.ts';
import { type AvailabilityDeps, readAvailability, type Wish } from './availability.ts';

export interface Snapshot {
  availability: Availability;
  /** The answer as it goes out. */
  text: string;
  /** Weak, and over the answer without `asOf`: the same seats are the same answer, whatever the second. */
  etag: string;
}

/** Asks the database. */
export const takeSnapshot = async (deps: AvailabilityDeps, wish: Wish): Promise<Snapshot> => {
  const availability = await readAvailability(deps, wish);
  const hash = await sha256(JSON.stringify({ ...availability, asOf: '' }));
  return { availability, text: JSON.stringify(availability), etag: `W/"${toBase64url(hash.subarray(0, 12))}"` };
};

export type Snapshots = (wish: Wish) => Promise<Snapshot>;

/** Questions kept at once. Beyond, the oldest goes: a crawl through all days must not fill the memory. */
const maxKept = 2000;

/**
 * Keeps each answer for `maxAgeMs` (at most 1,000 by contract) and asks once however many readers wait for it. 0: every
 * reader asks. Several processes each keep their own, so that none is older than that at the origin.
 */
export const createSnapshots = (deps: AvailabilityDeps, maxAgeMs: number): Snapshots => {
  const kept = new Map<string, { at: number; snapshot: Promise<Snapshot> }>();

  return (wish) => {
    if (maxAgeMs === 0) return takeSnapshot(deps, wish);
    const key = `${wish.office} ${wish.service} ${wish.from ?? ''} ${wish.days} ${wish.party}`;
    const now = performance.now();
    const known = kept.get(key);
    if (known && now - known.at < maxAgeMs) return known.snapshot;
    const snapshot = takeSnapshot(deps, wish);
    snapshot.catch(() => kept.delete(key));
    kept.delete(key);
    kept.set(key, { at: now, snapshot });
    if (kept.size > maxKept) kept.delete(kept.keys().next().value ?? '');
    return snapshot;
  };
};
