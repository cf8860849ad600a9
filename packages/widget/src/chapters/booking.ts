import { callsOf } from '../controllers/calls.ts';
import { DraftWatch } from '../controllers/draft-watch.ts';
import { HoldWatch } from '../controllers/hold-watch.ts';
import { Repeats } from '../controllers/repeats.ts';
import { TimeWatch } from '../controllers/time-watch.ts';
import { bookingEvents } from '../events-of-booking.ts';
import { bookingTransitions } from '../flow/booking.ts';
import { onwardTransitions } from '../flow/onward.ts';
import { timeTransitions } from '../flow/time.ts';
import { bookingWords } from '../i18n/id/words-booking.ts';
import { saidOfChoosing } from '../parts/said-of-choosing.ts';
import { people } from '../steps/people.ts';
import { review } from '../steps/review.ts';
import { ticket } from '../steps/ticket.ts';
import { time } from '../steps/time.ts';
import { calendar } from '../styles/calendar.ts';
import { forms } from '../styles/forms.ts';
import { onward } from '../styles/onward.ts';
import { pass } from '../styles/pass.ts';
import { times } from '../styles/times.ts';
import type { Chapter } from './chapter.ts';

/** From the choice of a service to the ticket. */
export const chapter: Chapter = {
  transitions: [onwardTransitions, timeTransitions, bookingTransitions],
  steps: { time, people, review, ticket },
  words: bookingWords,
  said: saidOfChoosing,
  styles: onward + times + calendar + forms + pass,
  events: bookingEvents,
  watches: (scene) => [
    callsOf(scene),
    new Repeats(scene),
    new TimeWatch(scene),
    new DraftWatch(scene),
    new HoldWatch(scene),
  ],
};
