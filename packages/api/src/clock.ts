/** Where "now" comes from; passed in, so that tests need not wait. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** What a `Retry-After` says: whole seconds until then, at least one; one where nothing is waited for any more. */
export const secondsUntil = (then: Date | null, now: Date): number =>
  Math.max(1, Math.ceil(((then?.getTime() ?? 0) - now.getTime()) / 1000));
