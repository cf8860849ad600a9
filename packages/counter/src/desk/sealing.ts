/** A value that only this device's key opens. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
  /** When it is to be forgotten, milliseconds by the server's clock. */
  until: number;
}

/** AES-GCM under a key that no script can read out: it lives in IndexedDB and leaves with sign-out. */
export const newSealingKey = () =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

export const seal = async (key: CryptoKey, value: unknown, until: Date | null): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return {
    iv,
    data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain),
    until: until?.getTime() ?? Number.POSITIVE_INFINITY,
  };
};

/** Undefined: sealed under another key, or damaged. */
export const unseal = async <T>(key: CryptoKey, sealed: Sealed | undefined): Promise<T | undefined> => {
  if (!sealed) return undefined;
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.data);
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
};
