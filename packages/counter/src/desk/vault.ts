import type { Jwks, OfficeDay } from '@paspor-antrean/contract/wire';
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { SignedOut } from './errors.ts';
import type { Arrival, Clash } from './outbox.ts';
import { newSealingKey, type Sealed, seal, unseal } from './sealing.ts';

/** Who is signed in, so that a page that is loaded again without a network goes on. */
export interface Session {
  readonly staff: { readonly office: string; readonly role: 'counter' | 'head' | 'admin' };
  readonly token: string;
}

/** What is kept until its day is over, each under its name. */
interface Kept {
  session: Session;
  day: OfficeDay;
  jwks: Jwks;
}

interface Stores extends DBSchema {
  /** In clear, and kept for ever: says nothing of anyone, and makes each arrival of this device one of a kind. */
  device: { key: 'device'; value: { id: string; sequence: number; clockOffMs: number } };
  key: { key: 'key'; value: { id: string; key: CryptoKey } };
  kept: { key: keyof Kept; value: Sealed };
  arrivals: { key: number; value: Sealed };
  clashes: { key: number; value: Sealed };
}

type StoreName = 'device' | 'key' | 'kept' | 'arrivals' | 'clashes';
type Writing = IDBPTransaction<Stores, StoreName[], 'readwrite'>;

/** What another tab of this device did. */
export type Elsewhere = 'kept' | 'signed-out';

/** What this device keeps, sealed, in IndexedDB. */
export type Vault = Awaited<ReturnType<typeof openVault>>;

