import fc from 'fast-check';
import { holderMatches } from '../src/ticket.ts';
import { base64url, packHolders } from './mint.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(base64url);
export const dayKey = bytes(32);
export const bookingId = bytes(16);
export const nik = fc.stringMatching(/^\d{16}$/);
export const party = fc.uniqueArray(nik, { minLength: 1, maxLength: 20 });

/** Made-up NIKs, one after another, none of them twice. */
const nikOf = (n: number) => `3273${String(n).padStart(12, '0')}`;

/**
 * How many of so many strangers pass for somebody of a booking for 20, out of how many that could. The same each time:
 * with keys of its own for each run a bound would be broken now and then.
 */
export const strangersThatPass = async (strangers: number) => {
  const key = base64url(new Uint8Array(32).fill(7));
  const id = base64url(new Uint8Array(16).fill(9));
  const family = Array.from({ length: 20 }, (_, at) => nikOf(at));
  const holders = packHolders(key, id, family);
  let passed = 0;
  for (let at = 0; at < strangers; at++) {
    const found = await holderMatches([key], id, holders, nikOf(20 + at));
    passed += found?.length ?? Number.NaN;
  }
  return { passed, of: strangers * family.length, expected: (strangers * family.length) / 2 ** 20 };
};
