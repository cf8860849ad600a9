import { AntreanEvent } from './events.ts';
import type { FlowEvent, State } from './flow-state.ts';

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

/** What the host page hears of a later visit. */
export const managingEvents = (_: State, event: FlowEvent): Event[] =>
  event.type === 'answered' && (event.name === 'cancelBooking' || event.name === 'cancelApplicant')
    ? [new AntreanCancelledEvent(event.answer.officeId, event.answer.status === 'cancelled')]
    : [];
