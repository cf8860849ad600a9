import type { Jwks } from '@paspor-antrean/contract/wire';
import { bytesOf } from './base64url.ts';
import { bitsOf } from './holder.ts';

export { holderMatches } from './holder.ts';

/** What a booking token says. */
export interface Ticket {
  /** 22 base64url characters. */
  readonly bookingId: string;
  /** The office's short public number, `number` of its `Office`. */
  readonly officeNumber: number;
  /** When the slot starts. */
  readonly startsAt: Date;
  /** When the token ends: the end of the visit day and the office's grace. */
  readonly expiresAt: Date;
  /** 1, and one more after each move of the booking. Of two tokens of a booking the higher one counts. */
  readonly version: number;
  /** What binds it to its people, for {@link holderMatches}. Tokens of large parties have none. */
  readonly holders?: string;
}

/**
 * - `malformed`: no token of ours, or not all of it
 * - `other-kind`: a token that is not a booking token, or signed in another way than these are
 * - `unknown-key`: signed under a key that is not in this JWKS; read it again, the keys may have changed
 * - `forged`: the signature is wrong
 * - `expired`: its day has passed; `ticket` says which
 */
export type TicketFault = 'malformed' | 'other-kind' | 'unknown-key' | 'forged' | 'expired';

/** What came of checking a token. */
export type TicketCheck =
  | { readonly valid: true; readonly ticket: Ticket }
  | { readonly valid: false; readonly reason: 'expired'; readonly ticket: Ticket }
  | { readonly valid: false; readonly reason: Exclude<TicketFault, 'expired'>; readonly ticket?: undefined };

/** As long as a token may be, so that its QR stays easy to read. */
const longest = 287;

const importedKeys = new WeakMap<object, Promise<CryptoKey>>();

/**
 * Checks a booking token offline, with WebCrypto and the public keys of `/.well-known/jwks.json`. A valid one was
 * issued and has not ended; that its booking was not moved or cancelled since, only the API knows.
 *
 * Never rejects because of the token; rejects when a key of the JWKS is unusable, or where WebCrypto has no Ed25519
 * (pages without https; browsers before 2025).
 *
 * @param now What time it is. Default: the device's clock.
 */
export const verifyTicket = async (token: string, jwks: Jwks, now = new Date()): Promise<TicketCheck> => {
  const parts = token.length > longest ? [] : token.split('.').map(bytesOf);
  const [header, payload, signature] = parts;
  const { alg, typ, kid, crit } = jsonOf(header);
  const { sub, o, s, exp, v, n } = jsonOf(payload);
  if (parts.length !== 3 || !parts.every((part) => part?.length) || !alg || !signature) return refused('malformed');
  // Every header that is not exactly ours is refused before anything in it is believed.
  if (alg !== 'EdDSA' || typ !== 'booking+jwt' || crit !== undefined) return refused('other-kind');
  const jwk = jwks.keys.find((key) => key.kid === kid);
  if (!jwk) return refused('unknown-key');
  const signed = new TextEncoder().encode(token.slice(0, token.lastIndexOf('.')));
  if (!(await crypto.subtle.verify('Ed25519', await keyOf(jwk), signature, signed))) return refused('forged');
  if (!/^[\w-]{22}$/.test(String(sub)) || ![o, s, exp, v].every(isCount) || !isPacked(n)) return refused('malformed');
  const ticket = {
    bookingId: String(sub),
    officeNumber: Number(o),
    startsAt: new Date(Number(s) * 60_000),
    expiresAt: new Date(Number(exp) * 1000),
    version: Number(v),
    ...(n !== undefined && { holders: String(n) }),
  };
  return now < ticket.expiresAt ? { valid: true, ticket } : { valid: false, reason: 'expired', ticket };
};

const refused = (reason: Exclude<TicketFault, 'expired'>): TicketCheck => ({ valid: false, reason });

/** Whole, positive, and as minutes still a date. */
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) > 0 && Number(value) < 2 ** 36;

const isPacked = (value: unknown) => value === undefined || (typeof value === 'string' && bitsOf(value) !== undefined);

const keyOf = (jwk: Jwks['keys'][number]): Promise<CryptoKey> => {
  const { kty, crv, x } = jwk;
  const key = importedKeys.get(jwk) ?? crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']);
  importedKeys.set(jwk, key);
  return key;
};

const jsonOf = (bytes: Uint8Array | undefined): Record<string, unknown> => {
  try {
    return Object(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return {};
  }
};
