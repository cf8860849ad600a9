import { createMac, toHex } from '../bytes.ts';

/** A person's hashes, hex: under the first key, and under the second while there is one. */
export interface NikHashPair {
  nik_hash: string;
  nik_hash_before: string | null;
}

/** All hashes of these people. */
export const hashesOf = (people: readonly NikHashPair[]): string[] =>
  people.flatMap(({ nik_hash, nik_hash_before: before }) => (before ? [nik_hash, before] : [nik_hash]));

export type NikHashes = (nik: string) => Promise<NikHashPair>;

/** HMAC of a NIK under each key of NIK_KEY. */
export const createNikHashes = async (keys: readonly Uint8Array<ArrayBuffer>[]): Promise<NikHashes> => {
  const [first, second] = await Promise.all(keys.map(createMac));
  if (!first) throw new Error('NIK_KEY is empty');
  return async (nik) => ({
    nik_hash: toHex(await first(nik)),
    nik_hash_before: second ? toHex(await second(nik)) : null,
  });
};
