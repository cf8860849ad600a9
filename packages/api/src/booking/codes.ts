import { fromBase64url, toBase64url, toHex } from '../bytes.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A booking's code: seven random characters of Crockford base32 (35 bits, never a serial) and a check character by
 * Luhn's method modulo 32, which finds every single wrong character and every swap of neighbours but 0 and Z.
 */
export const newBookingCode = (): string => {
  const body = Array.from(crypto.getRandomValues(new Uint8Array(7)), (byte) => crockford[byte & 31]).join('');
  return body + checkCharacter(body);
};

/** What was typed as a code, in our spelling (O is 0, I and L are 1); undefined when it cannot be one. */
export const normaliseBookingCode = (typed: string): string | undefined => {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{8}$/.test(code)) return undefined;
  return code[7] === checkCharacter(code.slice(0, 7)) ? code : undefined;
};

const checkCharacter = (body: string): string => {
  const sum = [...body].reverse().reduce((total, char, at) => {
    const doubled = crockford.indexOf(char) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(doubled / 32) + (doubled % 32);
  }, 0);
  return crockford[(32 - (sum % 32)) % 32] ?? '';
};

/** `A09-017`: channel, hour and number; with minutes (`A0930-017`) where a slot does not start on the hour. */
export const queueCode = (letter: string, starts: string, number: number): string => {
  const [hour, minute] = [starts.slice(11, 13), starts.slice(14, 16)];
  return `${letter}${hour}${minute === '00' ? '' : minute}-${String(number).padStart(3, '0')}`;
};

/**
 * A booking id: UUIDv7, so that rows written together lie together in the index; 74 random bits. In public it is
 * spelled in 22 base64url characters.
 */
export const newBookingId = (now: Date): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // 48 bits of milliseconds, more than the 32 that bit operators take.
  new DataView(bytes.buffer).setUint16(0, Math.floor(now.getTime() / 2 ** 32));
  new DataView(bytes.buffer).setUint32(2, now.getTime() % 2 ** 32);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return toBase64url(bytes);
};

/** The id as Postgres wants it. */
export const uuidOf = (id: string): string => {
  const hex = toHex(fromBase64url(id) ?? new Uint8Array(16));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
