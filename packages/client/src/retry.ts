import { Refused, UnexpectedAnswer, Unreachable } from './errors.ts';
import { pause } from './pause.ts';

/** It may be gone in a moment. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Unreachable ||
  (error instanceof Refused && (error.code === 'OVERLOADED' || error.code === 'INTERNAL'));

/** The same may be asked again later: a dip of the network, a captive portal, a crowd. Says nothing of what was done. */
export const mayPass = (error: unknown): boolean =>
  isPassing(error) || error instanceof UnexpectedAnswer || (error instanceof Refused && error.code === 'RATE_LIMITED');

/** Asks again after 0.2 s, 0.4 s, 0.8 s …, or what the API asks for up to 10 s, and each time up to as much again. */
export const withRetries = async <T>(once: () => Promise<T>, retries: number, signal?: AbortSignal): Promise<T> => {
  for (let attempt = 0; ; attempt++) {
    try {
      return await once();
    } catch (error) {
      if (attempt >= retries || !isPassing(error)) throw error;
      const asked = error instanceof Refused ? error.retryAfterSeconds : undefined;
      if (asked && asked > 10) throw error;
      await pause((asked ? asked * 1000 : 200 * 2 ** attempt) * (1 + Math.random()), signal);
    }
  }
};
