// The types of the desk, until the desk itself stands in this file's place.
import type { CounterClient, OfficeDay, Visit } from '@paspor-antrean/client/counter';
import type { Ticket } from '@paspor-antrean/client/ticket';
import type { NikFault, StaffRole } from '@paspor-antrean/contract/wire';

export interface DeskState {
  readonly staff: { readonly office: string; readonly role: StaffRole };
  readonly day: OfficeDay | null;
  readonly asOf: Date | null;
  readonly online: boolean;
  readonly unsent: number;
  readonly clashes: readonly Clash[];
  readonly clockOffMs: number;
  readonly isExpired: boolean;
}

export type HolderCheck = { readonly fits: readonly string[] } | { readonly fault: NikFault | 'HOLDERS_UNKNOWN' };

export interface DeskOptions {
  client: CounterClient;
  accessToken: () => Promise<string>;
  staff: DeskState['staff'];
}

export interface Desk {
  readonly state: DeskState;
  subscribe(listener: () => void): () => void;
  present(text: string): Promise<Verdict>;
  checkHolder(verdict: Verdict, nik: string): Promise<HolderCheck>;
  arrive(verdict: Verdict, queueCodes: readonly string[]): Promise<void>;
  call(visitId: string, queueCodes: readonly string[], booth?: string): Promise<void>;
  serve(visitId: string, queueCodes: readonly string[], booth?: string): Promise<void>;
  miss(visitId: string, queueCodes: readonly string[], booth?: string): Promise<void>;
  admitWalkIn(input: { channel: string; service: 'new' | 'renewal'; nik: string }): Promise<Visit>;
  releaseClaim(nik: string): Promise<boolean>;
  refresh(): Promise<void>;
  dismiss(clash: Clash): Promise<void>;
  signOut(options?: { discard?: boolean }): Promise<void>;
  close(): void;
}

export type Verdict =
  | {
      readonly kind: 'welcome';
      readonly visit: Visit | null;
      readonly ticket: Ticket | null;
      readonly waitingFor: readonly string[];
      readonly isListed: boolean;
      readonly party?: number | undefined;
    }
  | { readonly kind: 'arrived'; readonly visit: Visit | null; readonly at: Date | null; readonly isHere: boolean }
  | { readonly kind: 'moved'; readonly movedTo: string | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'other-office'; readonly officeNumber: number }
  | { readonly kind: 'other-day'; readonly startsAt: Date }
  | { readonly kind: 'forged' | 'malformed' | 'unknown-key' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreadable' };

export interface Clash {
  readonly sequence: number;
  readonly outcome: 'conflict' | 'refused';
  readonly code: string | null;
  readonly movedTo: string | null;
  readonly visit: Visit | null;
  readonly queueCodes: readonly string[];
  readonly at: Date;
}
