import type { Problem, ProblemCode } from '@paspor-antrean/contract';

export type ProblemExtras = Omit<Partial<Problem>, 'type' | 'title' | 'status' | 'code'>;

/** The one way the fake's rules say no. Only `http.ts` knows what that is in HTTP. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(code);
    this.code = code;
    this.extras = extras;
  }
}
