import { birthFault, birthOn } from '../draft.ts';
import type { At, Call, State } from '../flow-state.ts';
import { toTicket } from './booking.ts';
import { restart, toLookup, toTime } from './onward.ts';
import { start, toService } from './opening.ts';
import { slotRefused } from './time.ts';
import { type Moves, quiet, type Transitions } from './transitions.ts';

type Booked = At<'ticket' | 'manage' | 'move'>;

type Managed = 'readCalendar' | 'moveBooking' | 'cancelBooking' | 'cancelApplicant';

/** A call under the manage token; without one (it is never on paper) the booking has to be looked up. */
const managed = (state: Booked, name: Managed, more: object = {}): State => {
  const { booking, office } = state;
  if (!booking.manageToken) return toLookup(state);
  const input = { office: office.id, id: booking.id, token: booking.manageToken, ...more };
  return { ...state, ...quiet, pending: { name, input } as Call };
};

const toManage = (state: Booked): State => ({ ...state, ...quiet, step: 'manage', asking: undefined }) as State;

/** From the ticket as well as from the booking itself. */
const booked = {
  // A ticket that was read again after a reload can be shown, and nothing else.
  'manage-opened': (state: Booked) => (state.booking.manageToken ? toManage(state) : toLookup(state)),
  'move-wanted': (state: Booked) => toTime(state, state.office, { moving: state.booking }),
  'cancel-wanted': (state: Booked, { what }: { what: string }) => ({ ...toManage(state), asking: what }) as State,
  'cancel-declined': toManage,
  'ticket-opened': (state: Booked) => ({ ...state, ...quiet, step: 'ticket', news: undefined }) as State,
};

const lookup: Moves<'lookup'> = {
  back: (state) => {
    if (state.office) return toService(state, state.office);
    return state.offices.length > 0 ? { ...state, ...quiet, step: 'office' } : start(state.officeIds);
  },
  'lookup-typed': (state, { field, value }) => ({ ...state, lookup: { ...state.lookup, [field]: value } }),
  'lookup-submitted': (state) => {
    const { office, code, nikLast4 } = state.lookup;
    const born = birthOn(state.lookup);
    const birth = birthFault(state.lookup);
    const faults = {
      ...(!office && { office: 'REQUIRED' as const }),
      // Written in groups or not; which letters there are is the server's to say.
      ...(code.replace(/[\s.-]/g, '').length !== 8 && { code: 'REQUIRED' as const }),
      ...(!/^\d{4}$/.test(nikLast4.trim()) && {
        nikLast4: nikLast4.trim() ? ('FORMAT' as const) : ('REQUIRED' as const),
      }),
      ...(birth && { birthOn: birth }),
    };
    if (!born || Object.keys(faults).length > 0) return { ...state, ...quiet, faults, attempt: state.attempt + 1 };
    const input = { office, code: code.trim(), nikLast4: nikLast4.trim(), birthOn: born };
    return { ...state, ...quiet, faults: {}, pending: { name: 'lookUpBooking', input } };
  },
};

const cancelled: NonNullable<NonNullable<Transitions['answers']>['cancelBooking']> = (state, booking) =>
  state.step === 'manage' ? { ...state, ...quiet, booking, asking: undefined } : state;

/** What is done with a booking that was made: put into a calendar, printed, looked up, moved, cancelled. */
export const manageTransitions: Transitions = {
  moves: {
    lookup,
    ticket: {
      ...booked,
      'calendar-wanted': (state) => managed(state, 'readCalendar'),
      // The same state anew: something happened, and who watches acts on it within the tap.
      'print-wanted': (state) => ({ ...state }),
    },
    manage: {
      ...booked,
      back: (state) =>
        state.booking.status === 'booked' ? { ...state, ...quiet, step: 'ticket', news: undefined } : restart(state),
      'cancel-agreed': (state) => {
        if (!state.asking) return state;
        return state.asking === 'all'
          ? managed(state, 'cancelBooking')
          : managed(state, 'cancelApplicant', { queueCode: state.asking });
      },
    },
    move: {
      ...booked,
      back: (state) =>
        toTime(state, state.office, { moving: state.booking, calendar: true, day: state.slot.slot.slice(0, 10) }),
      'move-agreed': (state) => managed(state, 'moveBooking', { slot: state.slot.slot }),
    },
  },
  answers: {
    lookUpBooking: (state, found) => {
      if (state.step !== 'lookup') return state;
      if (state.office?.id === found.officeId)
        return { ...state, ...quiet, step: 'manage', office: state.office, booking: found, asking: undefined };
      return { ...state, found, pending: { name: 'readOffice', input: { office: found.officeId } } };
    },
    readOffice: (state, office) => {
      if (state.step !== 'lookup') return undefined;
      const at = { ...state, ...quiet, office };
      return state.found ? { ...at, step: 'manage', booking: state.found, asking: undefined } : at;
    },
    readCalendar: (state) => ({ ...state, ...quiet }),
    moveBooking: (state, booking) => (state.office ? toTicket(state, state.office, booking, 'moved') : state),
    cancelBooking: cancelled,
    cancelApplicant: cancelled,
  },
  failures: { moveBooking: slotRefused },
};
