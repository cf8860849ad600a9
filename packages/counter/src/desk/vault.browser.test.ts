import { afterEach, describe, expect, test, vi } from 'vitest';
import { nineOClock, openOffice, staff, staffToken } from '../../test/office.ts';
import { everythingStored, filledStores } from '../../test/stored.ts';
import { SignedOut } from './errors.ts';
import type { Clash } from './outbox.ts';
import { openVault, type Vault } from './vault.ts';

const now = () => nineOClock;
const tonight = new Date('2026-12-02T01:00:00+07:00');
const vaults: Vault[] = [];
afterEach(() => {
  for (const vault of vaults.splice(0)) vault.close();
});

const open = async (name: string, at = now) => {
  const vault = await openVault(name, at);
  vaults.push(vault);
  return vault;
};
const freshName = () => `vault-${crypto.randomUUID()}`;

const arrival = {
  office: 'bandung',
  booking: 'AZq1m3x8fUqL0pWn2Vb7Hg',
  presented: { token: 'eyJ.the-token-of-a-ticket.sig' },
  queueCodes: ['A10-017'],
  at: nineOClock.toISOString(),
};
const clash = (sequence: number): Clash => ({
  sequence,
  outcome: 'refused',
  code: 'BOOKING_MOVED',
  movedTo: null,
  visit: null,
  queueCodes: ['A10-017'],
  at: arrival.at,
});

describe('what is kept', () => {
  test('is read again by the next page, and by nobody who only reads the storage', async () => {
    const name = freshName();
    const office = await openOffice();
    const { visit, token } = await office.book();
    const vault = await open(name);
    await vault.keep('session', { staff, token: staffToken }, tonight);
    await vault.keep('day', office.list(), tonight);
    await vault.keepArrival({ ...arrival, presented: { token } });
    await vault.settle([], [clash(9)], tonight);
    vault.close();

    const secrets = [staffToken, token, visit.code ?? '', visit.id, office.dayKey, 'A10-017', 'bandung', 'MOVED'];
    const stored = await everythingStored();
    for (const secret of secrets) expect(stored).not.toContain(secret);
    // A control: the search finds what is there.
    expect(stored).toContain(vault.device);
    expect(stored).toContain('CryptoKey, sealed');

    const again = await open(name);
    expect(again.device).toBe(vault.device);
    expect(await again.read('session')).toEqual({ staff, token: staffToken });
    expect(await again.read('day')).toEqual(office.list());
    expect(await again.arrivals()).toEqual([{ ...arrival, presented: { token }, sequence: 1 }]);
    expect(await again.clashes()).toEqual([clash(9)]);
  });

  test('is forgotten when its day is over, but for what was not sent yet', async () => {
    const name = freshName();
    const office = await openOffice();
    const vault = await open(name);
    await vault.keep('session', { staff, token: staffToken }, tonight);
    await vault.keep('day', office.list(), tonight);
    await vault.keep('jwks', office.jwks(), tonight);
    await vault.keepArrival(arrival);
    await vault.settle([], [clash(9)], tonight);
    await vault.wipe(new Date(tonight.getTime() - 1));
    expect(await filledStores(name)).toEqual(['arrivals', 'clashes', 'device', 'kept', 'key']);
    vault.close();

    const nextDay = await open(name, () => tonight);
    expect(await filledStores(name)).toEqual(['arrivals', 'device', 'key']);
    expect(await nextDay.read('day')).toBeUndefined();
    expect(await nextDay.arrivals()).toEqual([{ ...arrival, sequence: 1 }]);
  });

  test('is forgotten by the server’s clock, as it was last known', async () => {
    const name = freshName();
    const office = await openOffice();
    const vault = await open(name);
    await vault.keep('day', office.list(), tonight);
    await vault.noteClock(-3_600_000);
    vault.close();
    // The device is an hour behind: at the server it is midnight and an hour.
    const again = await open(name, () => new Date(tonight.getTime() - 3_600_000));
    expect(await again.read('day')).toBeUndefined();
  });

  test('counts as nothing when it was damaged', async () => {
    const name = freshName();
    const office = await openOffice();
    const vault = await open(name);
    await vault.keep('day', office.list(), tonight);
    await vault.keepArrival(arrival);
    vault.close();
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result);
    });
    const tx = db.transaction('kept', 'readwrite');
    tx.objectStore('kept').put({ iv: new Uint8Array(12), data: new ArrayBuffer(40), until: Infinity }, 'day');
    await new Promise((done) => {
      tx.oncomplete = done;
    });
    db.close();
    const again = await open(name);
    expect(await again.read('day')).toBeUndefined();
    expect(await again.arrivals()).toHaveLength(1);
  });
});

test('a page without https is told so', async () => {
  vi.spyOn(globalThis, 'isSecureContext', 'get').mockReturnValue(false);
  await expect(openVault(freshName(), now)).rejects.toThrow('served over https');
  vi.restoreAllMocks();
});

test('nothing is kept once the vault was closed, or the browser’s data were cleared', async () => {
  const closed = await open(freshName());
  closed.close();
  await expect(closed.keepArrival(arrival)).rejects.toThrow(SignedOut);
  const name = freshName();
  const cleared = await open(name);
  await new Promise((done) => {
    indexedDB.deleteDatabase(name).onsuccess = done;
  });
  await expect(cleared.keepArrival(arrival)).rejects.toThrow(SignedOut);
});

describe('signing out', () => {
  test('waits for what is unsent, unless it is to be discarded; then only the device’s number is left', async () => {
    const name = freshName();
    const vault = await open(name);
    await vault.keep('session', { staff, token: staffToken }, tonight);
    await vault.keepArrival(arrival);
    await vault.keepArrival(arrival);
    expect(await vault.clear(false)).toBe(2);
    expect(await vault.arrivals()).toHaveLength(2);
    expect(await vault.clear(true)).toBe(0);
    expect(await filledStores(name)).toEqual(['device']);
    vault.close();
    // Never the same sequence again, so that the API never takes one arrival for another.
    const next = await open(name);
    expect((await next.keepArrival(arrival)).sequence).toBe(3);
    expect(next.device).toBe(vault.device);
  });

  test('in one tab ends the session of the other, which can keep nothing any more', async () => {
    const name = freshName();
    const [here, there] = [await open(name), await open(name)];
    const heard = vi.fn();
    there.hear(heard);
    await here.clear(false);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('signed-out'));
    await expect(there.keepArrival(arrival)).rejects.toThrow(SignedOut);
    await expect(there.keep('session', { staff, token: staffToken }, tonight)).rejects.toThrow(SignedOut);
    // Nor under the key of who signs in next.
    await open(name);
    await expect(there.keepArrival(arrival)).rejects.toThrow(SignedOut);
    expect(await filledStores(name)).toEqual(['device', 'key']);
  });
});

test('two tabs of a device that record at once never give the same sequence', async () => {
  const name = freshName();
  const tabs = await Promise.all([open(name), open(name), open(name)]);
  const kept = await Promise.all(Array.from({ length: 60 }, (_, at) => tabs[at % 3]?.keepArrival(arrival)));
  expect(kept.map((one) => one?.sequence).sort((one, other) => Number(one) - Number(other))).toEqual(
    Array.from({ length: 60 }, (_, at) => at + 1),
  );
});
