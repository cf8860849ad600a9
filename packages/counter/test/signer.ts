import type { Jwks } from '@paspor-antrean/contract/wire';

const utf8 = new TextEncoder();

export const base64urlOf = (bytes: Uint8Array | ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

export const randomId = (): string => base64urlOf(crypto.getRandomValues(new Uint8Array(16)));

export interface Claims {
  sub: string;
  o: number;
  s: number;
  exp: number;
  v: number;
  n?: string;
}

/** Signs booking tokens as the API does. */
export interface Signer {
  readonly jwk: Jwks['keys'][number];
  sign(claims: Claims, header?: Record<string, unknown>): Promise<string>;
}

export const createSigner = async (kid: string): Promise<Signer> => {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const { x = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return {
    jwk: { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' },
    sign: async (claims, header = {}) => {
      const parts = [{ alg: 'EdDSA', kid, typ: 'booking+jwt', ...header }, claims];
      const text = parts.map((part) => base64urlOf(utf8.encode(JSON.stringify(part)))).join('.');
      return `${text}.${base64urlOf(await crypto.subtle.sign('Ed25519', pair.privateKey, utf8.encode(text)))}`;
    },
  };
};

/** The claim `n`, made the other way round than the counter reads it: bit by bit as text. */
export const packHolders = async (dayKey: string, bookingId: string, niks: readonly string[]): Promise<string> => {
  const key = await crypto.subtle.importKey('raw', bytesOf(dayKey), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const marks = niks.map(async (nik) => {
    const mark = await crypto.subtle.sign('HMAC', key, new Uint8Array([...bytesOf(bookingId), ...utf8.encode(nik)]));
    return [...new Uint8Array(mark)]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('')
      .slice(0, 20);
  });
  const bits = (await Promise.all(marks)).join('');
  const octets = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? [];
  return base64urlOf(Uint8Array.from(octets, (octet) => Number.parseInt(octet, 2)));
};
