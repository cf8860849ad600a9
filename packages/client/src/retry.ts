import { Refused, Unreachable } from './errors.ts';

const worthAnother = (error: unknown) =>
  error instanceof Unreachable ||
  (error instanceof Refused && (error.code === 'OVERLOADED' || error.code === 'INTERNAL'));

/** Asks again after 0.3 s, 0.6 s, 1.2 s …, or what the API asks for up to 10 s, each spread over ± 50 %. */
export const withRetries = async <T>(once: () => Promise<T>, retries: number, signal?: AbortSignal): Promise<T> => {
  for (let attempt = 0; ; attempt++) {
    try {
      return await once();
    } catch (error) {
      if (attempt >= retries || !worthAnother(error)) throw error;
      const asked = error instanceof Refused ? error.retryAfterSeconds : undefined;
      if (asked && asked > 10) throw error;
      await pause((asked ? asked * 1000 : 300 * 2 ** attempt) * (0.5 + Math.random()), signal);
    }
  }
};

const pause = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
