/** Where "now" comes from; passed in, so that tests need not wait. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
