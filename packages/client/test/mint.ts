import { createHmac } from 'node:crypto';

const utf8 = new TextEncoder();
export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

const claims = {
  sub: 'AZq1m3x8fUqL0pWn2Vb7Hg',
  o: 51,
  s: Date.parse('2026-12-01T09:00:00+07:00') / 60_000,
  exp: Date.parse('2026-12-02T02:00:00+07:00') / 1000,
  v: 2,
};
const header = { alg: 'EdDSA', kid: '1', typ: 'booking+jwt' };

/** A key pair of its own, and what is signed with it, also what nobody should sign. */
export const openMint = async () => {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const { x = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const jwk = { kty: 'OKP', crv: 'Ed25519', x, kid: '1', alg: 'EdDSA', use: 'sig' } as const;
  const sign = async (payload: unknown = claims, head: object = header, signature?: string): Promise<string> => {
    const text = [head, payload].map((part) => base64url(utf8.encode(JSON.stringify(part)))).join('.');
    const signed = await crypto.subtle.sign('Ed25519', pair.privateKey, utf8.encode(text));
    return `${text}.${signature ?? base64url(new Uint8Array(signed))}`;
  };
  return { claims, header, sign, jwks: { keys: [jwk] } };
};

/** The claim `n`, written once more by its definition in docs/tokens.md: bit by bit, and not as the client reads it. */
export const packHolders = (dayKey: string, bookingId: string, niks: readonly string[]): string => {
  const bits = niks.map((nik) => {
    const mac = createHmac('sha256', Buffer.from(dayKey, 'base64url'));
    const [first = 0, second = 0, third = 0] = mac.update(Buffer.from(bookingId, 'base64url')).update(nik).digest();
    return ((first << 12) | (second << 4) | (third >> 4)).toString(2).padStart(20, '0');
  });
  const bytes = bits.join('').match(/.{1,8}/g) ?? [];
  return base64url(Uint8Array.from(bytes, (byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
};
