import type { Clock } from '../clock.ts';

type Mac = (text: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Networks remembered at once; on a day with more of them the oldest is hashed again. */
const maxKept = 10_000;

/** Who is asking, as a keyed hash that changes daily; each network is hashed once a day. */
export const createClientHash = (mac: Mac, clock: Clock) => {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return (network: string): Promise<Uint8Array<ArrayBuffer>> => {
    const key = `${Math.floor(clock().getTime() / 86_400_000)} ${network}`;
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= maxKept) kept.delete(kept.keys().next().value ?? '');
    const hash = mac(key);
    kept.set(key, hash);
    return hash;
  };
};
