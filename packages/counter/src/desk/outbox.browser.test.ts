import { Unreachable } from '@paspor-antrean/client';
import type { ArrivalBatch, ArrivalResults } from '@paspor-antrean/client/counter';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nineOClock, openOffice, refusal, staffToken } from '../../test/office.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { createServerClock } from './server-clock.ts';
import { openVault, type Vault } from './vault.ts';

type Send = (batch: ArrivalBatch) => Promise<ArrivalResults>;

const start = async (vault: Vault, send: Send, office = 'bandung'): Promise<Outbox> =>
  openOutbox({
    vault,
    office,
    clock: createServerClock(() => nineOClock),
    until: () => new Date('2026-12-02T01:00:00+07:00'),
    send,
    changed: () => {},
  });

const arrivalOf = (nth: number) => ({
  booking: `booking-${nth}`,
  presented: { code: `CODE${nth}` },
  queueCodes: [],
  at: new Date(nineOClock.getTime() + nth).toISOString(),
});
const freshVault = () => openVault(`outbox-${crypto.randomUUID()}`, () => nineOClock);

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant('keep' as const) },
  { weight: 3, arbitrary: fc.constantFrom('up', 'down', 'lost', 'half', 'unfit' as const) },
  { weight: 1, arbitrary: fc.constantFrom('reload', 'sign-out' as const) },
);

test('whatever answers are lost, pages reloaded and sessions ended in between: each arrival reaches the API as it was kept, is acknowledged once, and no sequence is ever used twice', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25, size: 'max' }), async (steps) => {
      const name = `outbox-${crypto.randomUUID()}`;
      let network: string = 'up';
      /** What the API has, by sequence. */
      const told = new Map<number, string>();
      const kept: string[] = [];
      const discarded = new Set<string>();
      const acknowledged: string[] = [];
      const send: Send = async ({ arrivals }) => {
        if (network === 'down') throw new Unreachable('No connection');
        if (network === 'unfit' && arrivals.length > 1) throw refusal('BODY_TOO_LARGE');
        const results = arrivals.map(({ sequence, code = '' }) => {
          expect(told.get(sequence) ?? code).toBe(code);
          told.set(sequence, code);
          return { sequence, outcome: 'arrived' as const };
        });
        if (network === 'lost') throw new Unreachable('No answer in time');
        const answered = network === 'half' ? results.slice(0, Math.ceil(results.length / 2)) : results;
        acknowledged.push(...answered.map(({ sequence }) => told.get(sequence) ?? ''));
        return { results: answered };
      };
      let vault = await openVault(name, () => nineOClock);
      let outbox = await start(vault, send);
      const reopen = async () => {
        vault.close();
        vault = await openVault(name, () => nineOClock);
        outbox = await start(vault, send);
      };
      for (const doing of steps) {
        seen.add(doing);
        if (doing === 'keep') {
          kept.push(`CODE${kept.length}`);
          await outbox.keep(arrivalOf(kept.length - 1));
        } else if (doing === 'reload') await reopen();
        else if (doing === 'sign-out') {
          for (const { presented } of outbox.arrivals) discarded.add('code' in presented ? presented.code : '');
          await vault.clear(true);
          await reopen();
        } else {
          network = doing;
          await outbox.flush().catch(() => {});
        }
      }
      network = 'up';
      await outbox.flush();
      vault.close();

      expect(outbox.arrivals).toEqual([]);
      expect(new Set(acknowledged).size).toBe(acknowledged.length);
      expect(acknowledged.filter((code) => !discarded.has(code))).toEqual(kept.filter((code) => !discarded.has(code)));
      expect(new Set(told.values()).size).toBe(told.size);
    }),
    { numRuns: 80 },
  );
  expect([...seen].sort()).toEqual(['down', 'half', 'keep', 'lost', 'reload', 'sign-out', 'unfit', 'up']);
});

test('two hundred and fifty go in three batches', async () => {
  const sizes: number[] = [];
  const vault = await freshVault();
  const outbox = await start(vault, async ({ arrivals }) => {
    sizes.push(arrivals.length);
    return { results: arrivals.map(({ sequence }) => ({ sequence, outcome: 'arrived' })) };
  });
  for (let nth = 0; nth < 250; nth++) await vault.keepArrival({ ...arrivalOf(nth), office: 'bandung' });
  await outbox.reload();
  await Promise.all([outbox.flush(), outbox.flush()]);
  expect(sizes).toEqual([100, 100, 50]);
  vault.close();
});

test('one that the API can make nothing of is shown, and holds up none of the others', async () => {
  const vault = await freshVault();
  const accepted: number[] = [];
  const outbox = await start(vault, async ({ arrivals }) => {
    if (arrivals.some(({ sequence }) => sequence === 3)) throw refusal('INVALID_INPUT');
    accepted.push(...arrivals.map(({ sequence }) => sequence));
    return { results: arrivals.map(({ sequence }) => ({ sequence, outcome: 'arrived' })) };
  });
  for (let nth = 0; nth < 5; nth++) await outbox.keep(arrivalOf(nth));
  await outbox.flush();
  expect(accepted.sort()).toEqual([1, 2, 4, 5]);
  expect(outbox.clashes).toMatchObject([{ sequence: 3, outcome: 'refused', code: 'INVALID_INPUT' }]);
  await outbox.dismiss(outbox.clashes[0] as (typeof outbox.clashes)[number]);
  expect(outbox.clashes).toEqual([]);
  vault.close();
});

test('what another office’s counter recorded on this device waits until that office signs in again', async () => {
  const vault = await freshVault();
  const office = await openOffice();
  const send: Send = (batch) => office.client.recordArrivals({ staffToken, office: 'bandung', ...batch });
  const first = await start(vault, send);
  await first.keep(arrivalOf(0));
  const elsewhere = await start(vault, send, 'cimahi');
  await elsewhere.flush();
  expect(elsewhere.arrivals).toHaveLength(1);
  expect(office.recorded.size).toBe(0);
  const back = await start(vault, send);
  await back.flush();
  expect(office.recorded.size).toBe(1);
  vault.close();
});

test('an arrival keeps its time when the device’s clock is set before it is sent', async () => {
  const vault = await freshVault();
  let device = new Date(nineOClock.getTime() + 7_200_000);
  const clock = createServerClock(() => device, 7_200_000);
  const sent: ArrivalBatch[] = [];
  const outbox = await openOutbox({
    vault,
    office: 'bandung',
    clock,
    until: () => nineOClock,
    changed: () => {},
    send: async (batch) => {
      sent.push(batch);
      return { results: batch.arrivals.map(({ sequence }) => ({ sequence, outcome: 'arrived' })) };
    },
  });
  await outbox.keep({ ...arrivalOf(0), at: clock.now().toISOString() });
  // Ten minutes later somebody puts the clock right, and the next list says so.
  const later = new Date(nineOClock.getTime() + 600_000);
  device = later;
  clock.learn(later, later, later);
  await outbox.flush();
  const [{ sentAt, arrivals }] = sent as [ArrivalBatch];
  expect(Date.parse(sentAt) - Date.parse(arrivals[0]?.at ?? '')).toBe(600_000);
  expect(sentAt).toBe(later.toISOString());
  vault.close();
});
