import { callsOf } from '../controllers/calls.ts';
import { DraftWatch } from '../controllers/draft-watch.ts';
import { Repeats } from '../controllers/repeats.ts';
import { TimeWatch } from '../controllers/time-watch.ts';
import { onwardTransitions } from '../flow/onward.ts';
import { timeTransitions } from '../flow/time.ts';
import { timeWords } from '../i18n/id/words-time.ts';
import { saidOfChoosing } from '../parts/said-of-choosing.ts';
import { time as step } from '../steps/time.ts';
import { calendar } from '../styles/calendar.ts';
import { onward } from '../styles/onward.ts';
import { times } from '../styles/times.ts';
import type { Chapter } from './chapter.ts';

export const chapter: Chapter = {
  transitions: [onwardTransitions, timeTransitions],
  steps: { time: step },
  words: timeWords,
  said: saidOfChoosing,
  styles: onward + times + calendar,
  watches: (scene) => [callsOf(scene), new Repeats(scene), new TimeWatch(scene), new DraftWatch(scene)],
};
