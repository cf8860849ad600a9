import { createBareClient } from '@paspor-antrean/client';
import type { CounterClient, OfficeDay, Visit } from '@paspor-antrean/client/counter';
import { verifyTicket } from '@paspor-antrean/client/ticket';
import { type NikFault, nikFault, type Service } from '@paspor-antrean/contract/wire';
import { createAccess } from './access.ts';
import { openDayBook } from './day-book.ts';
import { withArrivals } from './day-list.ts';
import { holderMatches } from './holders.ts';
import { isToCome, judgeCode, judgeTicket, type Verdict } from './judge.ts';
import { openKeys } from './keys.ts';
import { type Clash, openOutbox } from './outbox.ts';
import { readPresented } from './presented.ts';
import { createServerClock } from './server-clock.ts';
import { createSync } from './sync.ts';
import { openVault, type Session, SignedOut, type Vault } from './vault.ts';

export type { Verdict } from './judge.ts';
export type { Clash } from './outbox.ts';
export { SignedOut } from './vault.ts';

/** Something this device recorded is not with the API yet; signing out would lose it. */
export class UnsentArrivals extends Error {
  override name = 'UnsentArrivals';
  declare readonly count: number;

  constructor(count: number) {
    super(`${count} arrivals are kept on this device and were not sent yet`);
    this.count = count;
  }
}

export interface DeskState {
  readonly staff: Session['staff'];
  /** The last list, with this device's own unsent arrivals drawn into it. */
  readonly day: OfficeDay | null;
  /** The server's time of that list. */
  readonly asOf: Date | null;
  /** The last exchange with the API worked. */
  readonly online: boolean;
  /** Arrivals that are kept and not acknowledged yet. */
  readonly unsent: number;
  /** What did not count as recorded and the clerk has not dismissed yet. */
  readonly clashes: readonly Clash[];
  /** The device's clock minus the server's. */
  readonly clockOffMs: number;
  /** The token ended: sign in again. Nothing is lost. */
  readonly isExpired: boolean;
}

/**
 * Queue codes of the party whose NIK it is; of a party that is not on the list `1`, `2` …, in the order of the booking.
 * Empty: it belongs to none of them. `HOLDERS_UNKNOWN`: this device has nothing to tell it by.
 */
export type HolderCheck = { readonly fits: readonly string[] } | { readonly fault: NikFault | 'HOLDERS_UNKNOWN' };

/** What a counter does, with a network or without. */
export interface Desk {
  readonly state: DeskState;
  /** Tells of each change of `state`. Gives what ends that. */
  subscribe(listener: () => void): () => void;
  /** Judges what was scanned or typed: a token, a booking code, a queue code. */
  present(text: string): Promise<Verdict>;
  checkHolder(verdict: Verdict, nik: string): Promise<HolderCheck>;
  /** Records that they came; none: all who are still to come. Resolves once it is kept on this device. */
  arrive(verdict: Verdict, queueCodes: readonly string[]): Promise<void>;
  /** Each of these needs the network, and rejects with the client's errors. None: all to whom it can happen. */
  call(visitId: string, queueCodes: readonly string[], booth?: string): Promise<void>;
  serve(visitId: string, queueCodes: readonly string[], booth?: string): Promise<void>;
  miss(visitId: string, queueCodes: readonly string[], booth?: string): Promise<void>;
  admitWalkIn(input: { channel: string; service: Service; nik: string }): Promise<Visit>;
  /** False: nobody held this NIK. */
  releaseClaim(nik: string): Promise<boolean>;
  /** Exchanges with the API now. How that went is in `state`. */
  refresh(): Promise<void>;
  dismiss(clash: Clash): Promise<void>;
  /** Leaves nothing on the device that can be read. Rejects with UnsentArrivals, unless they are to be discarded. */
  signOut(options?: { discard?: boolean }): Promise<void>;
  /** Ends it here; what is kept stays for the next time. */
  close(): void;
}

export interface DeskOptions {
  client: CounterClient;
  /** Where the public keys are: the API. Default: the page's own origin. */
  baseUrl?: string;
  /** The staff's token as it is now. Rejects where there is none, which counts as ended. */
  accessToken: () => Promise<string>;
  staff: Session['staff'];
  /** What the database is called. Default `paspor-loket`; another one is another device. */
  storage?: string;
  /** The device's clock. */
  now?: () => Date;
  /** Another `fetch` for the public keys. */
  fetch?: typeof fetch;
}

const defaultStorage = 'paspor-loket';
const deviceClock = () => new Date();
const always = new Date(8.64e15);

/** Somebody signed in. What is unsent from before is sent under the new token. */
export const createDesk = async (options: DeskOptions): Promise<Desk> => {
  const { storage = defaultStorage, now = deviceClock, accessToken, staff } = options;
  const vault = await openVault(storage, now);
  const before = await vault.read('session');
  if (before && before.staff.office !== staff.office) await vault.wipe(always);
  const token = await accessToken();
  await vault.keep('session', { staff, token }, new Date(now().getTime() + 86_400_000));
  return open(options, vault);
};

/** The page was loaded again, maybe without a network. Null: nobody is signed in on this device. */
export const resumeDesk = async (
  options: Omit<DeskOptions, 'staff' | 'accessToken'> & Partial<Pick<DeskOptions, 'accessToken'>>,
): Promise<Desk | null> => {
  const { storage = defaultStorage, now = deviceClock } = options;
  const vault = await openVault(storage, now);
  const session = await vault.read('session');
  if (session) return open({ accessToken: async () => session.token, ...options, staff: session.staff }, vault);
  vault.close();
  return null;
};

const open = async (options: DeskOptions, vault: Vault): Promise<Desk> => {
  const { client, baseUrl = '', accessToken, staff, now = deviceClock, fetch } = options;
  const { office } = staff;
  const open = createBareClient({ baseUrl, ...(fetch && { fetch }) });
  const clock = createServerClock(now, vault.clockOffMs);
  const listeners = new Set<() => void>();
  /** The token of what was scanned; of what was typed the code of its visit says as much. */
  const tokens = new WeakMap<Verdict, string>();
  let isOver = false;
  let wiping: ReturnType<typeof setTimeout> | undefined;

  const changed = () => {
    if (!isReady) return;
    state = describe();
    for (const listener of listeners) listener();
  };
  let isReady = false;

  const access = createAccess(accessToken, changed);
  const book = await openDayBook({
    vault,
    clock,
    changed,
    read: (on) =>
      access.ask((token) => client.readDay({ token, office, on }, { retries: 0 }), true),
  });
  const keys = await openKeys({
    vault,
    now,
    until: () => book.until,
    read: () => open.readJwks({}, { retries: 0, timeoutMs: 5000 }),
  });
  const outbox = await openOutbox({
    vault,
    office,
    clock,
    until: () => book.until,
    send: (batch) => access.ask((token) => client.recordArrivals({ token, office, ...batch }, { retries: 0 }), true),
    changed: (visits) => {
      if (isReady) book.learn(visits);
      changed();
    },
  });
  return undefined as never;
};
