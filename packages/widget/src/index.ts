export {
  AntreanBookedEvent,
  AntreanCancelledEvent,
  type AntreanEventMap,
  AntreanFailedEvent,
  AntreanHeldEvent,
  AntreanReadyEvent,
  AntreanStepEvent,
} from './events.ts';
export type { Step } from './flow-state.ts';
export { PasporAntrean } from './paspor-antrean.ts';
