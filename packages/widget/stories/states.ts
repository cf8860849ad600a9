import type { At, Fault, Step } from '../src/flow-state.ts';

/** The part of a step's state that is its own, read from the state machine's type. */
type Own<S extends Step> = Exclude<keyof At<S> & string, keyof At<'loading'>>;
/** Each word that a field can be; of a field that is no choice of words only that it is set. */
type Values<V> = V extends undefined
  ? never
  : V extends boolean
    ? `${V}`
    : V extends string
      ? string extends V
        ? 'set'
        : V
      : 'set';
/** Names of stories beside the step, or why there is nothing to show. */
type Shown = readonly [string, ...string[]] | `because ${string}`;

export type States = {
  [S in Step]: { entered: Shown; pending: Shown; fault: { [K in Fault['kind']]: Shown } } & {
    [K in Own<S>]: { [V in Values<At<S>[K]>]: Shown };
  };
};

const nothingAsked = 'because nothing is asked for at this step';

/**
 * Every state that the machine's type knows, and the stories that show it. A new step, a new field of a step or a new
 * word for one does not compile until it has an entry here.
 */
export const states: States = {
  loading: {
    entered: ['Waiting'],
    pending: ['Waiting'],
    fault: { refused: ['Busy', 'UnknownOffice'], unknown: ['Offline'] },
  },
  office: {
    entered: ['All', 'Two', 'Found', 'NothingFound', 'Nearest', 'PlaceUnknown'],
    pending: ['Opening'],
    fault: { refused: ['Busy'], unknown: ['Offline'] },
  },
  service: {
    entered: ['Question', 'NothingChosen', 'FamilyOfFive', 'WhoNeedNot', 'OfficeNotice', 'NotOpenYet'],
    pending: nothingAsked,
    fault: { refused: nothingAsked, unknown: nothingAsked },
    missing: { true: ['NothingChosen'], false: ['Question'] },
  },
  time: {
    entered: ['Earliest', 'StillHeld'],
    pending: ['Loading', 'Taking'],
    fault: { refused: ['SlotFull'], unknown: ['Offline', 'NoAnswerToTheHold'] },
    availability: { set: ['Earliest', 'FullOffice', 'FullEverywhere'] },
    calendar: { true: ['Calendar', 'List', 'TakingFromTheList'], false: ['Earliest'] },
    day: { set: ['HoursOfADay', 'Holiday', 'FullDay'] },
    lost: { expired: ['HoldLost'] },
    moving: { set: ['Moving'] },
  },
  people: {
    entered: ['Empty', 'Family', 'TwoMinutesLeft', 'Extended'],
    pending: ['Extending'],
    fault: { refused: ['ExtensionRefused'], unknown: ['ExtensionUnanswered'] },
    faults: { set: ['NothingFilledIn', 'YearOfTwoDigits', 'WarningsAndConsent', 'RefusedByTheApi'] },
  },
  review: {
    entered: ['OnePerson', 'Family'],
    pending: ['Confirming'],
    fault: { refused: ['Busy', 'AlreadyBooked'], unknown: ['StillUnknown'] },
    outcome: { unknown: ['Checking', 'StillUnknown'], 'not-booked': ['NothingWasBooked'] },
  },
  ticket: {
    entered: ['OnePerson', 'AfterALostAnswer'],
    pending: ['FetchingTheCalendar'],
    fault: { refused: ['CalendarRefused'], unknown: ['CalendarUnanswered'] },
    booking: { set: ['OnePerson', 'Family'] },
    news: { moved: ['Moved'] },
  },
  lookup: {
    entered: ['Empty', 'OneOffice'],
    pending: ['Searching'],
    fault: { refused: ['NotFound', 'TriedTooOften'], unknown: ['Offline'] },
    lookup: { set: ['Searching'] },
    faults: { set: ['NothingFilledIn'] },
    found: { set: ['Found'] },
  },
  manage: {
    entered: ['OnePerson', 'Family', 'NoMovesLeft'],
    pending: ['Cancelling'],
    fault: { refused: ['CancellationRefused'], unknown: ['CancellationUnanswered'] },
    booking: { set: ['OneCancelled', 'Cancelled', 'MovedByTheOffice', 'Arrived'] },
    asking: { all: ['AskingAboutAll'], set: ['AskingAboutOne'] },
  },
  move: {
    entered: ['BothTimes'],
    pending: ['Moving'],
    fault: { refused: ['Busy'], unknown: ['Unanswered'] },
    booking: { set: ['BothTimes'] },
    slot: { set: ['BothTimes'] },
  },
};

/** The stories of each step, each named once. */
export const storiesOf = (step: Step): string[] => {
  const names = (shown: object | string): string[] =>
    typeof shown === 'string' ? [] : Array.isArray(shown) ? shown : Object.values(shown).flatMap(names);
  return [...new Set(names(states[step]))];
};
