import { bookingCodeOf } from '@paspor-antrean/contract';
import { fromBase64url, fromHex, toBase64url, toHex } from '../bytes.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A booking's code: seven random characters of Crockford base32 (35 bits, never a serial) and their check character. */
export const newBookingCode = (): string =>
  bookingCodeOf(Array.from(crypto.getRandomValues(new Uint8Array(7)), (byte) => crockford[byte & 31]).join(''));

/** `A09-017`: channel, hour and number; with minutes (`A0930-017`) where a slot does not start on the hour. */
export const queueCode = (letter: string, starts: string, number: number): string => {
  const [hour, minute] = [starts.slice(11, 13), starts.slice(14, 16)];
  return `${letter}${hour}${minute === '00' ? '' : minute}-${String(number).padStart(3, '0')}`;
};

/**
 * A booking's id as PostgreSQL wants it: UUIDv7, so that rows written together lie together in the index. 48 bits of
 * milliseconds, and the 74 random ones of a fresh UUIDv4, which the platform makes from a pool.
 */
export const newBookingUuid = (now: Date): string => {
  const millis = now.getTime().toString(16).padStart(12, '0');
  return `${millis.slice(0, 8)}-${millis.slice(8)}-7${crypto.randomUUID().slice(15)}`;
};

/** The id as the public has it: 22 base64url characters. */
export const idOfUuid = (uuid: string): string => toBase64url(fromHex(uuid.replaceAll('-', '')));

/** And back. */
export const uuidOf = (id: string): string => {
  const hex = toHex(fromBase64url(id) ?? new Uint8Array(16));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