/** Opens it, and forgets at once what is over. `now` is the device's clock. */
export const openVault = async (name: string, now: () => Date) => {
  if (!isSecureContext) throw new TypeError('The counter needs a page that is served over https');
  let isClosed = false;
  const db = await open(name, () => {
    isClosed = true;
  });
  const { id: keyId, key } = await readyKey(db);
  const { id: device, clockOffMs } = await readyDevice(db);
  const others = new BroadcastChannel(name);

  /** One transaction for all of it, and none of it once another tab signed out: its key is gone, or another one. */
  const write = async (stores: StoreName[], act: (tx: Writing) => Promise<unknown>) => {
    if (isClosed) throw new SignedOut();
    // An arrival outlives a power cut; the rest can be read again.
    const durability = stores.includes('arrivals') ? 'strict' : 'relaxed';
    const tx = db.transaction(['key', ...stores], 'readwrite', { durability });
    const current = await tx.objectStore('key').get('key');
    if (current?.id !== keyId) throw new SignedOut();
    await act(tx);
    await tx.done;
  };

  const readAll = async <T>(store: 'arrivals' | 'clashes'): Promise<(T & { sequence: number })[]> => {
    const tx = db.transaction(store);
    const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
    const opened = await Promise.all(values.map((sealed) => unseal<T>(key, sealed)));
    return opened.flatMap((value, at) => (value ? [{ ...value, sequence: keys[at] ?? 0 }] : []));
  };

  const vault = {
    device,
    clockOffMs,

    /** Is told what other tabs do from now on. */
    hear: (listener: (what: Elsewhere) => void) => {
      others.onmessage = ({ data }) => listener(data);
    },

    read: async <N extends keyof Kept>(kept: N): Promise<Kept[N] | undefined> =>
      unseal(key, await db.get('kept', kept)),

    keep: async <N extends keyof Kept>(kept: N, value: Kept[N], until: Date) => {
      const sealed = await seal(key, value, until);
      await write(['kept'], (tx) => tx.objectStore('kept').put(sealed, kept));
    },

    noteClock: (offMs: number) =>
      write(['device'], async (tx) => {
        const noted = await tx.objectStore('device').get('device');
        if (noted) await tx.objectStore('device').put({ ...noted, clockOffMs: offMs }, 'device');
      }),

    /** Gives it this device's next sequence, in the same transaction that keeps it: none is ever given twice. */
    keepArrival: async (arrival: Omit<Arrival, 'sequence'>): Promise<Arrival> => {
      const sealed = await seal(key, arrival, null);
      let sequence = 0;
      await write(['device', 'arrivals'], async (tx) => {
        const noted = await tx.objectStore('device').get('device');
        sequence = (noted?.sequence ?? 0) + 1;
        await tx.objectStore('device').put({ id: device, clockOffMs: 0, ...noted, sequence }, 'device');
        await tx.objectStore('arrivals').add(sealed, sequence);
      });
      others.postMessage('kept' satisfies Elsewhere);
      return { ...arrival, sequence };
    },

    /** What was not acknowledged yet, in the order of its sequence. */
    arrivals: () => readAll<Omit<Arrival, 'sequence'>>('arrivals') as Promise<Arrival[]>,

    clashes: () => readAll<Omit<Clash, 'sequence'>>('clashes') as Promise<Clash[]>,

    /** They were acknowledged, some of them with a clash to be shown. */
    settle: async (sequences: readonly number[], clashes: readonly Clash[], until: Date) => {
      const sealed = await Promise.all(clashes.map((clash) => seal(key, clash, until)));
      await write(['arrivals', 'clashes'], async (tx) => {
        for (const sequence of sequences) await tx.objectStore('arrivals').delete(sequence);
        for (const [at, { sequence }] of clashes.entries())
          await tx.objectStore('clashes').put(sealed[at] as Sealed, sequence);
      });
      others.postMessage('kept' satisfies Elsewhere);
    },

    dropClash: async (sequence: number) => {
      await write(['clashes'], (tx) => tx.objectStore('clashes').delete(sequence));
      others.postMessage('kept' satisfies Elsewhere);
    },

    /** Forgets what is over by the server's clock. Unsent arrivals stay until they are sent. */
    wipe: (at: Date) =>
      write(['kept', 'clashes'], async (tx) => {
        for (const store of ['kept', 'clashes'] as const)
          for (let cursor = await tx.objectStore(store).openCursor(); cursor; cursor = await cursor.continue())
            if (cursor.value.until <= at.getTime()) await cursor.delete();
      }),

    /** Leaves nothing that can be read, unless something is unsent: then all stays, and how much that is is answered. */
    clear: async (discard: boolean): Promise<number> => {
      let unsent = 0;
      await write(['kept', 'arrivals', 'clashes'], async (tx) => {
        unsent = discard ? 0 : await tx.objectStore('arrivals').count();
        if (unsent > 0) return;
        for (const store of ['key', 'kept', 'arrivals', 'clashes'] as const) await tx.objectStore(store).clear();
      });
      if (unsent === 0) others.postMessage('signed-out' satisfies Elsewhere);
      return unsent;
    },

    close: () => {
      isClosed = true;
      others.close();
      db.close();
    },
  };
  // So that the browser does not make room by what was not sent yet.
  navigator.storage.persist().catch(() => {});
  await vault.wipe(new Date(now().getTime() - clockOffMs));
  return vault;
};

const open = (name: string, lost: () => void) =>
  openDB<Stores>(name, 1, {
    upgrade: (db) => {
      for (const store of ['device', 'key', 'kept', 'arrivals', 'clashes'] as const) db.createObjectStore(store);
    },
    // A newer page in another tab wants to upgrade it.
    blocking: (_, __, event) => {
      lost();
      (event.target as IDBDatabase).close();
    },
    // Somebody cleared the browser's data.
    terminated: lost,
  });

/** The key of this session, or a fresh one. Made before the transaction, which waits for nothing but itself. */
const readyKey = async (db: IDBPDatabase<Stores>) => {
  const fresh = { id: randomId(), key: await newSealingKey() };
  const tx = db.transaction('key', 'readwrite');
  const found = await tx.store.get('key');
  if (!found) await tx.store.put(fresh, 'key');
  await tx.done;
  return found ?? fresh;
};

const readyDevice = async (db: IDBPDatabase<Stores>) => {
  const tx = db.transaction('device', 'readwrite', { durability: 'strict' });
  const found = await tx.store.get('device');
  const device = found ?? { id: randomId(), sequence: 0, clockOffMs: 0 };
  if (!found) await tx.store.put(device, 'device');
  await tx.done;
  return device;
};

/** 16 random bytes, base64url. */
const randomId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22);
