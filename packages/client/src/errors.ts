import type { Problem, ProblemCode } from '@paspor-antrean/contract/wire';

/** Whatever goes wrong in a call. Carries no request data: a NIK never ends in a log by way of an error. */
export class AntreanError extends Error {
  override name = 'AntreanError';
}

/** The API understood and said no. `code` says why and is one of a closed list. */
export class Refused extends AntreanError {
  override name = 'Refused';
  readonly code: ProblemCode;
  readonly status: number;
  /** The fields of `INVALID_INPUT`, as `applicants.0.nik`. */
  readonly fields: NonNullable<Problem['fields']>;
  /** Seconds to wait before asking again. */
  readonly retryAfterSeconds: number | undefined;
  /** All of the answer: `alternatives`, `elsewhere`, `nextReleaseAt`, `help`. */
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.problem = problem;
    this.code = problem.code;
    this.status = problem.status;
    this.fields = problem.fields ?? [];
    this.retryAfterSeconds = problem.retryAfterSeconds;
  }
}

/** No answer came: offline, a timeout, a lost connection. Whether a write took effect is not known. */
export class Unreachable extends AntreanError {
  override name = 'Unreachable';
}

/** Something answered, but not this API: a captive portal, a proxy's page, a broken body. */
export class UnexpectedAnswer extends AntreanError {
  override name = 'UnexpectedAnswer';
  readonly status: number;

  constructor(status: number, options?: ErrorOptions) {
    super(`Unexpected answer with status ${status}`, options);
    this.status = status;
  }
}
