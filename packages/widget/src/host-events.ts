import type { FlowEvent, State } from './booking-flow.ts';
import {
  AntreanBookedEvent,
  AntreanCancelledEvent,
  AntreanFailedEvent,
  AntreanHeldEvent,
  AntreanReadyEvent,
  AntreanStepEvent,
} from './events.ts';

/** What the host page hears of a move. */
export const hostEvents = (before: State, event: FlowEvent, after: State): Event[] => {
  const events: Event[] = [];
  if (before.step !== after.step) {
    if (before.step === 'loading') events.push(new AntreanReadyEvent());
    events.push(new AntreanStepEvent(after.step));
  }
  if (event.type === 'failed')
    events.push(new AntreanFailedEvent(event.fault.problem?.code ?? 'UNREACHABLE', before.step));
  if (event.type !== 'answered') return events;
  if (event.name === 'holdSlot') {
    const { officeId, slot, party, expiresAt } = event.answer;
    events.push(new AntreanHeldEvent(officeId, slot.slot, party, expiresAt));
  }
  if (after.step === 'ticket' && event.name !== 'readBooking' && before.step !== 'ticket' && before.step !== 'manage') {
    const { officeId, slot, applicants } = after.booking;
    events.push(new AntreanBookedEvent(officeId, slot.slot, applicants.length, after.news === 'moved'));
  }
  if (event.name === 'cancelBooking' || event.name === 'cancelApplicant')
    events.push(new AntreanCancelledEvent(event.answer.officeId, event.answer.status === 'cancelled'));
  return events;
};
