import type { Elsewhere, FieldCode, Problem, ProblemCode, Slot } from '@paspor-antrean/contract/wire';

/**
 * Whatever goes wrong in a call: {@link Refused}, {@link Unreachable} or {@link UnexpectedAnswer}. Carries no request
 * data: a NIK never ends in a log by way of an error.
 */
export class AntreanError extends Error {
  override name = 'AntreanError';
}

/** What every refusal says. */
export interface Refusal<C extends ProblemCode = ProblemCode> extends AntreanError {
  /** Why, one of a closed list. Each has its entry in the API's `/docs/problems`. */
  readonly code: C;
  /** The HTTP status, 401–503; it follows from the code. */
  readonly status: number;
  /** Of `INVALID_INPUT`: each faulty field, as `applicants.0.nik`, and why. Otherwise empty. */
  readonly fields: readonly { readonly field: string; readonly code: FieldCode }[];
  /** Whole seconds to wait before asking again. Of `RATE_LIMITED` and `OVERLOADED`. */
  readonly retryAfterSeconds: number | undefined;
  /** All of the answer, as RFC 9457 has it: also `type`, `title`, `detail`. */
  readonly problem: Problem;
}

/** The slot has no room for the party; without a slot, the whole office. */
export interface SlotFull extends Refusal<'SLOT_FULL'> {
  /** Up to three other slots of this office with room for the party: later ones first, then earlier ones. */
  readonly alternatives: readonly Slot[];
  /** Where this office has no other: the nearest offices with room, each with its earliest slot. */
  readonly elsewhere: readonly Elsewhere[];
  /** When this office opens its next day, as `2026-12-01T08:00:00+07:00`; null: not known, or there is room. */
  readonly nextReleaseAt: string | null;
}

/** The slot’s day is not open yet. */
export interface SlotNotReleased extends Refusal<'SLOT_NOT_RELEASED'> {
  /** When its seats open, as `2026-12-01T08:00:00+07:00`; null: not known yet. */
  readonly nextReleaseAt: string | null;
}

/** One person has one live booking, at all offices together. */
export interface NikAlreadyBooked extends Refusal<'NIK_ALREADY_BOOKED'> {
  /** Who can be asked in person. Says nothing of the other booking. */
  readonly help: Problem['help'];
}

type SayMore = SlotFull | SlotNotReleased | NikAlreadyBooked;

/**
 * The API understood and said no. `code` says why, and narrows what else there is:
 *
 * ```ts
 * if (error instanceof Refused && error.code === 'SLOT_FULL') offer(error.alternatives);
 * ```
 */
export type Refused = SayMore | Refusal<Exclude<ProblemCode, SayMore['code']>>;

export const Refused = class extends AntreanError {
  override name = 'Refused';
  declare readonly code: ProblemCode;
  declare readonly status: number;
  declare readonly fields: Refusal['fields'];
  declare readonly retryAfterSeconds: number | undefined;
  declare readonly alternatives: readonly Slot[];
  declare readonly elsewhere: readonly Elsewhere[];
  declare readonly nextReleaseAt: string | null;
  declare readonly help: Problem['help'];
  declare readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.problem = problem;
    this.code = problem.code;
    this.status = problem.status;
    this.fields = problem.fields ?? [];
    this.retryAfterSeconds = problem.retryAfterSeconds;
    this.alternatives = problem.alternatives ?? [];
    this.elsewhere = problem.elsewhere ?? [];
    this.nextReleaseAt = problem.nextReleaseAt ?? null;
    this.help = problem.help;
  }
} as unknown as {
  new (problem: Problem): Refused;
  readonly prototype: Refused;
  // As any class has it. Said here, so that `instanceof` narrows to the whole family, and to the rest where it is false.
  [Symbol.hasInstance](value: unknown): value is Refused;
};

/** No answer came: offline, a timeout, a lost connection. Whether a write took effect is not known. */
export class Unreachable extends AntreanError {
  override name = 'Unreachable';
}

/** Something answered, but not this API: a captive portal, a proxy's page, a broken body. */
export class UnexpectedAnswer extends AntreanError {
  override name = 'UnexpectedAnswer';
  /** The HTTP status that came with it. */
  declare readonly status: number;

  constructor(status: number, options?: ErrorOptions) {
    super(`Unexpected answer with status ${status}`, options);
    this.status = status;
  }
}
