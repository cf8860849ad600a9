import type {
  Answer,
  Availability,
  Booking,
  EndpointName,
  Hold,
  Input,
  Office,
  OfficeSummary,
  Problem,
  Service,
} from '@paspor-antrean/client';
import type { Draft, Faults, Person } from './draft.ts';
import type { Kept } from './read-kept.ts';

type Used = Exclude<EndpointName, 'readJwks' | 'releaseHold'>;

/** A call of the API. */
export type ApiCall = { [N in Used]: { readonly name: N; readonly input: Input<N> } }[Used];
/** A call that the flow asks for, as plain data. Whoever runs it answers with `answered` or `failed`. */
export type Call =
  | ApiCall
  /** Before a move can be made, the chapter that it leads into has to be there. */
  | { readonly name: 'loadChapter'; readonly input: { readonly chapter: ChapterName; readonly move: FlowEvent } };
/** What is loaded when it is needed. */
export type ChapterName = 'choice' | 'booking' | 'aside';
export type Answered = {
  [N in Used]: { readonly type: 'answered'; readonly name: N; readonly answer: Answer<N> };
}[Used];

/** Why a call gave nothing. `unknown`: no answer, or one that is not ours; what became of a write is not known. */
export interface Fault {
  readonly kind: 'refused' | 'unknown';
  readonly problem?: Problem;
  readonly call: Call;
}

/** What every step knows. */
export interface Common {
  /** The offices of the `office` attribute; empty: all. */
  readonly officeIds: readonly string[];
  readonly offices: readonly OfficeSummary[];
  /** Offices are in order of distance. */
  readonly nearest: boolean;
  readonly office: Office | undefined;
  readonly service: Service | undefined;
  readonly party: number;
  readonly hold: Hold | undefined;
  readonly draft: Draft;
  /** The people were filled in once without a fault: a new slot leads straight back to the review. */
  readonly filled: boolean;
  readonly pending: Call | undefined;
  readonly fault: Fault | undefined;
  /** Other times are shown as a list, not as a month: a choice that lasts as long as the visit. */
  readonly asList?: boolean;
  /** Grows with each refused submission; the error summary takes focus when it does. */
  readonly attempt: number;
}

export interface Lookup {
  readonly office: string;
  readonly code: string;
  readonly nikLast4: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

type AtOffice = { readonly office: Office };
type Chosen = AtOffice & { readonly service: Service };
type Held = Chosen & { readonly hold: Hold };

export type State = Common &
  (
    | {
        readonly step: 'loading';
        /** What a page that was here before comes back to. */
        readonly kept?: Kept | undefined;
      }
    | { readonly step: 'office' }
    | ({
        readonly step: 'service';
        /** The question was not answered. */
        readonly missing?: boolean;
      } & AtOffice)
    | ({
        readonly step: 'time';
        readonly availability: Availability | undefined;
        /** The calendar is open; without it only the earliest slot shows. */
        readonly calendar: boolean;
        readonly day: string | undefined;
        /** Why there is no slot any more. */
        readonly lost: 'expired' | undefined;
        /** The booking that looks for another time. */
        readonly moving: Booking | undefined;
      } & Chosen)
    | ({ readonly step: 'people'; readonly faults: Faults } & Held)
    | ({
        readonly step: 'review';
        /** Of a booking that got no answer: until it is known nobody may book again. */
        readonly outcome: 'unknown' | 'not-booked' | undefined;
      } & Held)
    | ({ readonly step: 'ticket'; readonly booking: Booking; readonly news: 'moved' | undefined } & AtOffice)
    | { readonly step: 'lookup'; readonly lookup: Lookup; readonly faults: Faults; readonly found: Booking | undefined }
    | ({
        readonly step: 'manage';
        readonly booking: Booking;
        /** What is about to be cancelled: all, or one queue code. */
        readonly asking: 'all' | (string & {}) | undefined;
      } & AtOffice)
    | ({ readonly step: 'move'; readonly booking: Booking; readonly slot: Hold['slot'] } & AtOffice)
  );

export type Step = State['step'];
export type At<S extends Step> = Extract<State, { step: S }>;

export type FlowEvent =
  | Answered
  | { readonly type: 'failed'; readonly fault: Fault }
  | {
      readonly type:
        | 'retry'
        | 'retry-unasked'
        | 'back'
        | 'restart'
        | 'change-office'
        | 'change-service'
        | 'change-time'
        | 'change-people';
    }
  /** There is an entry in the browser's storage: its text, and the time by the device's clock. */
  | { readonly type: 'resumed'; readonly text: string; readonly at: number }
  | { readonly type: 'office-chosen'; readonly id: string }
  | { readonly type: 'near'; readonly near: string }
  | { readonly type: 'nothing-chosen' }
  /** Marked, and not yet submitted. */
  | { readonly type: 'typed-service'; readonly service?: Service; readonly party?: number }
  | { readonly type: 'service-chosen'; readonly service: Service; readonly party: number }
  | { readonly type: 'refresh' }
  /** Opens or closes the other times; with `asList`, chooses how they are shown. */
  | { readonly type: 'calendar-opened'; readonly asList?: boolean }
  | { readonly type: 'day-chosen'; readonly on: string | undefined }
  | { readonly type: 'slot-chosen'; readonly slot: Hold['slot'] }
  | { readonly type: 'elsewhere-chosen'; readonly id: string }
  | { readonly type: 'hold-resumed' | 'hold-ended' | 'extend-wanted' }
  | { readonly type: 'typed-person'; readonly at: number; readonly field: keyof Person; readonly value: string }
  | { readonly type: 'typed'; readonly field: 'phone' | 'email'; readonly value: string }
  | { readonly type: 'guardian'; readonly agrees: boolean }
  | { readonly type: 'person-added' | 'people-submitted' | 'confirmed' | 'check-again' }
  | { readonly type: 'person-removed'; readonly at: number }
  | {
      readonly type:
        | 'lookup-opened'
        | 'lookup-submitted'
        | 'manage-opened'
        | 'ticket-opened'
        | 'calendar-wanted'
        | 'print-wanted';
    }
  | { readonly type: 'lookup-typed'; readonly field: keyof Lookup; readonly value: string }
  | { readonly type: 'move-wanted' | 'move-agreed' | 'cancel-agreed' | 'cancel-declined' }
  | { readonly type: 'cancel-wanted'; readonly what: string };
