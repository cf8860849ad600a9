// To be dropped when `@paspor-antrean/client/ticket` has `holderMatches` and `Ticket.holders`: import both from there.
import type { Ticket as SignedTicket } from '@paspor-antrean/client/ticket';

export type Ticket = SignedTicket & { readonly holders?: string };

const bitsEach = 20;

/** Which people of a party a NIK fits, by their position. A wrong one fits by chance once in a million. */
export const holderMatches = async (
  dayKeys: readonly string[],
  bookingId: string,
  holders: string,
  nik: string,
): Promise<number[]> => {
  const packed = bytesOf(holders);
  const message = Uint8Array.from([...bytesOf(bookingId), ...new TextEncoder().encode(nik)]);
  const marks = await Promise.all(dayKeys.map((dayKey) => markOf(bytesOf(dayKey), message)));
  return Array.from({ length: partyOf(holders) }, (_, at) => at).filter((at) =>
    marks.includes(bitsAt(packed, at * bitsEach)),
  );
};

/** How many people a claim `n` speaks of. */
export const partyOf = (holders: string): number => Math.floor((Math.floor(holders.length * 0.75) * 8) / bitsEach);

const markOf = async (dayKey: Uint8Array<ArrayBuffer>, message: Uint8Array<ArrayBuffer>) => {
  const key = await crypto.subtle.importKey('raw', dayKey, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return bitsAt(new Uint8Array(await crypto.subtle.sign('HMAC', key, message)), 0);
};

const bitsAt = (bytes: Uint8Array, from: number): number => {
  let bits = 0;
  for (let at = from; at < from + bitsEach; at++) bits = bits * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
  return bits;
};

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
