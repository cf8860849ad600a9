import type { Fault, State } from '../flow-state.ts';
import { readAvailability, toTime } from './onward.ts';
import { toService } from './opening.ts';
import { quiet, still, type Transitions } from './transitions.ts';

/** The slot was taken or withdrawn meanwhile: the reason stays in sight, and what is free now is asked for. */
export const slotRefused = (state: State, fault: Fault): State => {
  if (!fault.problem?.code.startsWith('SLOT_') || !state.office) return still(state, fault);
  const moving = state.step === 'move' ? state.booking : state.step === 'time' ? state.moving : undefined;
  const calendar = state.step === 'time' && state.calendar;
  const day = state.step === 'time' ? state.day : undefined;
  return { ...toTime(state, state.office, { moving, calendar, day }), fault, attempt: state.attempt + 1 };
};

/** The earliest slot, or another from the calendar. */
export const timeTransitions: Transitions = {
  moves: {
    time: {
      back: (state) =>
        state.moving
          ? { ...state, ...quiet, step: 'manage', booking: state.moving, asking: undefined }
          : toService(state, state.office),
      'calendar-opened': (state, { asList }) =>
        asList === undefined ? { ...state, calendar: !state.calendar } : { ...state, asList },
      'day-chosen': (state, { on }) => ({ ...state, calendar: true, day: on }),
      refresh: (state) => ({ ...state, pending: readAvailability(state.office, state.service, state.party) }),
      'elsewhere-chosen': (state, { id }) => ({
        ...state,
        ...quiet,
        lost: undefined,
        pending: { name: 'readOffice', input: { office: id } },
      }),
      'slot-chosen': (state, { slot }) => {
        if (state.moving) return { ...state, ...quiet, step: 'move', booking: state.moving, slot };
        const input = { office: state.office.id, service: state.service, party: state.party, slot: slot.slot };
        return { ...state, ...quiet, lost: undefined, pending: { name: 'holdSlot', input } };
      },
    },
  },
  answers: {
    // A refusal that led here (the slot was taken) stays in sight.
    readAvailability: (state, availability) =>
      state.step === 'time'
        ? {
            ...state,
            pending: undefined,
            fault: state.fault?.call.name === 'readAvailability' ? undefined : state.fault,
            availability,
          }
        : state,
    readOffice: (state, office) =>
      state.step === 'time' ? toTime({ ...state, hold: undefined }, office) : toService(state, office),
  },
  failures: { holdSlot: slotRefused },
};
