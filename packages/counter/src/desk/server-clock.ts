/**
 * Tells the server's time on a device whose clock may be off. Each answer says what time it was at the server somewhere
 * between asking and being answered, which leaves an interval for what the device is off by; each further one narrows
 * it, however slow. One that does not fit says that the device's clock was set meanwhile.
 */
export interface ServerClock {
  /** The server's time. */
  now(): Date;
  /** What this device shows now. */
  device(): Date;
  /** What this device shows at a time of the server. */
  onDevice(at: Date): Date;
  /** The device's clock minus the server's, milliseconds. */
  readonly offMs: number;
  /** The server said `asOf` in an answer to what was asked and received at these times of the device. */
  learn(asOf: Date, asked: Date, received: Date): void;
}

/** @param offMs What the device was off by when that was last known; counts until the first answer. */
export const createServerClock = (device: () => Date, offMs = 0): ServerClock => {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  const off = () => (Number.isFinite(least) ? Math.round((least + most) / 2) : offMs);
  return {
    now: () => new Date(device().getTime() - off()),
    device,
    onDevice: (at) => new Date(at.getTime() + off()),
    get offMs() {
      return off();
    },
    learn(asOf, asked, received) {
      const low = asked.getTime() - asOf.getTime();
      const high = received.getTime() - asOf.getTime();
      // The clock was set back while the question was under way.
      if (high < low) return;
      const fits = low <= most && high >= least;
      least = fits ? Math.max(least, low) : low;
      most = fits ? Math.min(most, high) : high;
    },
  };
};
