import { bytesOf } from './base64url.ts';

/** 20 bits of each person, as hex. */
const digits = 5;

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bits of each person, in hex; undefined for what is not packed as `n` is: to the last byte, and zeros after. */
export const bitsOf = (holders: string): string[] | undefined => {
  const hex = hexOf(bytesOf(holders) ?? new Uint8Array());
  return /^(?:.{10})*(?:.{5}0)?$/.test(hex) ? (hex.match(/.{5}/g) ?? undefined) : undefined;
};

/**
 * Checks offline whether a person's NIK belongs to a booking token: which of its people they are, counted from 0 in
 * the order of the booking's `applicants`. None: a card that belongs to nobody of this booking. A wrong card passes
 * once in a million for each of the people.
 *
 * Undefined where there is nothing to judge by: no day key, a token without `holders`, or no NIK of 16 digits. Rejects
 * when a day key is unusable.
 *
 * @param dayKeys `dayKeys` of the day's list, of the office and day of the token.
 * @param bookingId Of the ticket.
 * @param holders Of the ticket, or where it has none of the booking's visit in the day's list.
 */
export const holderMatches = async (
  dayKeys: readonly string[],
  bookingId: string,
  holders: string | null | undefined,
  nik: string,
): Promise<number[] | undefined> => {
  const people = holders ? bitsOf(holders) : undefined;
  if (!people || !dayKeys.length || bytesOf(bookingId)?.length !== 16 || !/^\d{16}$/.test(nik)) return undefined;
  const own = await Promise.all(dayKeys.map((dayKey) => personBits(dayKey, bookingId, nik)));
  return people.flatMap((bits, at) => (own.includes(bits) ? at : []));
};

/** The first bits of HMAC-SHA-256(day key, booking id ‖ NIK), in hex. */
export const personBits = async (dayKey: string, bookingId: string, nik: string): Promise<string> => {
  const raw = bytesOf(dayKey);
  if (raw?.length !== 32) throw new TypeError('A day key is 32 bytes in base64url.');
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const message = new Uint8Array([...(bytesOf(bookingId) ?? []), ...new TextEncoder().encode(nik)]);
  return hexOf(new Uint8Array(await crypto.subtle.sign('HMAC', key, message))).slice(0, digits);
};
