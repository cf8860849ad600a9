import type { Endpoint } from '@paspor-antrean/contract/wire';
import { AntreanError, Refused, UnexpectedAnswer, Unreachable } from './errors.ts';
import { inMs } from './pause.ts';

interface Asking {
  baseUrl: string;
  fetch: typeof fetch;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  idempotencyKey: string;
}

/** Asks once: input in the places where the endpoint wants it, the answer or an error of ours out. */
export const ask = async (endpoint: Endpoint, input: Record<string, unknown>, asking: Asking): Promise<unknown> => {
  // At the counter `token` is what an applicant shows.
  const { [endpoint.role ? 'staffToken' : 'token']: token, ...rest } = input;
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const query = endpoint.query ? new URLSearchParams(defined(rest)).toString() : '';
  const headers: Record<string, string> = {};
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (endpoint.body) headers['content-type'] = 'application/json';
  if (endpoint.idempotencyKey) headers['idempotency-key'] = asking.idempotencyKey;

  const timeout = new AbortController();
  const passOn = () => timeout.abort();
  // Not every `fetch` that is handed in heeds its signal.
  const ended = new Promise<never>((_, reject) => timeout.signal.addEventListener('abort', reject));
  const timer = inMs(asking.timeoutMs, passOn);
  asking.signal?.addEventListener('abort', passOn);
  try {
    asking.signal?.throwIfAborted();
    const answer = asking.fetch(`${asking.baseUrl}${path}${query && `?${query}`}`, {
      method: endpoint.verb,
      headers,
      body: endpoint.body ? JSON.stringify(rest) : undefined,
      signal: timeout.signal,
      // What is open to all is read as `<link rel="preload" as="fetch" crossorigin>` reads it, so that it is read once.
      credentials: endpoint.verb === 'GET' && !token ? 'same-origin' : 'omit',
      referrerPolicy: 'no-referrer',
    } as RequestInit);
    return await Promise.race([answer.then((response) => read(response, endpoint)), ended]);
  } catch (error) {
    asking.signal?.throwIfAborted();
    if (error instanceof AntreanError) throw error;
    throw new Unreachable(timeout.signal.aborted ? 'No answer in time' : 'No connection', { cause: error });
  } finally {
    clearTimeout(timer);
    asking.signal?.removeEventListener('abort', passOn);
  }
};

const read = async (response: Response, endpoint: Endpoint): Promise<unknown> => {
  const text = await response.text();
  if (response.ok && !endpoint.answer) return response.status === 204 ? undefined : text;
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  let value: { code?: unknown } | null;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UnexpectedAnswer(response.status, { cause });
  }
  if (typeof value !== 'object' || value === null) throw new UnexpectedAnswer(response.status);
  if (response.ok) return value;
  if (isProblem && typeof value.code === 'string') throw new Refused(value as Refused['problem']);
  throw new UnexpectedAnswer(response.status);
};

const defined = (values: Record<string, unknown>) =>
  Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
