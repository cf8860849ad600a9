import { Refusal } from '../refusal.ts';

export interface BatchOptions {
  /** Statements of this kind on their way at once. Two: one slow commit does not hold up the next. */
  inFlight: number;
  /** Items in one statement. */
  maxItems: number;
  /** Items that may wait. Beyond, callers are refused OVERLOADED at once, which costs next to nothing. */
  maxWaiting: number;
}

export interface Batcher<I, O> {
  (item: I): Promise<O>;
  /** Resolves when everything that was accepted is answered. */
  drain(): Promise<void>;
}

interface Waiting<I, O> {
  item: I;
  resolve: (outcome: O) => void;
  reject: (error: unknown) => void;
}

/**
 * Answers all requests that arrive during one round trip to the database with one statement and one commit. There is
 * no timer: a lone request goes in the same turn of the event loop, and a batch is whatever gathered while the ones
 * before were on their way.
 *
 * `run` answers each item by its position. When it fails for a reason that lies in its items, the batch is halved until
 * the poisoned ones stand alone, and only those fail. Callers that went away do not matter: their items are answered
 * into the void.
 */
export const createBatcher = <I, O>(
  run: (items: I[]) => Promise<O[]>,
  { inFlight, maxItems, maxWaiting }: BatchOptions,
  isPoison: (error: unknown) => boolean,
): Batcher<I, O> => {
  const waiting: Waiting<I, O>[] = [];
  let flying = 0;
  let isSoon = false;
  let idle: (() => void)[] = [];

  const settle = async (batch: Waiting<I, O>[]): Promise<void> => {
    try {
      const outcomes = await run(batch.map(({ item }) => item));
      for (const [at, { resolve }] of batch.entries()) resolve(outcomes[at] as O);
    } catch (error) {
      if (batch.length === 1 || !isPoison(error)) {
        for (const { reject } of batch) reject(error);
        return;
      }
      const half = batch.length >> 1;
      await settle(batch.slice(0, half));
      await settle(batch.slice(half));
    }
  };

  const fly = () => {
    while (flying < inFlight && waiting.length > 0) {
      flying += 1;
      void settle(waiting.splice(0, maxItems)).finally(() => {
        flying -= 1;
        flySoon();
      });
    }
    if (flying === 0) {
      for (const resolve of idle) resolve();
      idle = [];
    }
  };

  /** At the end of this turn of the event loop: whatever it brings goes together, and so do those just answered. */
  const flySoon = () => {
    if (isSoon) return;
    isSoon = true;
    setImmediate(() => {
      isSoon = false;
      fly();
    });
  };

  const ask = (item: I): Promise<O> =>
    new Promise((resolve, reject) => {
      if (waiting.length >= maxWaiting) {
        reject(new Refusal('OVERLOADED', { retryAfterSeconds: 1 }));
        return;
      }
      waiting.push({ item, resolve, reject });
      if (flying < inFlight) flySoon();
    });

  const drain = (): Promise<void> =>
    flying === 0 && waiting.length === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve));

  return Object.assign(ask, { drain });
};
