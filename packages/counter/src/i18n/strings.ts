import type { NikFault, StaffRole } from '@paspor-antrean/contract/wire';
import type { Verdict } from '../desk/desk.ts';
import type { Stage, Tab } from '../page-state.ts';

/** What the API refuses at the counter, beside what the network does. */
export type KnownTrouble =
  | 'UNREACHABLE'
  | 'UNEXPECTED'
  | 'TOKEN_EXPIRED'
  | 'TOKEN_INVALID'
  | 'NOT_ALLOWED'
  | 'BOOKING_UNKNOWN'
  | 'BOOKING_CANCELLED'
  | 'BOOKING_MOVED'
  | 'WRONG_OFFICE'
  | 'WRONG_DAY'
  | 'ALREADY_ARRIVED'
  | 'NOT_ARRIVED'
  | 'ALREADY_CALLED'
  | 'ALREADY_SERVED'
  | 'INVALID_INPUT'
  | 'IDEMPOTENCY_CONFLICT'
  | 'HOLDER_MISMATCH'
  | 'SERVICE_NOT_OFFERED'
  | 'SLOT_FULL'
  | 'NIK_ALREADY_BOOKED'
  | 'RATE_LIMITED'
  | 'OVERLOADED';

interface VerdictWords {
  /** Large. */
  readonly title: string;
  /** What to do now, in one sentence. */
  readonly next: string;
}

/** All that one language says. A forgotten string does not compile. */
export interface Strings {
  readonly lang: 'id' | 'en';
  readonly locale: string;
  readonly title: string;
  readonly skip: string;
  readonly otherLang: string;
  readonly roles: Readonly<Record<StaffRole, string>>;
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly services: Readonly<Record<'new' | 'renewal', string>>;
  /** Names for the ids of channels; one that is not among them is shown as it is. */
  readonly channels: Readonly<Record<string, string>>;
  readonly trouble: Readonly<Record<KnownTrouble, string>>;
  readonly otherTrouble: (code: string) => string;
  readonly nik: Readonly<Record<NikFault | 'HOLDERS_UNKNOWN', string>>;
  readonly verdicts: Readonly<Record<Verdict['kind'], VerdictWords>>;
  readonly status: {
    readonly online: string;
    readonly offline: string;
    readonly dataNow: string;
    readonly dataMinutes: (minutes: number) => string;
    readonly dataHours: (hours: number) => string;
    readonly noData: string;
    readonly refresh: string;
    readonly unsent: (count: number) => string;
    readonly allSent: string;
    readonly expired: string;
    readonly clockOff: (minutes: number) => string;
    readonly renewed: string;
    readonly reload: string;
    readonly soundOn: string;
    readonly soundOff: string;
    readonly signOut: string;
  };
  readonly scan: {
    readonly title: string;
    readonly field: string;
    readonly help: string;
    readonly check: string;
    readonly checking: string;
    readonly camera: string;
    readonly cameraOff: string;
    readonly cameraLabel: string;
    readonly cameraStarting: string;
    readonly cameraRefused: string;
    readonly cameraNone: string;
    readonly picture: string;
    readonly pictureEmpty: string;
    readonly ready: string;
    readonly readyHelp: string;
    readonly clear: string;
  };
  readonly verdict: {
    readonly newSlot: string;
    readonly unlisted: string;
    readonly unlistedNext: string;
    readonly slot: string;
    readonly channel: string;
    readonly service: string;
    readonly arrivedAt: (time: string) => string;
    readonly here: string;
    readonly elsewhere: string;
    readonly calledTo: (booth: string) => string;
    readonly officeNumber: (number: number) => string;
    readonly people: (count: number) => string;
  };
  readonly holder: {
    readonly field: string;
    readonly help: string;
    readonly check: string;
    readonly fits: string;
    readonly fitsWhom: (queueCodes: string) => string;
    readonly place: (place: string) => string;
    readonly nobody: string;
    readonly nobodyNext: string;
    readonly seen: string;
  };
  readonly arrival: {
    readonly who: string;
    readonly mark: (count: number) => string;
    readonly markAll: string;
    readonly marking: string;
    readonly done: string;
    readonly doneNext: string;
    readonly kept: string;
    readonly nobodyTicked: string;
  };
  readonly list: {
    readonly title: string;
    readonly search: string;
    readonly all: string;
    readonly filter: string;
    readonly cameOf: (came: number, all: number) => string;
    readonly none: string;
    readonly empty: string;
    readonly notYet: string;
    readonly open: string;
    readonly call: string;
    readonly serve: string;
    readonly miss: string;
    /** For who hears it and not sees the row. */
    readonly of: (action: string, queueCode: string) => string;
    readonly arrivedAt: (time: string) => string;
    readonly calledAt: (time: string, booth: string) => string;
    readonly servedAt: (time: string) => string;
  };
  readonly booth: {
    readonly field: string;
    readonly help: string;
    readonly next: (queueCode: string) => string;
    readonly nobody: string;
    readonly now: string;
    readonly again: string;
    readonly noBooth: string;
    readonly idle: string;
  };
  readonly walkIn: {
    readonly title: string;
    readonly help: string;
    readonly channel: string;
    readonly left: (count: number) => string;
    readonly service: string;
    readonly admit: string;
    readonly admitted: string;
    readonly admittedNext: string;
    readonly none: string;
  };
  readonly release: {
    readonly title: string;
    readonly help: string;
    readonly audited: string;
    readonly card: string;
    readonly cardMissing: string;
    readonly free: string;
    readonly freed: string;
    readonly freedNext: string;
    readonly notHeld: string;
  };
  readonly clashes: {
    readonly title: (count: number) => string;
    readonly conflict: string;
    readonly refused: string;
    readonly at: (time: string) => string;
    readonly dismiss: string;
  };
  readonly leaving: {
    readonly title: string;
    readonly text: (count: number) => string;
    readonly sendFirst: string;
    readonly discard: string;
    readonly stay: string;
    readonly notSent: string;
  };
  readonly signIn: {
    readonly title: string;
    readonly text: string;
    readonly enter: string;
    readonly entering: string;
    readonly failed: string;
    readonly office: string;
    readonly go: string;
    readonly none: string;
    readonly development: string;
    readonly link: string;
  };
}
