import type { Problem, ProblemCode } from '@paspor-antrean/contract/wire';

type Extras = Omit<Partial<Problem>, 'type' | 'title' | 'status' | 'code'>;

/** The one way the rules say no. Only `http/problem.ts` knows what that is in HTTP. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: ProblemCode;
  readonly extras: Extras;

  constructor(code: ProblemCode, extras: Extras = {}) {
    super(code);
    this.code = code;
    this.extras = extras;
  }
}
