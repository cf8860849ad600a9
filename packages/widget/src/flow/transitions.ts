import type { Answered, At, Call, Fault, FlowEvent, State, Step } from '../flow-state.ts';

/** What an applicant, a clock or the page can do. */
export type Move = Exclude<FlowEvent, { type: 'answered' | 'failed' }>;

export type Moves<S extends Step> = {
  readonly [T in Move['type']]?: (state: At<S>, move: Extract<Move, { type: T }>) => State | undefined;
};
type AnswerOf<N extends Call['name']> = Extract<Answered, { name: N }>['answer'];

/**
 * One chapter's share of the flow: where each move, answer and failure leads. Pure: no clock, no network, no page.
 * `undefined` leaves it to the chapters before.
 */
export interface Transitions {
  /** By the step they are made in; `any`: wherever the applicant is. */
  readonly moves: { readonly [S in Step]?: Moves<S> } & { readonly any?: Moves<Step> };
  readonly answers?: { readonly [N in Call['name']]?: (state: State, answer: AnswerOf<N>) => State | undefined };
  readonly failures?: { readonly [N in Call['name']]?: (state: State, fault: Fault) => State | undefined };
}

export const quiet = { pending: undefined, fault: undefined } as const;

/** A call that gave nothing leaves everything as it was and says so. */
export const still = (state: State, fault: Fault): State => ({
  ...state,
  pending: undefined,
  fault,
  attempt: state.attempt + 1,
});
