import { UnexpectedAnswer } from '@paspor-antrean/client';
import type { Jwks } from '@paspor-antrean/contract/wire';
import type { Vault } from './vault.ts';

/** The public keys of tickets, as they were last read. */
export interface Keys {
  readonly jwks: Jwks;
  /** Reads them again where they are an hour old. */
  renew(): Promise<void>;
  /** A token names a key that is not among them: reads them again, and says whether that brought others. */
  seek(): Promise<boolean>;
}

interface Options {
  vault: Vault;
  read(): Promise<Jwks>;
  now(): Date;
  until(): Date;
}

const renewMs = 3_600_000;
/** So that a pile of false tickets does not become a pile of questions. */
const seekMs = 30_000;

export const openKeys = async ({ vault, read, now, until }: Options): Promise<Keys> => {
  let jwks: Jwks = (await vault.read('jwks')) ?? { keys: [] };
  let askedAt = Number.NEGATIVE_INFINITY;
  let readAt = Number.NEGATIVE_INFINITY;

  const ask = async () => {
    askedAt = now().getTime();
    const answer = await read();
    // A captive portal may answer anything.
    if (!Array.isArray(answer.keys)) throw new UnexpectedAnswer(200);
    readAt = now().getTime();
    const isNews = JSON.stringify(answer) !== JSON.stringify(jwks);
    // The same object as before keeps its imported keys.
    if (isNews) jwks = answer;
    await vault.keep('jwks', jwks, until());
    return isNews;
  };
  const isSince = (at: number, ms: number) => Math.abs(now().getTime() - at) < ms;

  return {
    get jwks() {
      return jwks;
    },
    renew: async () => {
      if (!isSince(readAt, renewMs)) await ask();
    },
    seek: async () => !isSince(askedAt, seekMs) && (await ask().catch(() => false)),
  };
};
