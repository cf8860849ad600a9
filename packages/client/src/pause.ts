/** Timers take no more than 24 days, and take anything longer for nothing. */
const longestMs = 2 ** 31 - 1;

export const inMs = (ms: number, act: () => void) => setTimeout(act, Math.min(ms, longestMs));

/** Waits; an abort ends it with its reason. */
export const pause = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = inMs(ms, () => {
      // A signal may outlive a thousand pauses.
      signal?.removeEventListener('abort', stop);
      resolve();
    });
    signal?.addEventListener('abort', stop);
  });
