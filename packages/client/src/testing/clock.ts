/** What time it is at the fake. Calling it reads it. */
export interface FakeClock {
  (): Date;
  /** To an instant: `2026-11-23T09:00:00+07:00`. */
  set(at: string | Date): void;
  advance(ms: number): void;
}

interface ClockOptions {
  /** Goes on with the device's own clock. Default false: it stands still until it is moved. */
  runs?: boolean;
}

/** A clock for tests, at 09:00 on Monday 23 November 2026 in Bandung unless said. */
export const createFakeClock = (
  start = '2026-11-23T09:00:00+07:00',
  { runs = false }: ClockOptions = {},
): FakeClock => {
  let at = instant(start);
  let since = performance.now();
  const now = () => at + (runs ? performance.now() - since : 0);
  const move = (to: number) => {
    at = to;
    since = performance.now();
  };
  return Object.assign(() => new Date(now()), {
    set: (to: string | Date) => move(instant(to)),
    advance: (ms: number) => move(now() + ms),
  });
};

const instant = (at: string | Date): number => {
  const ms = new Date(at).getTime();
  if (Number.isNaN(ms)) throw new RangeError('A clock is set to an instant such as 2026-11-23T09:00:00+07:00');
  return ms;
};

/** What a `Retry-After` says: whole seconds until then, at least one. */
export const secondsUntil = (thenMs: number, now: Date): number =>
  Math.max(1, Math.ceil((thenMs - now.getTime()) / 1000));
