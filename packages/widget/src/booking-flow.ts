import type { Office } from '@paspor-antrean/client';
import { birthOn, check, type Draft, emptyDraft, recheck, resize, toNewBooking } from './draft.ts';
import {
  answered,
  failed,
  holdEnded,
  opening,
  quiet,
  readAvailability,
  toHeld,
  toLookup,
  toTime,
} from './flow-answers.ts';
import type { At, Call, FlowEvent, State } from './flow-state.ts';

export type { Answered, At, Call, Fault, FlowEvent, State, Step } from './flow-state.ts';

export const start = (officeIds: readonly string[]): State => ({
  step: 'loading',
  kept: undefined,
  officeIds,
  offices: [],
  nearest: false,
  office: undefined,
  service: undefined,
  party: 1,
  hold: undefined,
  draft: emptyDraft,
  filled: false,
  pending: opening(officeIds),
  fault: undefined,
  attempt: 0,
});

/** Moves that stay possible while an answer is awaited; any other tap is dropped, so that one tap never acts twice. */
const whilePending = new Set<FlowEvent['type']>([
  'answered',
  'failed',
  'typed',
  'typed-person',
  'lookup-typed',
  'guardian',
  'day-chosen',
  'calendar-opened',
  'hold-ended',
]);

/** Reading can be left behind; a hold, a booking or a change that is under way cannot. */
const isReading = (call: Call) => call.name.startsWith('read') && call.name !== 'readHold';
const leaves = new Set<FlowEvent['type']>(['back', 'change-office', 'change-service', 'lookup-opened', 'restart']);

/** The whole booking as a pure function: no clock, no network, no page. */
export const transition = (state: State, event: FlowEvent): State => {
  if (state.pending && !whilePending.has(event.type) && !(isReading(state.pending) && leaves.has(event.type)))
    return state;
  if (event.type === 'answered') return answered(state, event);
  if (event.type === 'failed') return failed(state, event.fault);
  return moved(state, event);
};

type Move = Exclude<FlowEvent, { type: 'answered' | 'failed' }>;

const moved = (state: State, event: Move): State => {
  switch (event.type) {
    case 'retry':
      return state.fault ? { ...state, fault: undefined, pending: state.fault.call } : state;
    case 'retry-unasked':
      // What is said stays said until there is something new to say.
      return state.fault ? { ...state, pending: state.fault.call } : state;
    case 'restart':
      return restart(state);
    case 'back':
      return back(state);
    case 'change-office':
      return toOffices(state);
    case 'near':
      return { ...state, ...quiet, pending: { name: 'listOffices', input: nearInput(state, event.near) } };
    case 'office-chosen':
      return { ...state, ...quiet, pending: { name: 'readOffice', input: { office: event.id } } };
    case 'change-service':
      return state.office ? { ...state, ...quiet, step: 'service', office: state.office } : state;
    case 'service-chosen': {
      if (!state.office) return state;
      const same = state.service === event.service && state.party === event.party;
      const chosen = { ...state, service: event.service, party: event.party, hold: same ? state.hold : undefined };
      return toTime({ ...chosen, filled: same && state.filled }, state.office);
    }
    case 'lookup-opened':
      return toLookup(state);
    case 'hold-ended':
      return holdEnded(state);
    case 'extend-wanted':
      if (!state.hold || !state.office) return state;
      return { ...state, ...quiet, pending: { name: 'extendHold', input: heldInput(state.office, state.hold) } };
    case 'hold-resumed':
      return state.hold && state.office ? toHeld(state, state.office, state.hold) : state;
    case 'check-again':
      if (!state.hold || !state.office) return state;
      return { ...state, ...quiet, pending: { name: 'readHold', input: heldInput(state.office, state.hold) } };
    case 'change-time':
      return state.office ? toTime(state, state.office) : state;
    case 'calendar-wanted':
      return state.step === 'ticket' || state.step === 'manage' ? managed(state, 'readCalendar') : state;
  }
  switch (state.step) {
    case 'time':
      return atTime(state, event);
    case 'people':
      return atPeople(state, event);
    case 'review':
      return atReview(state, event);
    case 'lookup':
      return atLookup(state, event);
    case 'ticket':
    case 'manage':
    case 'move':
      return atBooking(state, event);
    default:
      return state;
  }
};

