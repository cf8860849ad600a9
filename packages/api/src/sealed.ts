/**
 * Encryption at rest: AES-256-GCM, a fresh 96-bit nonce per message, the key's id in front so that keys can rotate,
 * and the place the data belongs to as additional data, so that no sealed value can be moved to another row.
 */
export interface DataKey {
  id: string;
  secret: Uint8Array<ArrayBuffer>;
}

export interface Sealer {
  seal(value: unknown, place: string): Promise<Uint8Array<ArrayBuffer>>;
  open<T>(sealed: Uint8Array, place: string): Promise<T>;
}

const text = new TextEncoder();
const nonceBytes = 12;
type ImportedKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** The first key seals, all open. */
export const createSealer = async (keys: readonly DataKey[]): Promise<Sealer> => {
  const imported = new Map<string, ImportedKey>();
  for (const key of keys) {
    imported.set(key.id, await crypto.subtle.importKey('raw', key.secret, 'AES-GCM', false, ['encrypt', 'decrypt']));
  }
  const current = keys[0]?.id ?? '';

  return {
    async seal(value, place) {
      const id = text.encode(current);
      const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const body = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: text.encode(place) },
        imported.get(current) as ImportedKey,
        text.encode(JSON.stringify(value)),
      );
      return Uint8Array.from([id.length, ...id, ...iv, ...new Uint8Array(body)]);
    },

    async open(sealed, place) {
      const start = 1 + (sealed[0] ?? 0);
      const id = new TextDecoder().decode(sealed.subarray(1, start));
      const key = imported.get(id);
      if (!key) throw new Error('Data was sealed under a key that DATA_KEYS no longer holds');
      const plain = await crypto.subtle.decrypt(
        {
          name: 'AES-GCM',
          iv: Uint8Array.from(sealed.subarray(start, start + nonceBytes)),
          additionalData: text.encode(place),
        },
        key,
        Uint8Array.from(sealed.subarray(start + nonceBytes)),
      );
      return JSON.parse(new TextDecoder().decode(plain));
    },
  };
};
