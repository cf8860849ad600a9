export type { Step } from './booking-flow.ts';
export {
  AntreanBookedEvent,
  AntreanCancelledEvent,
  type AntreanEventMap,
  AntreanFailedEvent,
  AntreanHeldEvent,
  AntreanReadyEvent,
  AntreanStepEvent,
} from './events.ts';
export { PasporAntrean } from './paspor-antrean.ts';