const atTime = (state: At<'time'>, event: Move): State => {
  switch (event.type) {
    case 'calendar-opened':
      return { ...state, calendar: !state.calendar };
    case 'day-chosen':
      return { ...state, calendar: true, day: event.on };
    case 'refresh':
      return { ...state, pending: readAvailability(state.office, state.service, state.party) };
    case 'elsewhere-chosen':
      return { ...state, ...quiet, lost: undefined, pending: { name: 'readOffice', input: { office: event.id } } };
    case 'slot-chosen': {
      const { slot } = event.slot;
      if (state.moving) return { ...state, ...quiet, step: 'move', booking: state.moving, slot: event.slot };
      if (state.hold?.slot.slot === slot) return toHeld(state, state.office, state.hold);
      const input = { office: state.office.id, service: state.service, party: state.party, slot };
      return { ...state, ...quiet, lost: undefined, pending: { name: 'holdSlot', input } };
    }
    default:
      return state;
  }
};

const retyped = (state: At<'people'>, draft: Draft, field: string): State => ({
  ...state,
  draft,
  faults: recheck(state.faults, draft, state.hold.slot.slot, field),
});

const atPeople = (state: At<'people'>, event: Move): State => {
  const { draft, hold } = state;
  switch (event.type) {
    case 'typed':
      return retyped(state, { ...draft, [event.field]: event.value }, `contact.${event.field}`);
    case 'guardian':
      return retyped(state, { ...draft, guardian: event.agrees }, 'guardian');
    case 'typed-person': {
      const people = draft.people.map((person, at) =>
        at === event.at ? { ...person, [event.field]: event.value } : person,
      );
      const field = ['day', 'month', 'year'].includes(event.field) ? 'birthOn' : event.field;
      return retyped(state, { ...draft, people }, `applicants.${event.at}.${field}`);
    }
    case 'person-added':
      return { ...state, draft: resize(draft, Math.min(draft.people.length + 1, hold.party)) };
    case 'person-removed':
      return { ...state, faults: {}, draft: { ...draft, people: draft.people.filter((_, at) => at !== event.at) } };
    case 'people-submitted': {
      const faults = check(draft, hold.slot.slot);
      if (Object.keys(faults).length > 0)
        return { ...state, ...quiet, faults, filled: false, attempt: state.attempt + 1 };
      return {
        ...state,
        ...quiet,
        step: 'review',
        outcome: undefined,
        filled: true,
        draft: { ...draft, restored: false },
      };
    }
    default:
      return state;
  }
};

const atReview = (state: At<'review'>, event: Move): State => {
  const { draft, hold, office } = state;
  switch (event.type) {
    case 'change-people':
      return { ...state, ...quiet, step: 'people', faults: {} };
    case 'confirmed': {
      if (state.outcome === 'unknown') return state;
      const body = toNewBooking(draft, office.privacy.version, hold.slot.slot);
      return {
        ...state,
        ...quiet,
        pending: { name: 'bookHold', input: { office: office.id, token: hold.token, ...body } },
      };
    }
    default:
      return state;
  }
};

const atLookup = (state: At<'lookup'>, event: Move): State => {
  if (event.type === 'lookup-typed') return { ...state, lookup: { ...state.lookup, [event.field]: event.value } };
  if (event.type !== 'lookup-submitted') return state;
  const { office, code, nikLast4 } = state.lookup;
  const born = birthOn(state.lookup);
  const faults = {
    ...(!office && { office: 'REQUIRED' as const }),
    ...(!code.trim() && { code: 'REQUIRED' as const }),
    ...(!/^\d{4}$/.test(nikLast4.trim()) && {
      nikLast4: nikLast4.trim() ? ('FORMAT' as const) : ('REQUIRED' as const),
    }),
    ...(!born && { birthOn: state.lookup.year ? ('FORMAT' as const) : ('REQUIRED' as const) }),
  };
  if (!born || Object.keys(faults).length > 0) return { ...state, ...quiet, faults, attempt: state.attempt + 1 };
  const input = { office, code: code.trim(), nikLast4: nikLast4.trim(), birthOn: born };
  return { ...state, ...quiet, faults: {}, pending: { name: 'lookUpBooking', input } };
};

