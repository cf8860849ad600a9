const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** True for the one canonical spelling: decoders overlook stray bits in the last character, we do not. */
export const isBase64url = (text: string): boolean => {
  if (/[^A-Za-z0-9_-]/.test(text) || text.length % 4 === 1) return false;
  const unused = { 0: 0, 2: 15, 3: 3 }[text.length % 4] ?? 0;
  return (alphabet.indexOf(text.at(-1) ?? 'A') & unused) === 0;
};

/** Undefined for anything but the one canonical spelling, so that no two texts stand for the same bytes. */
export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> | undefined =>
  isBase64url(text)
    ? Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0))
    : undefined;

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export const toHex = (bytes: Uint8Array): string => {
  let hex = '';
  for (const byte of bytes) hex += hexOf[byte];
  return hex;
};

export const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

export const sha256 = async (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));

/** HMAC-SHA-256 under `secret`, with the key imported once. */
export const createMac = async (secret: Uint8Array<ArrayBuffer>) => {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return async (message: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = typeof message === 'string' ? new TextEncoder().encode(message) : message;
    return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes));
  };
};

/** HKDF-SHA-256: 32 bytes from `secret` for one purpose. */
export const deriveKey = async (secret: string, purpose: string): Promise<Uint8Array<ArrayBuffer>> => {
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', text.encode(secret), 'HKDF', false, ['deriveBits']);
  const params = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: text.encode(`paspor-antrean ${purpose}`),
  };
  return new Uint8Array(await crypto.subtle.deriveBits(params, key, 256));
};
