import type { Jwks, TokenKind } from '@paspor-antrean/contract';
import { fromBase64url, toBase64url } from './base64url.ts';
import { lazy } from './lazy.ts';
import { Refusal } from './refusal.ts';

/** What a checked bearer token said, whatever its kind. */
export interface Bearer {
  kind: TokenKind;
  sub: string;
  /** Its number in a booking token, its id in the others. */
  office: number | string;
  version: number;
}

export interface Tickets {
  sign(kind: TokenKind, claims: Record<string, string | number>): Promise<string>;
  verify(token: string, kinds: readonly TokenKind[], now: Date): Promise<Bearer>;
  jwks(): Promise<Jwks>;
}

const kid = 't';
const utf8 = new TextEncoder();

/** Signs and checks tokens for real, with keys of its own: Ed25519 for what is shown, HMAC for what is ours. */
export const createTickets = (): Tickets => {
  const { subtle } = crypto;
  const pair = lazy(() => subtle.generateKey('Ed25519', true, ['sign', 'verify']) as Promise<CryptoKeyPair>);
  const secret = () => subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  const own = { hold: lazy(secret), manage: lazy(secret) };

  const isSigned = async (kind: TokenKind, signature: Uint8Array<ArrayBuffer>, text: Uint8Array<ArrayBuffer>) =>
    kind === 'booking'
      ? await subtle.verify('Ed25519', (await pair()).publicKey, signature, text)
      : await subtle.verify('HMAC', await own[kind](), signature, text);

  return {
    async sign(kind, claims) {
      const alg = kind === 'booking' ? { alg: 'EdDSA', kid } : { alg: 'HS256' };
      const parts = [{ ...alg, typ: `${kind}+jwt` }, claims].map((part) =>
        toBase64url(utf8.encode(JSON.stringify(part))),
      );
      const text = utf8.encode(parts.join('.'));
      const signature =
        kind === 'booking'
          ? await subtle.sign('Ed25519', (await pair()).privateKey, text)
          : await subtle.sign('HMAC', await own[kind](), text);
      return [...parts, toBase64url(new Uint8Array(signature))].join('.');
    },

    async verify(token, kinds, now) {
      const [header = '', payload = '', signature = '', ...more] = token.split('.');
      const read = (part: string) => JSON.parse(new TextDecoder().decode(fromBase64url(part)));
      try {
        const kind = kinds.find((candidate) => `${candidate}+jwt` === read(header).typ);
        if (!kind || more.length > 0) throw new Refusal('TOKEN_INVALID');
        const bytes = fromBase64url(signature);
        // One spelling per token: decoders overlook stray bits, we do not.
        if (toBase64url(bytes) !== signature) throw new Refusal('TOKEN_INVALID');
        if (!(await isSigned(kind, bytes, utf8.encode(`${header}.${payload}`)))) throw new Refusal('TOKEN_INVALID');
        const { sub, o, v, exp } = read(payload);
        if (exp * 1000 <= now.getTime()) throw new Refusal('TOKEN_EXPIRED');
        return { kind, sub, office: o, version: v };
      } catch (error) {
        throw error instanceof Refusal ? error : new Refusal('TOKEN_INVALID');
      }
    },

    async jwks() {
      const { x = '' } = await subtle.exportKey('jwk', (await pair()).publicKey);
      return { keys: [{ kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' }] };
    },
  };
};
