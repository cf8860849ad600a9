import type { Service } from '@paspor-antrean/client';
import type { FlowEvent, State } from './flow-state.ts';
import type { Strings } from './i18n/strings.ts';

/** What is only on the screen and not yet said: it goes when the step goes. */
export interface OnScreen {
  /** Of the office search. */
  readonly search: string;
  readonly all: boolean;
  readonly locationFailed: boolean;
  /** What the host page suggests, until the applicant chooses. */
  readonly service: Service | undefined;
  /** The day of the calendar that the Tab key reaches. */
  readonly cursor: string | undefined;
}

export const blankScreen: OnScreen = {
  search: '',
  all: false,
  locationFailed: false,
  service: undefined,
  cursor: undefined,
};

/** All that a step gets: what to show, the words, and a way to say what the applicant did. It never calls the client. */
export interface View<S extends State = State> {
  readonly state: S;
  readonly t: Strings;
  readonly screen: OnScreen;
  /** Where the API's own pages are. */
  readonly baseUrl: string;
  readonly send: (event: FlowEvent) => void;
  readonly show: (patch: Partial<OnScreen>) => void;
  /** Moves focus after the next rendering. */
  readonly focus: (selector: string) => void;
}
