import { createMac, deriveKey } from '../bytes.ts';

/**
 * The keys of an office's day (`2026-12-01`), the newest first: one for each secret, so that bits made before a
 * rotation still match. Under one it shows whether a NIK belongs to a booking of that office and day, and of no other.
 */
export type DayKeys = (office: string, on: string) => Promise<readonly Uint8Array<ArrayBuffer>[]>;

/** Days that are remembered: more than are booked for at a time, few enough to forget about. */
const mostDays = 1000;

export const createDayKeys = async (secrets: readonly string[]): Promise<DayKeys> => {
  const macs = await Promise.all(secrets.map(async (secret) => createMac(await deriveKey(secret, 'day'))));
  // Keys and not promises of them: at the edge a promise belongs to the request that made it.
  const known = new Map<string, readonly Uint8Array<ArrayBuffer>[]>();
  return async (office, on) => {
    const day = `${office} ${on}`;
    const before = known.get(day);
    if (before) return before;
    const keys = await Promise.all(macs.map((mac) => mac(day)));
    if (known.size >= mostDays) known.clear();
    known.set(day, keys);
    return keys;
  };
};
