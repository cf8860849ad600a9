import { AntreanFailedEvent, AntreanReadyEvent, AntreanStepEvent } from './events.ts';
import type { FlowEvent, State } from './flow-state.ts';

/** What the host page hears of any move. */
export const hostEvents = (before: State, event: FlowEvent, after: State): Event[] => {
  const events: Event[] = [];
  if (before.step !== after.step) {
    if (before.step === 'loading') events.push(new AntreanReadyEvent());
    events.push(new AntreanStepEvent(after.step));
  }
  if (event.type === 'failed')
    events.push(new AntreanFailedEvent(event.fault.problem?.code ?? 'UNREACHABLE', before.step));
  return events;
};
