import type { Booking, Hold, Office } from '@paspor-antrean/client';
import { check, emptyDraft, type Faults, resize } from './draft.ts';
import type { Answered, At, Call, Common, Fault, State } from './flow-state.ts';
import { goOn, holdFound, notFound } from './resume.ts';

export const quiet = { pending: undefined, fault: undefined } as const;

/** The first thing to ask: the one office, or which there are. */
export const opening = (officeIds: readonly string[]): Call => {
  const [only] = officeIds;
  if (officeIds.length === 1 && only) return { name: 'readOffice', input: { office: only } };
  return { name: 'listOffices', input: only ? { ids: officeIds.join(',') } : {} };
};

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

export const toHeld = (state: Common, office: Office, hold: Hold): State => {
  const draft = resize(state.draft, Math.min(state.draft.people.length, hold.party) || 1);
  const party = state.filled ? draft : resize(draft, hold.party);
  const held = { ...state, ...quiet, office, hold, service: hold.service, draft: party };
  const ready = state.filled && Object.keys(check(party, hold.slot.slot)).length === 0;
  return ready ? { ...held, step: 'review', outcome: undefined } : { ...held, step: 'people', faults: {} };
};

/** The visit is booked: nothing that was typed is kept a moment longer than it is needed. */
const toTicket = (state: State, office: Office, booking: Booking, news?: 'moved'): State => ({
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

/** A look-up still to be typed, as far as it is known. */
export const toLookup = (state: State, code?: string): At<'lookup'> => {
  const booking: Booking | undefined = 'booking' in state ? state.booking : undefined;
  const office = state.office?.id ?? (state.officeIds.length === 1 ? state.officeIds[0] : undefined) ?? '';
  const lookup = { office, code: code ?? booking?.code ?? '', nikLast4: '', day: '', month: '', year: '' };
  return { ...state, ...quiet, step: 'lookup', lookup, faults: {}, found: undefined };
};

/** A booking that was made before: its ticket, or what became of it. */
export const toBooking = (state: State, office: Office, booking: Booking): State =>
  booking.status === 'booked'
    ? toTicket(state, office, booking)
    : { ...toTicket(state, office, booking), step: 'manage', office, booking, asking: undefined };

export const lost = (state: State): State =>
  state.office ? toTime({ ...state, hold: undefined }, state.office, { lost: 'expired' }) : state;

export const holdEnded = (state: State): State => {
  if (!state.hold || state.pending?.name === 'bookHold' || state.pending?.name === 'readHold') return state;
  if (state.step === 'review' && state.outcome === 'unknown') return state;
  if (state.step === 'people' || state.step === 'review') return lost(state);
  return { ...state, hold: undefined };
};

const officeRead = (state: State, office: Office): State => {
  if (state.step === 'loading' && state.kept) return goOn({ ...state, office }, state.kept);
  const at = { ...state, ...quiet, office };
  if (state.step === 'lookup')
    return state.found ? { ...at, step: 'manage', office, booking: state.found, asking: undefined } : at;
  if (state.step === 'time') return toTime({ ...state, hold: undefined }, office);
  // The privacy notice changed under way: same step, new notice.
  if (state.step === 'people' || state.step === 'review') return { ...state, ...quiet, office };
  return { ...at, step: 'service', office };
};

const holdStatus = (state: State, status: Extract<Answered, { name: 'readHold' }>['answer']): State => {
  if (state.step === 'loading') return state.kept ? holdFound(state, state.kept, status) : state;
  if (status.booking && state.office) return toBooking(state, state.office, status.booking);
  if (status.state !== 'held' || !status.hold) return lost(state);
  if (state.step !== 'review') return { ...state, ...quiet, hold: status.hold } as State;
  // Now it is known that nothing was booked, so that a busy server may say so.
  const busy = state.fault?.call.name === 'bookHold' && state.fault.problem?.code === 'OVERLOADED';
  const known = { ...state, hold: status.hold, attempt: state.attempt + (state.outcome ? 1 : 0) };
  if (busy) return { ...known, pending: undefined, outcome: undefined };
  return { ...known, ...quiet, outcome: state.outcome && 'not-booked' };
};

export const answered = (state: State, event: Answered): State => {
  const { office } = state;
  switch (event.name) {
    case 'listOffices': {
      const offices = event.answer.offices;
      const nearest = offices.some(({ distanceKm }) => distanceKm !== undefined);
      const at = { ...state, ...quiet, offices, nearest };
      if (at.step !== 'loading') return at;
      return at.kept ? goOn(at, at.kept) : { ...at, step: 'office' };
    }
    case 'readOffice':
      return officeRead(state, event.answer);
    case 'readAvailability':
      // A refusal that led here (the slot was taken) stays in sight.
      if (state.step !== 'time') return state;
      return {
        ...state,
        pending: undefined,
        fault: state.fault?.call.name === event.name ? undefined : state.fault,
        availability: event.answer,
      };
    case 'holdSlot':
      return office ? toHeld(state, office, event.answer) : state;
    case 'extendHold':
      return { ...state, ...quiet, hold: event.answer } as State;
    case 'readHold':
      return holdStatus(state, event.answer);
    case 'readBooking':
      return office ? toBooking(state, office, event.answer) : state;
    case 'bookHold':
      return office ? toTicket(state, office, event.answer) : state;
    case 'moveBooking':
      return office ? toTicket(state, office, event.answer, 'moved') : state;
    case 'cancelBooking':
    case 'cancelApplicant':
      return state.step === 'manage' ? { ...state, ...quiet, booking: event.answer, asking: undefined } : state;
    case 'lookUpBooking': {
      if (state.step !== 'lookup') return state;
      if (office?.id === event.answer.officeId)
        return { ...state, ...quiet, step: 'manage', office, booking: event.answer, asking: undefined };
      return {
        ...state,
        found: event.answer,
        pending: { name: 'readOffice', input: { office: event.answer.officeId } },
      };
    }
    case 'readCalendar':
      return { ...state, ...quiet };
  }
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
  const { hold, office } = state;
  if (isUnsure(fault)) {
    const input = { office: office.id, id: hold.id, token: hold.token };
    return { ...state, fault, outcome: 'unknown', pending: { name: 'readHold', input }, attempt: state.attempt + 1 };
  }
  switch (fault.problem?.code) {
    case 'HOLD_EXPIRED':
    case 'HOLD_UNKNOWN':
    case 'TOKEN_EXPIRED':
    case 'TOKEN_INVALID':
      return lost(state);
    case 'INVALID_INPUT': {
      const faults = fieldFaults(fault);
      if (faults.privacyVersion)
        return { ...state, fault, pending: { name: 'readOffice', input: { office: office.id } } };
      return { ...state, step: 'people', pending: undefined, fault: undefined, faults, attempt: state.attempt + 1 };
    }
    default:
      return { ...state, pending: undefined, fault, attempt: state.attempt + 1 };
  }
};

export const failed = (state: State, fault: Fault): State => {
  const code = fault.problem?.code;
  const still = { ...state, pending: undefined, fault, attempt: state.attempt + 1 } as State;
  const elsewhere = state.step === 'loading' && notFound(state, fault);
  if (elsewhere) return elsewhere;
  switch (fault.call.name) {
    case 'bookHold':
      return state.step === 'review' ? bookingFailed(state, fault) : still;
    case 'readHold':
      // The server does not know the hold: it can neither be waiting nor have become a booking.
      return code === 'HOLD_UNKNOWN' || code === 'TOKEN_EXPIRED' ? lost(state) : still;
    case 'extendHold':
      if (code === 'HOLD_EXPIRED' || code === 'HOLD_UNKNOWN' || code === 'TOKEN_EXPIRED') return lost(state);
      return (code && state.hold ? { ...still, hold: { ...state.hold, extendable: false } } : still) as State;
    case 'holdSlot':
    case 'moveBooking': {
      if (!code?.startsWith('SLOT_') || !state.office) return still;
      const moving = state.step === 'move' ? state.booking : state.step === 'time' ? state.moving : undefined;
      const calendar = state.step === 'time' && state.calendar;
      const day = state.step === 'time' ? state.day : undefined;
      return { ...toTime(state, state.office, { moving, calendar, day }), fault, attempt: state.attempt + 1 };
    }
    default:
      return still;
  }
};
