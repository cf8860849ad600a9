import type { Booking, Hold, Office } from '@paspor-antrean/client';
import { check, type Draft, emptyDraft, type Faults, recheck, resize, toNewBooking } from '../draft.ts';
import type { At, Call, Common, Fault, State } from '../flow-state.ts';
import { toTime } from './onward.ts';
import { type Moves, quiet, still, type Transitions } from './transitions.ts';

const heldInput = (office: Office, hold: Hold) => ({ office: office.id, id: hold.id, token: hold.token });

const toHeld = (state: Common, office: Office, hold: Hold): State => {
  const draft = resize(state.draft, Math.min(state.draft.people.length, hold.party) || 1);
  const party = state.filled ? draft : resize(draft, hold.party);
  const held = { ...state, ...quiet, office, hold, service: hold.service, draft: party };
  const ready = state.filled && Object.keys(check(party, hold.slot.slot)).length === 0;
  return ready ? { ...held, step: 'review', outcome: undefined } : { ...held, step: 'people', faults: {} };
};

/** The visit is booked: nothing that was typed is kept a moment longer than it is needed. */
export const toTicket = (state: State, office: Office, booking: Booking, news?: 'moved'): State => ({
  ...state,
  ...quiet,
  step: 'ticket',
  office,
  booking,
  news,
  hold: undefined,
  draft: emptyDraft,
  filled: false,
});

/** A booking that was made before: its ticket, or what became of it. */
export const toBooking = (state: State, office: Office, booking: Booking): State => {
  const ticket = toTicket(state, office, booking);
  return booking.status === 'booked' ? ticket : { ...ticket, step: 'manage', office, booking, asking: undefined };
};

export const lost = (state: State): State =>
  state.office ? toTime({ ...state, hold: undefined }, state.office, { lost: 'expired' }) : state;

const holdEnded = (state: State): State => {
  if (!state.hold || state.pending?.name === 'bookHold' || state.pending?.name === 'readHold') return state;
  if (state.step === 'review' && state.outcome === 'unknown') return state;
  if (state.step === 'people' || state.step === 'review') return lost(state);
  return { ...state, hold: undefined };
};

const retyped = (state: At<'people'>, draft: Draft, field: string): State => ({
  ...state,
  draft,
  faults: recheck(state.faults, draft, state.hold.slot.slot, field),
});

const people: Moves<'people'> = {
  back: (state) => toTime(state, state.office),
  typed: (state, { field, value }) => retyped(state, { ...state.draft, [field]: value }, `contact.${field}`),
  guardian: (state, { agrees }) => retyped(state, { ...state.draft, guardian: agrees }, 'guardian'),
  'typed-person': (state, move) => {
    const people = state.draft.people.map((person, at) =>
      at === move.at ? { ...person, [move.field]: move.value } : person,
    );
    const field = ['day', 'month', 'year'].includes(move.field) ? 'birthOn' : move.field;
    return retyped(state, { ...state.draft, people }, `applicants.${move.at}.${field}`);
  },
  'person-added': (state) => ({
    ...state,
    draft: resize(state.draft, Math.min(state.draft.people.length + 1, state.hold.party)),
  }),
  'person-removed': (state, move) => ({
    ...state,
    faults: {},
    draft: { ...state.draft, people: state.draft.people.filter((_, at) => at !== move.at) },
  }),
  'people-submitted': (state) => {
    const faults = check(state.draft, state.hold.slot.slot);
    if (Object.keys(faults).length > 0)
      return { ...state, ...quiet, faults, filled: false, attempt: state.attempt + 1 };
    const draft = { ...state.draft, restored: false };
    return { ...state, ...quiet, step: 'review', outcome: undefined, filled: true, draft };
  },
};

const toPeople = (state: At<'review'>): State => ({ ...state, ...quiet, step: 'people', faults: {} });

const readHold = (office: Office, hold: Hold): Call => ({
  name: 'readHold',
  input: heldInput(office, hold),
});

const review: Moves<'review'> = {
  back: toPeople,
  'change-people': toPeople,
  confirmed: (state) => {
    if (state.outcome === 'unknown') return state;
    const { draft, hold, office } = state;
    const body = toNewBooking(draft, office.privacy.version, hold.slot.slot);
    const input = { office: office.id, token: hold.token, ...body };
    return { ...state, ...quiet, pending: { name: 'bookHold', input } };
  },
};

