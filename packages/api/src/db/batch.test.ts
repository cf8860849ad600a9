import { describe, expect, test } from 'vitest';
import { createBatcher } from './batch.ts';

/** A statement that answers when it is told to, and notes its batches. */
const desk = () => {
  const batches: number[][] = [];
  const open: (() => void)[] = [];
  const run = async (items: number[]) => {
    batches.push(items);
    await new Promise<void>((resolve) => open.push(resolve));
    if (items.includes(13)) throw new Error('poisoned');
    return items.map((item) => item * 10);
  };
  const next = async () => {
    open.shift()?.();
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  return { batches, run, next, open };
};
const options = { inFlight: 1, maxItems: 4, maxWaiting: 6 };
const always = () => true;
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a batch', () => {
  test('is what arrived while the one before was on its way; a lone request goes at once', async () => {
    const { batches, run, next } = desk();
    const ask = createBatcher(run, options, always);
    const first = ask(1);
    await turn();
    expect(batches).toEqual([[1]]);
    const rest = [2, 3, 4].map((item) => ask(item));
    await turn();
    expect(batches).toEqual([[1]]);
    await next();
    expect(await first).toBe(10);
    await turn();
    expect(batches).toEqual([[1], [2, 3, 4]]);
    await next();
    expect(await Promise.all(rest)).toEqual([20, 30, 40]);
  });

  test('gathers everything of one turn and is no larger than its limit', async () => {
    const { batches, run, next } = desk();
    const ask = createBatcher(run, options, always);
    const all = [1, 2, 3, 4, 5, 6].map((item) => ask(item));
    await turn();
    expect(batches).toEqual([[1, 2, 3, 4]]);
    await next();
    await turn();
    await next();
    expect(await Promise.all(all)).toEqual([10, 20, 30, 40, 50, 60]);
  });

  test('with a poisoned item fails for that item alone', async () => {
    const { run, open } = desk();
    const ask = createBatcher(run, options, always);
    const all = Promise.allSettled([1, 13, 3, 4].map((item) => ask(item)));
    const pump = setInterval(() => open.shift()?.(), 1);
    const settled = await all;
    clearInterval(pump);
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([10, 'failed', 30, 40]);
  });

  test('that failed for another reason than its items fails as a whole, once', async () => {
    const { batches, run, next } = desk();
    const ask = createBatcher(run, options, () => false);
    const all = Promise.allSettled([1, 13].map((item) => ask(item)));
    await turn();
    await next();
    expect((await all).every(({ status }) => status === 'rejected')).toBe(true);
    expect(batches).toHaveLength(1);
  });

  test('whose caller went away is answered all the same', async () => {
    const { run, next } = desk();
    const ask = createBatcher(run, options, always);
    void ask(1);
    const second = ask(2);
    await turn();
    await next();
    expect(await second).toBe(20);
  });
});

test('a full queue refuses at once with OVERLOADED, and accepts again when there is room', async () => {
  const { run, next } = desk();
  const ask = createBatcher(run, options, always);
  const first = ask(0);
  await turn();
  const queued = [1, 2, 3, 4, 5, 6].map((item) => ask(item));
  await expect(ask(7)).rejects.toMatchObject({ code: 'OVERLOADED', extras: { retryAfterSeconds: 1 } });
  await next();
  await first;
  await turn();
  const later = ask(8);
  for (let batch = 0; batch < 2; batch++) {
    await next();
    await turn();
  }
  expect(await Promise.all([...queued, later])).toEqual([10, 20, 30, 40, 50, 60, 80]);
});

test('draining waits for everything that was accepted', async () => {
  const { run, next } = desk();
  const ask = createBatcher(run, options, always);
  await ask.drain();
  let drained = false;
  const first = ask(1);
  await turn();
  const second = ask(2);
  const drain = ask.drain().then(() => {
    drained = true;
  });
  await next();
  await first;
  expect(drained).toBe(false);
  await turn();
  await next();
  await second;
  await drain;
  expect(drained).toBe(true);
});
