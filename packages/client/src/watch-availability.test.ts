import { availability, hold, problem } from '@paspor-antrean/contract/examples';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Availability, Unreachable, type WatchOptions } from './index.ts';
import { createAntreanClient } from './strict.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Answers with the seats that are left, or with 304; goes wrong in turn as told. */
const open = () => {
  const asked: number[] = [];
  const state = { seats: 25, faults: [] as (() => Response)[] };
  const antrean = createAntreanClient({
    baseUrl: 'https://antrean.test',
    retries: 0,
    fetch: async (_url, init) => {
      const etag = `W/"${state.seats}"`;
      const known = new Headers(init?.headers).get('if-none-match') === etag;
      const response =
        state.faults.shift()?.() ?? (known ? new Response(null, { status: 304 }) : seen(state.seats, etag));
      asked.push(response.status);
      return response;
    },
  });
  const watch = (options?: WatchOptions) => antrean.watchAvailability({ office: 'malang' }, options);
  return { asked, state, antrean, watch };
};
const seen = (remaining: number, etag: string) =>
  Response.json({ ...availability, earliest: { ...hold.slot, remaining } }, { headers: { etag } });
const offline = () => {
  throw new TypeError('fetch failed');
};
const refusal = (over: object) => () =>
  new Response(JSON.stringify({ ...problem, ...over }), {
    status: 409,
    headers: { 'content-type': 'application/problem+json' },
  });

/** What has come of a promise when so much time has passed. */
const after = async <T>(ms: number, promise: Promise<T>): Promise<T | 'nothing yet'> => {
  promise.catch(() => {});
  const late = new Promise<'nothing yet'>((resolve) => setTimeout(() => resolve('nothing yet'), ms));
  const [outcome] = await Promise.all([Promise.race([promise, late]), vi.advanceTimersByTimeAsync(ms)]);
  return outcome;
};
const seats = (result: IteratorResult<Availability, void> | 'nothing yet') =>
  result === 'nothing yet' ? result : result.value?.earliest?.remaining;

test('tells how it is at once, and then only what has changed', async () => {
  const { asked, state, watch } = open();
  const watching = watch();
  expect(seats(await after(1, watching.next()))).toBe(25);
  const next = watching.next();
  expect(await after(60_000, next)).toBe('nothing yet');
  expect(asked).toEqual([200, 304, 304, 304, 304]);
  state.seats = 3;
  expect(seats(await after(15_000, next))).toBe(3);
});

test.each([
  [4000, 0, 3000],
  [4000, 1, 5000],
  [0, 0.5, 1000],
  [-1, 0.5, 1000],
  [Number.NaN, 0.5, 1000],
  [Number.POSITIVE_INFINITY, 0.5, 86_400_000],
])('asked to ask every %d ms, and the dice say %d, it waits %d ms', async (everyMs, random, ms) => {
  vi.spyOn(Math, 'random').mockReturnValue(random);
  const { asked, watch } = open();
  const watching = watch({ everyMs });
  await after(0, watching.next());
  watching.next();
  await vi.advanceTimersByTimeAsync(ms - 1);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toHaveLength(2);
});

describe('what goes wrong', () => {
  test('at the first question is thrown', async () => {
    const { state, watch } = open();
    state.faults = [offline];
    await expect(after(1, watch().next())).rejects.toBeInstanceOf(Unreachable);
  });

  test('later on is waited out, ever longer, up to eight times as long', async () => {
    const { asked, state, watch } = open();
    const watching = watch({ everyMs: 1000 });
    await after(0, watching.next());
    const portal = () => new Response('<html>');
    state.faults = [offline, portal, refusal({ code: 'INTERNAL' }), offline, offline];
    state.seats = 3;
    const next = watching.next();
    const lengths = [1000, 2000, 4000, 8000, 8000, 8000];
    for (const [at, ms] of lengths.entries()) {
      expect(await after(ms - 1, next)).toBe('nothing yet');
      expect(state.faults).toHaveLength(5 - at);
      if (at < 5) await vi.advanceTimersByTimeAsync(1);
    }
    expect(seats(await after(1, next))).toBe(3);
    watching.next();
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.at(-1)).toBe(304);
  });

  test('and asks to wait is given that time', async () => {
    const { asked, state, watch } = open();
    const watching = watch({ everyMs: 1000 });
    await after(0, watching.next());
    state.faults = [refusal({ code: 'RATE_LIMITED', retryAfterSeconds: 60 })];
    watching.next();
    await vi.advanceTimersByTimeAsync(1000 + 60_000 - 1);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked.length).toBeGreaterThan(2);
  });

  test('and will not pass is thrown', async () => {
    const { state, watch } = open();
    const watching = watch({ everyMs: 1000 });
    await after(0, watching.next());
    state.faults = [refusal({ code: 'SERVICE_NOT_OFFERED' })];
    await expect(after(2000, watching.next())).rejects.toMatchObject({ code: 'SERVICE_NOT_OFFERED' });
  });

  test('half way through an answer does not make it pass for one that was read', async () => {
    const { state, watch } = open();
    const watching = watch({ everyMs: 1000 });
    await after(0, watching.next());
    state.seats = 3;
    state.faults = [() => new Response('{"officeId":', { headers: { etag: 'W/"3"' } })];
    expect(seats(await after(10_000, watching.next()))).toBe(3);
  });
});

test('ends by its signal with the signal’s reason, also while it waits, and by break', async () => {
  const { asked, antrean, watch } = open();
  const stop = new AbortController();
  const watching = watch({ signal: stop.signal });
  await after(1, watching.next());
  const next = watching.next();
  stop.abort(new Error('left the page'));
  await expect(after(1, next)).rejects.toThrow('left the page');
  await expect(after(1, watch({ signal: stop.signal }).next())).rejects.toThrow('left the page');
  for await (const { officeId } of antrean.watchAvailability({ office: 'bandung' })) {
    expect(officeId).toBe('bandung');
    break;
  }
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([200, 200]);
});
