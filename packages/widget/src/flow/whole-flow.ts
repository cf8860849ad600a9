import { bookingTransitions } from './booking.ts';
import { choiceTransitions } from './choice.ts';
import { manageTransitions } from './manage.ts';
import { onwardTransitions } from './onward.ts';
import { openingTransitions } from './opening.ts';
import { resumeTransitions } from './resume.ts';
import { timeTransitions } from './time.ts';
import type { Transitions } from './transitions.ts';

/** The flow as it is once every chapter is there. */
export const wholeFlow: readonly Transitions[] = [
  manageTransitions,
  resumeTransitions,
  bookingTransitions,
  timeTransitions,
  onwardTransitions,
  choiceTransitions,
  openingTransitions,
];
