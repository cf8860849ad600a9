import type { Jwks, TokenKind } from '@paspor-antrean/contract';
import { decodeProtectedHeader, errors, importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { deriveKey, isBase64url } from '../bytes.ts';
import type { Clock } from '../clock.ts';
import type { TicketKey } from '../config.ts';
import type { Bearer } from '../http/bearer.ts';
import { Refusal } from '../refusal.ts';

export interface BookingClaims {
  sub: string;
  office: number;
  /** Slot start, minutes since 1970. */
  startMinute: number;
  /** Seconds since 1970. */
  expires: number;
  version: number;
  /** See `holderBits`. Left out where the token would be too long with it: a party of more than six or so. */
  holders?: string | undefined;
}

/** As long as a booking token may be: a QR of version 12 at level M. */
const longest = 287;

export interface Tickets {
  signBooking(claims: BookingClaims): Promise<string>;
  signOwn(
    kind: 'hold' | 'manage',
    claims: { sub: string; office: string; version: number; expires: number },
  ): Promise<string>;
  /** Refuses TOKEN_INVALID (also for any kind that is not in `kinds`) and TOKEN_EXPIRED. */
  verify(token: string, kinds: readonly TokenKind[]): Promise<Bearer>;
  /** A booking token that someone shows, whenever it ends: the booking says which day it is for. Refuses TOKEN_INVALID. */
  readPresented(token: string): Promise<Bearer>;
  jwks: Jwks;
}

const typ = (kind: TokenKind) => `${kind}+jwt`;

/** The first key and secret sign, all verify: a rotation is putting a new one in front. */
export const createTickets = async (
  keys: readonly TicketKey[],
  secrets: readonly string[],
  clock: Clock,
): Promise<Tickets> => {
  const jwk = ({ x }: TicketKey) => ({ kty: 'OKP', crv: 'Ed25519', x });
  const [signing] = keys;
  if (!signing) throw new Error('TICKET_KEYS is empty');
  const privateKey = await importJWK({ ...jwk(signing), d: signing.d }, 'EdDSA');
  const publicKeys = new Map(
    await Promise.all(keys.map(async (key) => [key.kid, await importJWK(jwk(key), 'EdDSA')] as const)),
  );
  const ownKeys = (kind: TokenKind) =>
    Promise.all(secrets.map(async (secret) => hmacKey(await deriveKey(secret, typ(kind)))));
  const own = { hold: await ownKeys('hold'), manage: await ownKeys('manage') };

  const signPublic = (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid: signing.kid, typ: typ('booking') }).sign(privateKey);

  const verifyUnder = async (token: string, kind: TokenKind, kid: string | undefined, currentDate: Date) => {
    const options = { typ: typ(kind), algorithms: [kind === 'booking' ? 'EdDSA' : 'HS256'], currentDate };
    if (kind === 'booking') {
      const key = publicKeys.get(kid ?? '');
      if (!key) throw new Refusal('TOKEN_INVALID');
      return (await jwtVerify(token, key, options)).payload;
    }
    let last: unknown;
    for (const key of own[kind]) {
      try {
        return (await jwtVerify(token, key, options)).payload;
      } catch (error) {
        if (error instanceof errors.JWTExpired) throw error;
        last = error;
      }
    }
    throw last;
  };

  const verifyAt = async (token: string, kinds: readonly TokenKind[], at: Date): Promise<Bearer> => {
    try {
      if (!isCanonical(token)) throw new Refusal('TOKEN_INVALID');
      const header = decodeProtectedHeader(token);
      const kind = kinds.find((candidate) => typ(candidate) === header.typ);
      if (!kind) throw new Refusal('TOKEN_INVALID');
      return claimsOf(kind, await verifyUnder(token, kind, header.kid, at));
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal(error instanceof errors.JWTExpired ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID');
    }
  };

  return {
    async signBooking({ sub, office, startMinute, expires, version, holders }) {
      const claims = { sub, o: office, s: startMinute, exp: expires, v: version };
      const token = holders ? await signPublic({ ...claims, n: holders }) : '';
      return token && token.length <= longest ? token : await signPublic(claims);
    },

    signOwn: (kind, { sub, office, version, expires }) =>
      new SignJWT({ sub, o: office, v: version, exp: expires })
        .setProtectedHeader({ alg: 'HS256', typ: typ(kind) })
        .sign(own[kind][0] as Awaited<ReturnType<typeof hmacKey>>),

    verify: (token, kinds) => verifyAt(token, kinds, clock()),
    readPresented: (token) => verifyAt(token, ['booking'], new Date(0)),

    jwks: { keys: keys.map(({ kid, x }) => ({ kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' })) },
  };
};

/** Imported once: given raw bytes, jose would import them for every token. */
const hmacKey = (secret: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);

/** One spelling per token: base64url decoders overlook stray bits at the end of a segment, we do not. */
const isCanonical = (token: string): boolean => {
  const segments = token.split('.');
  return segments.length === 3 && segments.every((segment) => segment !== '' && isBase64url(segment));
};

const claimsOf = (kind: TokenKind, payload: Record<string, unknown>): Bearer => {
  const { sub, o, v, exp } = payload;
  const office = kind === 'booking' ? typeof o === 'number' && o : typeof o === 'string' && o;
  if (typeof sub !== 'string' || !office || typeof v !== 'number' || typeof exp !== 'number')
    throw new Refusal('TOKEN_INVALID');
  return { kind, sub, office, version: v };
};
