import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSync, type Sync } from './sync.ts';

let sync: Sync;
let worked = true;
let isUrgent = false;
const exchange = vi.fn(async () => worked);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  worked = true;
  isUrgent = false;
  exchange.mockClear();
  sync = createSync({ exchange, isUrgent: () => isUrgent });
});
afterEach(() => {
  sync.close();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const hide = (isHidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
  document.dispatchEvent(new Event('visibilitychange'));
};
const after = async (seconds: number) => {
  exchange.mockClear();
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  return exchange.mock.calls.length;
};

describe('the exchange', () => {
  test('is repeated every 15 s, and less often while it fails, up to a minute', async () => {
    await sync.wake();
    expect(await after(45)).toBe(3);
    worked = false;
    await sync.wake();
    expect([await after(14), await after(1)]).toEqual([0, 1]);
    expect([await after(29), await after(1)]).toEqual([0, 1]);
    expect([await after(59), await after(1)]).toEqual([0, 1]);
    expect(await after(600)).toBe(10);
    worked = true;
    await sync.wake();
    expect(await after(15)).toBe(1);
  });

  test('is not in step with other counters', async () => {
    vi.mocked(Math.random).mockReturnValue(0);
    await sync.wake();
    expect([await after(11.9), await after(0.2)]).toEqual([0, 1]);
    vi.mocked(Math.random).mockReturnValue(0.999);
    await sync.wake();
    expect([await after(17.9), await after(0.2)]).toEqual([0, 1]);
  });

  test('that was under way when the network came back, and failed, is tried again within moments', async () => {
    worked = false;
    await sync.wake();
    await after(600);
    let fail = () => {};
    exchange.mockReturnValueOnce(
      new Promise((resolve) => {
        fail = () => resolve(false);
      }),
    );
    void sync.wake();
    window.dispatchEvent(new Event('online'));
    fail();
    const moments = [];
    for (const seconds of [1, 2, 4, 8, 15, 30, 60]) moments.push(await after(seconds));
    expect(moments).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  test('happens at once when the network is back or the page is seen again', async () => {
    worked = false;
    await sync.wake();
    exchange.mockClear();
    window.dispatchEvent(new Event('online'));
    expect(exchange).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(0);
    hide(false);
    expect(exchange).toHaveBeenCalledTimes(2);
  });

  test('rests while nobody looks, unless something is unsent', async () => {
    await sync.wake();
    hide(true);
    // One that was planned before.
    expect(await after(15)).toBe(1);
    expect(await after(600)).toBe(0);
    isUrgent = true;
    await sync.wake();
    expect(await after(60)).toBe(4);
    isUrgent = false;
    await after(15);
    hide(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(await after(15)).toBe(1);
  });

  test('is made once for all who ask while it is under way, and never after it was closed', async () => {
    await Promise.all([sync.wake(), sync.wake(), sync.wake()]);
    expect(exchange).toHaveBeenCalledTimes(1);
    sync.close();
    await sync.wake();
    window.dispatchEvent(new Event('online'));
    expect(await after(600)).toBe(0);
  });
});
