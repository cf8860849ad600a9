/**
 * Exchanges with the API again and again: every 15 s, less often while that fails, at once when the network is back and,
 * where that came too early for it, a second later, two, four.
 */
export interface Sync {
  /** Now, or waits for the exchange that is under way. */
  wake(): Promise<void>;
  close(): void;
}

interface Options {
  /** Whether it worked. Never rejects. */
  exchange(): Promise<boolean>;
  /** Whether to go on while nobody looks at the page. */
  isUrgent(): boolean;
}

const everyMs = 15_000;
const longestMs = 60_000;
/** Failures below none: as often the wait halves. A network that is just back may not carry the first request. */
const justBack = -4;

export const createSync = ({ exchange, isUrgent }: Options): Sync => {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let isClosed = false;

  const run = async () => {
    clearTimeout(timer);
    const worked = await exchange();
    failures = worked ? 0 : failures + 1;
    running = undefined;
    if (isClosed || (document.hidden && !isUrgent())) return;
    // A hundred counters that lost the same network do not come back in the same instant.
    const waitMs = worked ? everyMs : Math.min(everyMs * 2 ** (failures - 1), longestMs);
    clearTimeout(timer);
    timer = setTimeout(wake, waitMs * (0.8 + 0.4 * Math.random()));
  };
  const wake = async () => {
    if (isClosed) return;
    running ??= run();
    await running;
  };
  const back = () => {
    failures = justBack;
    void wake();
  };
  const seen = () => void (document.hidden || wake());

  addEventListener('online', back);
  document.addEventListener('visibilitychange', seen);
  return {
    wake,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      removeEventListener('online', back);
      document.removeEventListener('visibilitychange', seen);
    },
  };
};
