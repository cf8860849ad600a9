export { type AntreanEventMap, AntreanFailedEvent, AntreanReadyEvent, AntreanStepEvent } from './events.ts';
export { AntreanBookedEvent, AntreanHeldEvent } from './events-of-booking.ts';
export { AntreanCancelledEvent } from './events-of-managing.ts';
export type { Step } from './flow-state.ts';
export { PasporAntrean } from './paspor-antrean.ts';
