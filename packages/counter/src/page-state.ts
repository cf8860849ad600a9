import type { Visit } from '@paspor-antrean/client/counter';
import type { NikFault } from '@paspor-antrean/contract/wire';
import type { HolderCheck, Verdict } from './desk/desk.ts';

export type Tab = 'scan' | 'list' | 'walk-in' | 'release';
/** Where a person is on their way through the office. */
export type Stage = 'due' | 'waiting' | 'called' | 'served' | 'missed';

/** What is being done; one thing at a time, but for scans, of which the last one counts. */
export type Deed =
  | 'present'
  | 'holder'
  | 'arrive'
  | 'call'
  | 'serve'
  | 'miss'
  | 'walk-in'
  | 'release'
  | 'refresh'
  | 'leave';

/** A code of the API's, or why there was no answer of its. */
export type Trouble = string | 'UNREACHABLE' | 'UNEXPECTED';

/** What was presented and how far it has come. */
export interface Reception {
  readonly verdict: Verdict;
  /** Who stands here, of those who are still to come. */
  readonly here: readonly string[];
  /** Whose card was seen. */
  readonly seen: readonly string[];
  /** The last card that could be read belongs to nobody of the ticket. */
  readonly isStranger: boolean;
  readonly holder: HolderCheck | null;
}

export interface PageState {
  readonly tab: Tab;
  readonly reception: Reception | null;
  /** Who was marked as arrived last, until the next is presented; empty: a whole party that is on no list. */
  readonly arrived: readonly string[] | null;
  readonly busy: Deed | null;
  /** Whom the deed is about. */
  readonly about: string | null;
  readonly trouble: { readonly deed: Deed; readonly code: Trouble } | null;
  readonly filter: Stage | null;
  readonly query: string;
  readonly walkIn: { readonly visit?: Visit; readonly fault?: NikFault } | null;
  readonly release: { readonly released?: boolean; readonly fault?: NikFault | 'CARD' } | null;
  /** The question before leaving while something is unsent. */
  readonly isLeaving: boolean;
}

export const blankPage: PageState = {
  tab: 'scan',
  reception: null,
  arrived: null,
  busy: null,
  about: null,
  trouble: null,
  filter: null,
  query: '',
  walkIn: null,
  release: null,
  isLeaving: false,
};

export type PageEvent =
  | { readonly type: 'opened'; readonly tab: Tab }
  | { readonly type: 'asked'; readonly deed: Deed; readonly about?: string }
  | { readonly type: 'failed'; readonly deed: Deed; readonly code: Trouble }
  | { readonly type: 'done'; readonly deed: Deed }
  | { readonly type: 'judged'; readonly verdict: Verdict }
  | { readonly type: 'held'; readonly holder: HolderCheck }
  | { readonly type: 'ticked'; readonly queueCode: string }
  | { readonly type: 'arrived'; readonly queueCodes: readonly string[] }
  | { readonly type: 'cleared' }
  | { readonly type: 'filtered'; readonly filter: Stage | null }
  | { readonly type: 'searched'; readonly query: string }
  | { readonly type: 'admitted'; readonly visit: Visit }
  | { readonly type: 'released'; readonly released: boolean }
  | { readonly type: 'faulty'; readonly deed: 'walk-in' | 'release'; readonly fault: NikFault | 'CARD' }
  | { readonly type: 'leaving'; readonly isLeaving: boolean };