const atBooking = (state: At<'ticket' | 'manage' | 'move'>, event: Move): State => {
  const { booking, office } = state;
  switch (event.type) {
    case 'manage-opened':
      // A ticket that was read again after a reload can be shown, and nothing else.
      if (!booking.manageToken) return transition(state, { type: 'lookup-opened' });
      return { ...state, ...quiet, step: 'manage', booking, office, asking: undefined };
    case 'ticket-opened':
      return { ...state, ...quiet, step: 'ticket', booking, office, news: undefined };
    case 'move-wanted':
      return toTime(state, office, { moving: booking });
    case 'move-agreed':
      return state.step === 'move' ? managed(state, 'moveBooking') : state;
    case 'cancel-wanted':
      return { ...state, ...quiet, step: 'manage', booking, office, asking: event.what };
    case 'cancel-declined':
      return { ...state, ...quiet, step: 'manage', booking, office, asking: undefined };
    case 'cancel-agreed':
      return state.step === 'manage' && state.asking
        ? managed(state, state.asking === 'all' ? 'cancelBooking' : 'cancelApplicant')
        : state;
    default:
      return state;
  }
};

/** A call under the manage token; without one (it is never on paper) the booking has to be looked up. */
const managed = (
  state: At<'ticket' | 'manage' | 'move'>,
  name: 'readCalendar' | 'moveBooking' | 'cancelBooking' | 'cancelApplicant',
): State => {
  const { booking, office } = state;
  if (!booking.manageToken) return transition({ ...state, ...quiet }, { type: 'lookup-opened' });
  const input = { office: office.id, id: booking.id, token: booking.manageToken };
  const pending: Call =
    name === 'moveBooking'
      ? { name, input: { ...input, slot: state.step === 'move' ? state.slot.slot : booking.slot.slot } }
      : name === 'cancelApplicant'
        ? { name, input: { ...input, queueCode: (state.step === 'manage' && state.asking) || '' } }
        : { name, input };
  return { ...state, ...quiet, pending };
};

const heldInput = (office: Office, hold: NonNullable<State['hold']>) => ({
  office: office.id,
  id: hold.id,
  token: hold.token,
});

const nearInput = (state: State, near: string) => ({
  near,
  ...(state.officeIds.length > 0 && { ids: state.officeIds.join(',') }),
});

const toOffices = (state: State): State => {
  if (state.officeIds.length === 1 && state.office?.id === state.officeIds[0]) return state;
  const at = { ...state, ...quiet, hold: undefined, step: 'office' } as const;
  return state.offices.length > 0 ? at : { ...at, step: 'loading', kept: undefined, pending: opening(state.officeIds) };
};

const restart = (state: State): State =>
  ({
    ...start(state.officeIds),
    offices: state.offices,
    ...(state.offices.length > 0 && { step: 'office', pending: undefined }),
  }) as State;

const back = (state: State): State => {
  switch (state.step) {
    case 'service':
      return toOffices(state);
    case 'time':
      if (state.moving) return { ...state, ...quiet, step: 'manage', booking: state.moving, asking: undefined };
      return { ...state, ...quiet, step: 'service' };
    case 'people':
      return toTime(state, state.office);
    case 'review':
      return { ...state, ...quiet, step: 'people', faults: {} };
    case 'move':
      return toTime(state, state.office, { moving: state.booking, calendar: true, day: state.slot.slot.slice(0, 10) });
    case 'lookup':
      if (state.office) return { ...state, ...quiet, step: 'service', office: state.office };
      return state.offices.length > 0 ? { ...state, ...quiet, step: 'office' } : start(state.officeIds);
    case 'manage':
      return state.booking.status === 'booked'
        ? { ...state, ...quiet, step: 'ticket', news: undefined }
        : restart(state);
    default:
      return state;
  }
};
