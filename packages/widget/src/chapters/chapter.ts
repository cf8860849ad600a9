import type { TemplateResult } from 'lit/html.js';
import type { Controller, ControllerHost } from '../controllers/controller.ts';
import type { Session } from '../controllers/session.ts';
import type { Transitions } from '../flow/transitions.ts';
import type { ApiCall, At, FlowEvent, State, Step } from '../flow-state.ts';
import type { Strings, Words } from '../i18n/strings.ts';
import type { DayList } from '../parts/day-list.ts';
import type { View } from '../view.ts';

/** Some of the steps with all that they need: a module of its own, loaded before the first of them is entered. */
export interface Chapter {
  /** Its share of the flow; of several the last is asked first. */
  readonly transitions: Transitions | readonly Transitions[];
  readonly steps: { readonly [S in Step]?: (view: View<At<S>>) => TemplateResult };
  /** In Indonesian; other languages are loaded whole. */
  readonly words: Words;
  readonly styles: string;
  /** Above the first steps. */
  readonly said?: (view: View) => unknown;
  /** The other way to show times. */
  readonly dayList?: (view: View, of: DayList) => TemplateResult;
  /** What the host page hears of a move, none of it about who. */
  readonly events?: (before: State, event: FlowEvent, after: State) => readonly Event[];
  /** What has to be watched for one element while the chapter's steps may show. */
  readonly watches?: (scene: Scene) => readonly Watch[];
}

/** What a watch may know and do. */
export interface Scene {
  /** Its `slot` is the time that the host page suggests. */
  readonly host: ControllerHost & { readonly slot: string };
  readonly session: Session;
  readonly state: () => State;
  readonly t: () => Strings;
  /** Where the API's own pages are. */
  readonly baseUrl: () => string;
  readonly send: (event: FlowEvent) => void;
  /** Into the live region. */
  readonly say: (text: string) => void;
}

export interface Watch extends Controller {
  /** After each change of the state. */
  moved?(before: State, event: FlowEvent, after: State): void;
  /** Makes a call of the API, of which a response may be there already; never rejects. */
  ask?(call: ApiCall, signal: AbortSignal, early?: Response): Promise<FlowEvent>;
  /** Stands above the step. */
  bar?(view: View): unknown;
}