/**
 * Refusals that leave open whether the booking was made. A busy server is one: the client asked several times, and
 * what became of an earlier one that got no answer is not known.
 */
const isUnsure = ({ kind, problem }: Fault) =>
  kind === 'unknown' || (problem && ['INTERNAL', 'OVERLOADED', 'IDEMPOTENCY_CONFLICT'].includes(problem.code));

const fieldFaults = (fault: Fault): Faults =>
  Object.fromEntries((fault.problem?.fields ?? []).map(({ field, code }) => [field, code]));

const bookingFailed = (state: At<'review'>, fault: Fault): State => {
  if (isUnsure(fault))
    return { ...still(state, fault), outcome: 'unknown', pending: readHold(state.office, state.hold) } as State;
  switch (fault.problem?.code) {
    case 'HOLD_EXPIRED':
    case 'HOLD_UNKNOWN':
    case 'TOKEN_EXPIRED':
    case 'TOKEN_INVALID':
      return lost(state);
    case 'INVALID_INPUT': {
      const faults = fieldFaults(fault);
      if (faults.privacyVersion)
        return { ...state, fault, pending: { name: 'readOffice', input: { office: state.office.id } } };
      return { ...toPeople(state), faults, attempt: state.attempt + 1 } as State;
    }
    default:
      return still(state, fault);
  }
};

/** Who comes, what was booked, the ticket; and the hold from its first second to its last. */
export const bookingTransitions: Transitions = {
  moves: {
    any: {
      'hold-ended': holdEnded,
      'extend-wanted': (state) =>
        state.hold && state.office
          ? { ...state, ...quiet, pending: { name: 'extendHold', input: heldInput(state.office, state.hold) } }
          : state,
      'hold-resumed': (state) => (state.hold && state.office ? toHeld(state, state.office, state.hold) : state),
      'check-again': (state) =>
        state.hold && state.office ? { ...state, ...quiet, pending: readHold(state.office, state.hold) } : state,
      'change-time': (state) => (state.office ? toTime(state, state.office) : state),
    },
    time: {
      'slot-chosen': (state, { slot }) =>
        // The same slot again is the one that is held.
        !state.moving && state.hold?.slot.slot === slot.slot ? toHeld(state, state.office, state.hold) : undefined,
    },
    people,
    review,
  },
  answers: {
    holdSlot: (state, hold) => (state.office ? toHeld(state, state.office, hold) : state),
    extendHold: (state, hold) => ({ ...state, ...quiet, hold }) as State,
    readHold: (state, status) => {
      if (status.booking && state.office) return toBooking(state, state.office, status.booking);
      if (status.state !== 'held' || !status.hold) return lost(state);
      const { hold } = status;
      if (state.step !== 'review') return { ...state, ...quiet, hold } as State;
      const known = { ...state, hold, attempt: state.attempt + (state.outcome ? 1 : 0) };
      // Now it is known that nothing was booked, so that a busy server may say so.
      const busy = state.fault?.call.name === 'bookHold' && state.fault.problem?.code === 'OVERLOADED';
      if (busy) return { ...known, pending: undefined, outcome: undefined };
      return { ...known, ...quiet, outcome: state.outcome && 'not-booked' };
    },
    bookHold: (state, booking) => (state.office ? toTicket(state, state.office, booking) : state),
    // The privacy notice changed under way: same step, new notice.
    readOffice: (state, office) =>
      state.step === 'people' || state.step === 'review' ? { ...state, ...quiet, office } : undefined,
  },
  failures: {
    bookHold: (state, fault) => (state.step === 'review' ? bookingFailed(state, fault) : still(state, fault)),
    // The server does not know the hold: it can neither be waiting nor have become a booking.
    readHold: (state, fault) =>
      fault.problem?.code === 'HOLD_UNKNOWN' || fault.problem?.code === 'TOKEN_EXPIRED'
        ? lost(state)
        : still(state, fault),
    extendHold: (state, fault) => {
      const code = fault.problem?.code;
      if (code === 'HOLD_EXPIRED' || code === 'HOLD_UNKNOWN' || code === 'TOKEN_EXPIRED') return lost(state);
      // Only once is a rule; a busy server is not one, and may be asked again.
      const hold = code === 'HOLD_EXTENDED' && state.hold ? { ...state.hold, extendable: false } : state.hold;
      return { ...still(state, fault), hold } as State;
    },
  },
};
