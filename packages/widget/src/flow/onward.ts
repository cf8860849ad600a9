import type { Booking, Office } from '@paspor-antrean/client';
import type { At, Call, Common, Lookup, State } from '../flow-state.ts';
import { start, toOffices, toService } from './opening.ts';
import { quiet, type Transitions } from './transitions.ts';

export const restart = (state: State): State =>
  ({
    ...start(state.officeIds),
    offices: state.offices,
    ...(state.offices.length > 0 && { step: 'office', pending: undefined }),
  }) as State;

export const readAvailability = (office: Office, service: NonNullable<State['service']>, party: number): Call => ({
  name: 'readAvailability',
  input: { office: office.id, service, party, days: 60 },
});

const seats = (booking: Booking) => booking.applicants.filter(({ status }) => status === 'booked').length;

/** The step where a time is chosen, with a fresh look at what is free. What was typed stays. */
export const toTime = (state: Common, office: Office, extra: Partial<At<'time'>> = {}): State => {
  const moving = extra.moving;
  const service = moving?.service ?? state.service ?? 'new';
  const party = moving ? seats(moving) : state.party;
  return {
    ...state,
    ...quiet,
    step: 'time',
    office,
    service,
    party,
    availability: undefined,
    calendar: false,
    day: undefined,
    lost: undefined,
    moving: undefined,
    pending: readAvailability(office, service, party),
    ...extra,
  };
};

/** A look-up still to be typed, as far as it is known. */
const blankLookup = (state: State, code?: string): Lookup => {
  const booking: Booking | undefined = 'booking' in state ? state.booking : undefined;
  const office = state.office?.id ?? (state.officeIds.length === 1 ? state.officeIds[0] : undefined) ?? '';
  return { office, code: code ?? booking?.code ?? '', nikLast4: '', day: '', month: '', year: '' };
};

export const toLookup = (state: State, code?: string): State => ({
  ...state,
  ...quiet,
  step: 'lookup',
  lookup: blankLookup(state, code),
  faults: {},
  found: undefined,
});

/** Out of the first steps, and back to them. */
export const onwardTransitions: Transitions = {
  moves: {
    any: {
      // What is said stays said until there is something new to say.
      'retry-unasked': (state) => (state.fault ? { ...state, pending: state.fault.call } : state),
      restart,
      'change-office': toOffices,
      'change-service': (state) => (state.office ? toService(state, state.office) : state),
      'service-chosen': (state, { service, party }) => {
        if (!state.office) return state;
        const { hold } = state;
        const isHeld = hold?.service === service && hold.party === party;
        return toTime({ ...state, service, party, hold: isHeld ? hold : undefined }, state.office);
      },
      'nothing-chosen': (state) =>
        state.step === 'service' ? { ...state, missing: true, attempt: state.attempt + 1 } : state,
      'lookup-opened': (state) => toLookup(state),
    },
  },
};
