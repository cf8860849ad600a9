import { createMac, fromBase64url, fromHex, toBase64url, toHex } from '../bytes.ts';

/** 20 bits in hex: few enough that some 270 people in the country share them, enough that a wrong card shows. */
const digits = 5;

/** Of keys that are remembered elsewhere: imported for each booking, a key costs as much as a person. */
const known = new WeakMap<Uint8Array, Awaited<ReturnType<typeof createMac>>>();

/**
 * Binds a booking to its people: of each, in their order, the first 20 bits of HMAC-SHA-256(day key, booking id ‖ NIK),
 * packed one after another, zeros to the end of the last byte. The claim `n` of a booking token.
 */
export const holderBits = async (
  dayKey: Uint8Array<ArrayBuffer>,
  bookingId: string,
  niks: readonly string[],
): Promise<string> => {
  const mac = known.get(dayKey) ?? (await createMac(dayKey));
  known.set(dayKey, mac);
  const id = fromBase64url(bookingId) ?? new Uint8Array();
  const macs = await Promise.all(niks.map((nik) => mac(new Uint8Array([...id, ...new TextEncoder().encode(nik)]))));
  const hex = macs.map((bytes) => toHex(bytes).slice(0, digits)).join('');
  return toBase64url(fromHex(hex.length % 2 === 0 ? hex : `${hex}0`));
};

/** How many people are bound by a claim `n`; undefined for what is not packed that way. */
export const holderCount = (holders: unknown): number | undefined => {
  const bytes = typeof holders === 'string' ? fromBase64url(holders) : undefined;
  const hex = toHex(bytes ?? new Uint8Array());
  return /^(?:.{10})*(?:.{5}0)?$/.test(hex) && hex ? Math.floor(hex.length / digits) : undefined;
};
