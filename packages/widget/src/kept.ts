import type { Booking } from '@paspor-antrean/client';
import type { State } from './flow-state.ts';
import type { Kept } from './read-kept.ts';

/** After this long without a move of the applicant nothing is kept. */
export const idleMs = 30 * 60_000;

/** Entries of another version count as nothing. */
export const version = 1;

/** The booking that a step is about. */
export const bookingOf = (state: State): Booking | undefined => {
  switch (state.step) {
    case 'ticket':
    case 'manage':
    case 'move':
      return state.booking;
    case 'time':
      return state.moving;
    default:
      return undefined;
  }
};

/** A booking was sent, and what became of it is not known: nobody may be told that nothing was booked. */
export const isInDoubt = (state: State): boolean =>
  state.step === 'loading' ? state.kept?.sent === true : state.step === 'review' && state.outcome === 'unknown';

/** A NIK typed into the wrong field is left out as well; no phone number has as many digits. */
const withoutNik = (key: string, value: unknown) =>
  key === 'nik' || (key !== 'token' && typeof value === 'string' && /(\d[\s.-]*){15}/.test(value)) ? '' : value;

/** Whether an entry was written in the last half hour. */
export const isFresh = (at: number, now: number): boolean => Math.abs(now - at) < idleMs;

/** What of a state is kept, as text; undefined where there is nothing to come back to. */
export const writeKept = (state: State, at: number, ahead: number): string | undefined => {
  if (state.step === 'loading') return undefined;
  const { office, service = '', party, draft, filled, hold, step } = state;
  const booking = bookingOf(state);
  const hasChosen = service || party > 1 || step === 'lookup' || (office && state.officeIds.length !== 1);
  if (booking ? booking.status !== 'booked' : !hasChosen) return undefined;
  const kept: Kept = {
    version,
    at,
    ahead,
    step,
    office: office?.id ?? '',
    service,
    party,
    calendar: step === 'time' && state.calendar,
    asList: state.asList ?? false,
    day: (step === 'time' && state.day) || '',
    draft: { ...draft, restored: draft.people.some(({ name }) => name) },
    filled,
    hold: hold ?? { id: '', token: '' },
    sent: state.pending?.name === 'bookHold' || isInDoubt(state),
    ticket: booking ? { id: booking.id, token: booking.token } : { id: '', token: '' },
    code: step === 'lookup' ? state.lookup.code : '',
  };
  return JSON.stringify(kept, withoutNik);
};
