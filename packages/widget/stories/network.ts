import type { FakeAntrean } from '@paspor-antrean/client/testing';

/** Lines that the toolbar offers, and stories that need one. */
export const networks = {
  fast: undefined,
  slow: { slowMs: 3000 },
  never: { slowMs: Infinity },
  offline: { offline: true },
  /** The wait is too long for the client to ask again by itself. */
  busy: { code: 'OVERLOADED', retryAfterSeconds: 60 },
} as const;

export type Network = keyof typeof networks;

/** From here on every call meets this line. */
export const setNetwork = (fake: FakeAntrean, network: Network): void => {
  const fault = networks[network];
  if (fault) fake.fail('every', fault, Infinity);
};
