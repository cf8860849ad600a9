import { still, type Transitions } from './flow/transitions.ts';
import type { FlowEvent, State } from './flow-state.ts';

export { start } from './flow/opening.ts';
export type { At, Fault, FlowEvent, State, Step } from './flow-state.ts';

/** Moves that stay possible while an answer is awaited; any other tap is dropped, so that one tap never acts twice. */
const whilePending = /^(answered|failed|(lookup-)?typed|guardian|day-chosen|calendar-opened|hold-ended)/;

/** Reading can be left behind; a hold, a booking or a change that is under way cannot. */
const isReading = /^(read(?!Hold)|load)/;
const leaves = /^(back|change-(office|service)|lookup-opened|restart)/;

type Handler = (state: State, given: unknown) => State | undefined;
type Table = Readonly<Record<string, Handler>>;

const handler = ({ moves, answers, failures }: Transitions, { step }: State, event: FlowEvent): Handler | undefined => {
  if (event.type === 'answered') return (answers as Table | undefined)?.[event.name];
  if (event.type === 'failed') return (failures as Table | undefined)?.[event.fault.call.name];
  return (moves[step] as Table | undefined)?.[event.type] ?? (moves.any as Table | undefined)?.[event.type];
};

/** An answer is awaited that this cannot interrupt. */
export const isBusy = ({ pending }: State, { type }: FlowEvent): boolean =>
  pending !== undefined && !whilePending.test(type) && !(isReading.test(pending.name) && leaves.test(type));

/**
 * The whole booking as a pure function: no clock, no network, no page. `known` are the chapters' shares of it, the
 * latest first: it may answer what an earlier one would, or leave it to that one with `undefined`.
 */
export const transition = (state: State, event: FlowEvent, known: readonly Transitions[]): State => {
  if (isBusy(state, event)) return state;
  const given = event.type === 'answered' ? event.answer : event.type === 'failed' ? event.fault : event;
  for (const transitions of known) {
    const next = handler(transitions, state, event)?.(state, given);
    if (next) return next;
  }
  return event.type === 'failed' ? still(state, event.fault) : state;
};
