import type { AntreanBookedEvent, AntreanHeldEvent } from './events-of-booking.ts';
import type { AntreanCancelledEvent } from './events-of-managing.ts';
import type { Step } from './flow-state.ts';

/** What the host page may know: where the applicant is and what was booked, never who. All bubble and are composed. */
export abstract class AntreanEvent extends Event {
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
