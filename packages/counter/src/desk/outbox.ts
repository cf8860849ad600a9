import { Refused, UnexpectedAnswer } from '@paspor-antrean/client';
import type { ArrivalBatch, ArrivalResults, Visit } from '@paspor-antrean/contract/wire';
import type { ServerClock } from './server-clock.ts';
import type { Vault } from './vault.ts';

/** An arrival that this device recorded and that was not acknowledged yet. */
export interface Arrival {
  /** With the device's id it names the arrival for ever. */
  readonly sequence: number;
  readonly office: string;
  /** Whose. */
  readonly booking: string;
  readonly presented: { readonly token: string } | { readonly code: string };
  /** Empty: all who were still to come. */
  readonly queueCodes: readonly string[];
  /** By the server's clock, so that it stays right when this device's clock is set. */
  readonly at: string;
}

/** An arrival that did not count as recorded; shown until the clerk has seen it. */
export interface Clash {
  readonly sequence: number;
  /** `conflict`: these people were recorded earlier elsewhere. `refused`: nobody arrived by it, for the reason `code`. */
  readonly outcome: 'conflict' | 'refused';
  readonly code: string | null;
  readonly movedTo: string | null;
  readonly visit: Visit | null;
  /** Empty: the whole party. */
  readonly queueCodes: readonly string[];
  readonly at: string;
}

export interface Outbox {
  /** Of all offices that this device worked for, in the order of their sequence. */
  readonly arrivals: readonly Arrival[];
  readonly clashes: readonly Clash[];
  /** Keeps an arrival; from then on it is not lost. */
  keep(arrival: Omit<Arrival, 'sequence' | 'office'>): Promise<void>;
  /** Sends what this office's counter kept. Rejects with what kept it from being sent; the rest stays. */
  flush(): Promise<void>;
  dismiss(clash: Clash): Promise<void>;
  /** Reads what another tab changed. */
  reload(): Promise<void>;
}

interface Options {
  vault: Vault;
  office: string;
  clock: ServerClock;
  send(batch: ArrivalBatch): Promise<ArrivalResults>;
  /** When clashes of today are to be forgotten. */
  until(): Date;
  /** Something changed; `visits` is what the API said of who was sent. */
  changed(visits: readonly Visit[]): void;
}

/** As many as the API takes at once. */
const most = 100;

type Result = ArrivalResults['results'][number];

export const openOutbox = async ({ vault, office, clock, send, until, changed }: Options): Promise<Outbox> => {
  let arrivals: readonly Arrival[] = [];
  let clashes: readonly Clash[] = [];
  let reading = Promise.resolve();
  let running: Promise<void> | undefined;

  /** One after another, so that an older reading never replaces a newer one. */
  const reload = (visits: readonly Visit[] = []) => {
    reading = reading
      .catch(() => {})
      .then(async () => {
        [arrivals, clashes] = await Promise.all([vault.arrivals(), vault.clashes()]);
        changed(visits);
      });
    return reading;
  };

  /** What became of each. One that no batch can carry holds up none of the others. */
  const deliver = async (batch: readonly Arrival[]): Promise<Result[]> => {
    try {
      const sentAt = clock.device().toISOString();
      return (await send({ device: vault.device, sentAt, arrivals: batch.map(asSent) })).results;
    } catch (error) {
      if (!(error instanceof Refused && (error.status === 413 || error.status === 422))) throw error;
      if (batch.length > 1) {
        const half = batch.length >> 1;
        return [...(await deliver(batch.slice(0, half))), ...(await deliver(batch.slice(half)))];
      }
      return batch.map(({ sequence }) => ({ sequence, outcome: 'refused', code: error.code }));
    }
  };

  const asSent = ({ sequence, presented, queueCodes, at }: Arrival): ArrivalBatch['arrivals'][number] => ({
    sequence,
    at: clock.onDevice(new Date(at)).toISOString(),
    ...presented,
    ...(queueCodes.length > 0 && { queueCodes: [...queueCodes] }),
  });

  const settle = async (batch: readonly Arrival[], results: readonly Result[]) => {
    const settled = batch.flatMap((arrival) => {
      const result = results.find(({ sequence }) => sequence === arrival.sequence);
      return result ? [{ arrival, result }] : [];
    });
    if (settled.length === 0) throw new UnexpectedAnswer(200);
    const clashing = settled.filter(({ result }) => result.outcome !== 'arrived');
    await vault.settle(
      settled.map(({ arrival }) => arrival.sequence),
      clashing.map(({ arrival, result }) => clashOf(arrival, result)),
      until(),
    );
    await reload(settled.flatMap(({ result }) => result.visit ?? []));
  };

  const next = () => arrivals.filter((arrival) => arrival.office === office).slice(0, most);

  const flushAll = async () => {
    // Begins after it was noted as running, and ends in the same breath as it finds nothing more to send.
    await Promise.resolve();
    try {
      for (let batch = next(); batch.length > 0; batch = next()) await settle(batch, await deliver(batch));
    } finally {
      running = undefined;
    }
  };

  await reload();
  return {
    get arrivals() {
      return arrivals;
    },
    get clashes() {
      return clashes;
    },
    keep: async (arrival) => {
      await vault.keepArrival({ ...arrival, office });
      await reload();
    },
    flush: () => {
      running ??= flushAll();
      return running;
    },
    dismiss: async ({ sequence }) => {
      await vault.dropClash(sequence);
      await reload();
    },
    reload: () => reload(),
  };
};

const clashOf = ({ sequence, queueCodes, at }: Arrival, result: Result): Clash => ({
  sequence,
  outcome: result.outcome === 'conflict' ? 'conflict' : 'refused',
  code: result.code ?? null,
  movedTo: result.movedTo ?? null,
  visit: result.visit ?? null,
  queueCodes,
  at,
});
