import { personBits } from '../holder.ts';
import { toBase64url } from './base64url.ts';
import { lazy } from './lazy.ts';

/** Day keys, and what is bound under them, as the API makes both. */
export const createHolders = () => {
  const secret = lazy(() => crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']));

  const dayKey = async (office: string, on: string): Promise<string> =>
    toBase64url(
      new Uint8Array(await crypto.subtle.sign('HMAC', await secret(), new TextEncoder().encode(`${office} ${on}`))),
    );

  return {
    dayKey,
    /** The claim `n`. */
    bind: async (office: string, on: string, bookingId: string, niks: readonly string[]): Promise<string> => {
      const key = await dayKey(office, on);
      const hex = (await Promise.all(niks.map((nik) => personBits(key, bookingId, nik)))).join('');
      const pairs = (hex.length % 2 ? `${hex}0` : hex).match(/../g) ?? [];
      return toBase64url(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)));
    },
  };
};

export type Holders = ReturnType<typeof createHolders>;
