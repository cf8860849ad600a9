import * as examples from '@paspor-antrean/contract/examples';
import { endpoints } from '@paspor-antrean/contract/wire';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  AntreanError,
  createAntreanClient,
  createBareClient,
  Refused,
  UnexpectedAnswer,
  Unreachable,
} from './index.ts';

/** Answers in turn; notes what was asked. */
const server = (...answers: (Response | Error | (() => Promise<Response>))[]) => {
  const asked: { url: string; init: RequestInit & { headers: Record<string, string> } }[] = [];
  const fetch = async (url: unknown, init: unknown) => {
    asked.push({ url: String(url), init: init as (typeof asked)[number]['init'] });
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? await answer() : (answer as Response).clone();
  };
  return {
    asked,
    client: createAntreanClient({ baseUrl: 'https://api.test', fetch: fetch as typeof globalThis.fetch }),
  };
};
const json = (body: unknown, status = 200) => Response.json(body, { status });
const problem = (over: object) =>
  new Response(JSON.stringify({ ...examples.problem, ...over }), {
    status: 409,
    headers: { 'content-type': 'application/problem+json' },
  });
const by = { office: 'bandung', id: 'AZq1m3x8fUqL0pWn2Vb7Hg', token: 'a.b.c' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const settle = async <T>(call: Promise<T>): Promise<T> => {
  call.catch(() => {});
  await vi.runAllTimersAsync();
  return await call;
};

test('there is a method for every endpoint', () => {
  expect(Object.keys(createBareClient())).toEqual(Object.keys(endpoints));
  const helpers = ['book', 'watchAvailability'];
  expect(Object.keys(createAntreanClient())).toEqual([...Object.keys(endpoints), ...helpers]);
});

describe('a call', () => {
  test('puts its input where the endpoint wants it', async () => {
    const { asked, client } = server(json(examples.hold, 201));
    await settle(client.holdSlot({ office: 'bandung', service: 'new', party: 2 }));
    expect(asked[0]?.url).toBe('https://api.test/v1/offices/bandung/holds');
    expect(asked[0]?.init).toMatchObject({ method: 'POST', credentials: 'omit', body: '{"service":"new","party":2}' });
    expect(asked[0]?.init.headers['idempotency-key']).toMatch(/^[\w-]{22,60}$/);
    await settle(client.readAvailability({ office: 'bandung', service: 'renewal', days: 7, from: undefined }));
    expect(asked[1]?.url).toBe('https://api.test/v1/offices/bandung/availability?service=renewal&days=7');
    await settle(client.readHold(by));
    expect(asked[2]?.init.headers).toEqual({ authorization: 'Bearer a.b.c' });
  });

  test('keeps odd path parameters inside their place', async () => {
    const { asked, client } = server(json(examples.office));
    await settle(client.readOffice({ office: '../x?y#z' }));
    expect(asked[0]?.url).toBe('https://api.test/v1/offices/..%2Fx%3Fy%23z');
  });

  test('gives nothing for 204 and text for a calendar', async () => {
    const { client } = server(new Response(null, { status: 204 }), new Response('BEGIN:VCALENDAR'));
    expect(await settle(client.releaseHold(by))).toBeUndefined();
    expect(await settle(client.readCalendar(by))).toBe('BEGIN:VCALENDAR');
  });
});

describe('a refusal', () => {
  test('is typed, with what the API said', async () => {
    const { client } = server(problem({ code: 'RATE_LIMITED', retryAfterSeconds: 600 }));
    const error = await settle(client.holdSlot({ office: 'bandung', service: 'new' })).catch((caught) => caught);
    expect(error).toBeInstanceOf(Refused);
    expect(error).toBeInstanceOf(AntreanError);
    expect(error).toMatchObject({ name: 'Refused', code: 'RATE_LIMITED', retryAfterSeconds: 600, fields: [] });
    expect(error.problem.alternatives).toHaveLength(1);
  });

  test('has at hand what its code brings, also where the API said nothing of it', async () => {
    const { asked, client } = server(
      problem({}),
      problem({ alternatives: undefined, elsewhere: [], fields: undefined }),
    );
    const hold = () => settle(client.holdSlot({ office: 'bandung', service: 'new' })).catch((caught) => caught);
    expect(await hold()).toMatchObject({ alternatives: examples.problem.alternatives, elsewhere: [], fields: [] });
    expect(await hold()).toMatchObject({ alternatives: [], elsewhere: [], nextReleaseAt: null, help: undefined });
    expect(asked).toHaveLength(2);
  });

  test('never carries what was sent', async () => {
    const { client } = server(problem({}));
    const error = await settle(client.bookHold({ office: 'bandung', token: 'a.b.c', ...examples.newBooking })).catch(
      (caught) => caught,
    );
    const nik = examples.newBooking.applicants[0]?.nik ?? '';
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain(nik);
  });

  test('is not taken from another’s error page', async () => {
    for (const page of [
      new Response('<html>', { status: 502 }),
      json({ code: 'SLOT_FULL' }, 409),
      problem({ code: 7 }),
      json(null),
      new Response('', { status: 200 }),
    ]) {
      const { client } = server(page);
      await expect(settle(client.readOffice({ office: 'bandung' }))).rejects.toBeInstanceOf(UnexpectedAnswer);
    }
  });
});

describe('without an answer', () => {
  test('a call that is safe to repeat is asked again, under the same key', async () => {
    const { asked, client } = server(
      new TypeError('fetch failed'),
      problem({ code: 'OVERLOADED', retryAfterSeconds: 1 }),
      json(examples.hold, 201),
    );
    expect(await settle(client.holdSlot({ office: 'bandung', service: 'new' }))).toEqual(examples.hold);
    expect(new Set(asked.map(({ init }) => init.headers['idempotency-key'])).size).toBe(1);
    expect(asked).toHaveLength(3);
  });

  test('a call that is not is asked once', async () => {
    const { asked, client } = server(new TypeError('fetch failed'));
    await expect(settle(client.extendHold(by))).rejects.toBeInstanceOf(Unreachable);
    expect(asked).toHaveLength(1);
  });

  test('a refusal is final, and so is being asked to wait long', async () => {
    for (const answer of [problem({}), problem({ code: 'OVERLOADED', retryAfterSeconds: 60 })]) {
      const { asked, client } = server(answer);
      await expect(settle(client.readOffice({ office: 'bandung' }))).rejects.toBeInstanceOf(Refused);
      expect(asked).toHaveLength(1);
    }
  });

  test('the time runs out', async () => {
    const never = () => new Promise<Response>(() => {});
    const client = createAntreanClient({
      retries: 0,
      timeoutMs: 500,
      fetch: ((_url: unknown, init: RequestInit) =>
        Promise.race([
          never(),
          new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted')))),
        ])) as typeof fetch,
    });
    await expect(settle(client.readOffice({ office: 'bandung' }))).rejects.toMatchObject({
      name: 'Unreachable',
      message: 'No answer in time',
    });
  });

  test('the time runs out, and an abort ends it, also where `fetch` or the body does not heed the signal', async () => {
    const reason = new Error('left the page');
    const bodyless = { ok: true, status: 200, headers: new Headers(), text: () => new Promise<string>(() => {}) };
    for (const deaf of [() => new Promise<Response>(() => {}), async () => bodyless as Response]) {
      const { client } = server(deaf);
      const late = settle(client.readOffice({ office: 'bandung' }));
      await expect(late).rejects.toMatchObject({ name: 'Unreachable', message: 'No answer in time' });
      const stop = new AbortController();
      const call = client.readOffice({ office: 'bandung' }, { signal: stop.signal });
      stop.abort(reason);
      await expect(call).rejects.toBe(reason);
    }
  });

  test('a patience that is not said is the client’s', async () => {
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 14_999));
      return json(examples.office);
    };
    const { asked, client } = server(slow);
    const call = { timeoutMs: undefined, signal: undefined };
    expect(await settle(client.readOffice({ office: 'bandung' }, call))).toEqual(examples.office);
    expect(asked).toHaveLength(1);
  });

  test('a patience without end is one', async () => {
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 86_400_000));
      return json(examples.office);
    };
    const { client } = server(slow);
    const call = client.readOffice({ office: 'bandung' }, { timeoutMs: Number.POSITIVE_INFINITY });
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(await call).toEqual(examples.office);
  });

  test('it waits for as long as it is asked to, and at most as much again', async () => {
    for (const [random, ms] of [
      [0, 2000],
      [0.999, 3998],
    ] as const) {
      vi.spyOn(Math, 'random').mockReturnValue(random);
      const { asked, client } = server(problem({ code: 'OVERLOADED', retryAfterSeconds: 2 }), json(examples.office));
      const call = client.readOffice({ office: 'bandung' });
      await vi.advanceTimersByTimeAsync(ms - 1);
      expect(asked).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(asked).toHaveLength(2);
      expect(await call).toEqual(examples.office);
    }
    vi.restoreAllMocks();
  });

  test('the caller’s own abort rejects with its reason, also while waiting to ask again', async () => {
    const { client } = server(new TypeError('fetch failed'));
    const stop = new AbortController();
    const call = client.readOffice({ office: 'bandung' }, { signal: stop.signal });
    const reason = new Error('left the page');
    call.catch(() => {});
    await vi.advanceTimersByTimeAsync(10);
    stop.abort(reason);
    await expect(call).rejects.toBe(reason);
    await expect(client.readOffice({ office: 'bandung' }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

test('a signal that outlives its calls is left as it was', async () => {
  const { client } = server(new TypeError('fetch failed'), json(examples.office));
  const { signal } = new AbortController();
  const listening = { add: vi.spyOn(signal, 'addEventListener'), remove: vi.spyOn(signal, 'removeEventListener') };
  await settle(client.readOffice({ office: 'bandung' }, { signal }));
  expect(listening.add).toHaveBeenCalledTimes(3);
  expect(listening.remove).toHaveBeenCalledTimes(3);
});

test('the platform’s fetch is called as a function, as browsers insist', async () => {
  const strict = function (this: unknown) {
    if (this !== undefined && this !== globalThis) throw new TypeError('Illegal invocation');
    return Promise.resolve(json(examples.office));
  };
  vi.stubGlobal('fetch', strict);
  expect(await settle(createAntreanClient({ baseUrl: 'https://api.test' }).readOffice({ office: 'bandung' }))).toEqual(
    examples.office,
  );
  vi.unstubAllGlobals();
});
