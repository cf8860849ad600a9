import { HoldWatch } from '../controllers/hold-watch.ts';
import { bookingEvents } from '../events-of-booking.ts';
import { bookingTransitions } from '../flow/booking.ts';
import { resumeTransitions } from '../flow/resume.ts';
import { bookingWords } from '../i18n/id/words-booking.ts';
import { people } from '../steps/people.ts';
import { review } from '../steps/review.ts';
import { ticket } from '../steps/ticket.ts';
import { forms } from '../styles/forms.ts';
import { pass } from '../styles/pass.ts';
import type { Chapter } from './chapter.ts';

export const chapter: Chapter = {
  transitions: [bookingTransitions, resumeTransitions],
  steps: { people, review, ticket },
  words: bookingWords,
  styles: forms + pass,
  events: bookingEvents,
  watches: (scene) => [new HoldWatch(scene)],
};
