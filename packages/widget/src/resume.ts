import type { HoldStatus } from '@paspor-antrean/client';
import { resize } from './draft.ts';
import { lost, opening, quiet, toBooking, toLookup, toTime } from './flow-answers.ts';
import type { At, Fault, State } from './flow-state.ts';
import type { Kept } from './kept.ts';

/** The start of a page that was here before: what became of a hold or a booking is asked, never assumed. */
export const resume = (start: State, kept: Kept): State => ({
  ...start,
  step: 'loading',
  kept,
  service: kept.service || undefined,
  party: kept.party,
  draft: kept.draft,
  filled: kept.filled,
  ...(kept.office && kept.step !== 'office' && { pending: { name: 'readOffice', input: { office: kept.office } } }),
});

/** The office, or the choice of offices, has come. */
export const goOn = (state: At<'loading'>, kept: Kept): State => {
  const { office } = state;
  const { id, token } = kept.ticket.id ? kept.ticket : kept.hold;
  if (!office || !id) return land(state, kept);
  const name = kept.ticket.id ? 'readBooking' : 'readHold';
  return { ...state, pending: { name, input: { office: office.id, id, token } } };
};

/** What became of the hold is known. */
export const holdFound = (state: At<'loading'>, kept: Kept, { state: became, hold, booking }: HoldStatus): State => {
  if (booking && state.office) return toBooking(state, state.office, booking);
  if (became !== 'held' || !hold) return lost(state);
  return land({ ...state, hold, service: hold.service, party: hold.party }, kept);
};

const land = (state: At<'loading'>, { step, code, day }: Kept): State => {
  const { office, hold, draft } = state;
  const at = { ...state, ...quiet };
  if (step === 'lookup' && !hold) return toLookup(state, code);
  if (!office) return { ...at, step: 'office' };
  if (step === 'service') return { ...at, step, office };
  if (!hold || step === 'time') return toTime(at, office, day ? { calendar: true, day } : {});
  const people = resize(draft, Math.min(draft.people.length, hold.party));
  return { ...at, step: 'people', office, hold, service: hold.service, draft: people, faults: {} };
};

/** What was kept leads nowhere any more. A server that is only busy is asked again instead. */
export const notFound = (state: At<'loading'>, fault: Fault): State | undefined => {
  const code = fault.problem?.code;
  if (!state.kept || !code || ['OVERLOADED', 'INTERNAL', 'RATE_LIMITED'].includes(code)) return undefined;
  if (fault.call.name === 'readHold') return lost(state);
  if (fault.call.name === 'readBooking') return { ...toLookup(state), fault };
  return { ...state, kept: undefined, pending: opening(state.officeIds) };
};
