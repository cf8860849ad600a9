import type { Step } from './flow-state.ts';

/** What the host page may know: where the applicant is and what was booked, never who. All bubble and are composed. */
abstract class AntreanEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** The first step can be used. */
export class AntreanReadyEvent extends AntreanEvent {
  static readonly type = 'antrean-ready';
  constructor() {
    super(AntreanReadyEvent.type);
  }
}

/** Another step shows. */
export class AntreanStepEvent extends AntreanEvent {
  static readonly type = 'antrean-step';
  readonly step: Step;
  constructor(step: Step) {
    super(AntreanStepEvent.type);
    this.step = step;
  }
}

/** Seats are held. */
export class AntreanHeldEvent extends AntreanEvent {
  static readonly type = 'antrean-held';
  readonly officeId: string;
  /** Office-local start, `2026-12-01T09:00`. */
  readonly slot: string;
  readonly party: number;
  readonly expiresAt: string;
  constructor(officeId: string, slot: string, party: number, expiresAt: string) {
    super(AntreanHeldEvent.type);
    this.officeId = officeId;
    this.slot = slot;
    this.party = party;
    this.expiresAt = expiresAt;
  }
}

/** A visit is booked, or moved. */
export class AntreanBookedEvent extends AntreanEvent {
  static readonly type = 'antrean-booked';
  readonly officeId: string;
  readonly slot: string;
  readonly party: number;
  readonly moved: boolean;
  constructor(officeId: string, slot: string, party: number, moved: boolean) {
    super(AntreanBookedEvent.type);
    this.officeId = officeId;
    this.slot = slot;
    this.party = party;
    this.moved = moved;
  }
}

/** A booking, or one person of it, was cancelled. */
export class AntreanCancelledEvent extends AntreanEvent {
  static readonly type = 'antrean-cancelled';
  readonly officeId: string;
  readonly whole: boolean;
  constructor(officeId: string, whole: boolean) {
    super(AntreanCancelledEvent.type);
    this.officeId = officeId;
    this.whole = whole;
  }
}

/** A call was refused (`code`, see the problem pages) or got no answer (`UNREACHABLE`). */
export class AntreanFailedEvent extends AntreanEvent {
  static readonly type = 'antrean-failed';
  readonly code: string;
  readonly step: Step;
  constructor(code: string, step: Step) {
    super(AntreanFailedEvent.type);
    this.code = code;
    this.step = step;
  }
}

export interface AntreanEventMap {
  'antrean-ready': AntreanReadyEvent;
  'antrean-step': AntreanStepEvent;
  'antrean-held': AntreanHeldEvent;
  'antrean-booked': AntreanBookedEvent;
  'antrean-cancelled': AntreanCancelledEvent;
  'antrean-failed': AntreanFailedEvent;
}
