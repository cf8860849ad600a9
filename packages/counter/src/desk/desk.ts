import type { CounterClient, OfficeDay, Visit } from '@paspor-antrean/client/counter';
import type { Service } from '@paspor-antrean/contract/wire';
import type { HolderCheck } from './check-holder.ts';
import type { Verdict } from './judge.ts';
import type { Clash } from './outbox.ts';
import type { Session } from './vault.ts';

export type { HolderCheck } from './check-holder.ts';
export { createDesk, resumeDesk } from './create-desk.ts';
export { SignedOut, UnsentArrivals } from './errors.ts';
export type { Verdict } from './judge.ts';
export type { Clash } from './outbox.ts';

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
  /** Signed out, maybe in another tab: this desk does nothing any more. */
  readonly isOver: boolean;
}

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
