import { resize } from '../draft.ts';
import type { At, Fault, State } from '../flow-state.ts';
import { type Kept, readKept } from '../read-kept.ts';
import { lost, toBooking } from './booking.ts';
import { toLookup, toTime } from './onward.ts';
import { opening, start, toService } from './opening.ts';
import { quiet, type Transitions } from './transitions.ts';

/** The start of a page that was here before: what became of a hold or a booking is asked, never assumed. */
const resumed = (state: State, kept: Kept | undefined): State => {
  const blank = start(state.officeIds);
  if (!kept) return blank;
  const { office, party, draft, filled, asList } = kept;
  return {
    ...blank,
    step: 'loading',
    kept,
    service: kept.service || undefined,
    party,
    draft,
    filled,
    asList,
    ...(office && kept.step !== 'office' && { pending: { name: 'readOffice', input: { office } } }),
  };
};

/** The office, or the choice of offices, has come. */
const goOn = (state: At<'loading'>, kept: Kept): State => {
  const { office } = state;
  const { id, token } = kept.ticket.id ? kept.ticket : kept.hold;
  if (!office || !id) return land(state, kept);
  const name = kept.ticket.id ? 'readBooking' : 'readHold';
  return { ...state, pending: { name, input: { office: office.id, id, token } } };
};

const land = (from: At<'loading'>, { step, code, calendar, day }: Kept): State => {
  const { office, hold, draft } = from;
  const state = { ...from, ...quiet };
  if (step === 'lookup' && !hold) return toLookup(state, code);
  if (!office) return { ...state, step: 'office' };
  if (step === 'service') return toService(state, office);
  if (!hold || step === 'time') return toTime(state, office, { calendar, day: day || undefined });
  const people = resize(draft, Math.min(draft.people.length, hold.party));
  return { ...state, step: 'people', office, hold, service: hold.service, draft: people, faults: {} };
};

/** What was kept leads nowhere any more. A server that is only busy is asked again instead. */
const notFound = (state: State, fault: Fault): State | undefined => {
  const code = fault.problem?.code;
  if (state.step !== 'loading' || !state.kept || !code || ['OVERLOADED', 'INTERNAL', 'RATE_LIMITED'].includes(code))
    return undefined;
  if (fault.call.name === 'readHold') return lost(state);
  if (fault.call.name === 'readBooking') return { ...toLookup(state), fault };
  return { ...state, kept: undefined, pending: opening(state.officeIds) };
};

/** A page that was left goes on where it was. */
export const resumeTransitions: Transitions = {
  moves: { loading: { resumed: (state, { text, at }) => resumed(state, readKept(text, at)) } },
  answers: {
    listOffices: (state, { offices }) =>
      state.step === 'loading' && state.kept ? goOn({ ...state, offices }, state.kept) : undefined,
    readOffice: (state, office) =>
      state.step === 'loading' && state.kept ? goOn({ ...state, office }, state.kept) : undefined,
    readHold: (state, { booking, hold, state: became }) =>
      state.step === 'loading' && state.kept && !booking && hold && became === 'held'
        ? // Something else may be marked, and not yet sent, than what is held.
          land({ ...state, hold }, state.kept)
        : undefined,
    readBooking: (state, booking) => (state.office ? toBooking(state, state.office, booking) : state),
  },
  failures: { readOffice: notFound, listOffices: notFound, readHold: notFound, readBooking: notFound },
};
