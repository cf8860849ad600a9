import { DraftWatch } from '../controllers/draft-watch.ts';
import { TimeWatch } from '../controllers/time-watch.ts';
import { timeTransitions } from '../flow/time.ts';
import { timeWords } from '../i18n/id/words-time.ts';
import { time as step } from '../steps/time.ts';
import { calendar } from '../styles/calendar.ts';
import { times } from '../styles/times.ts';
import type { Chapter } from './chapter.ts';

export const chapter: Chapter = {
  transitions: timeTransitions,
  steps: { time: step },
  words: timeWords,
  styles: times + calendar,
  watches: (scene) => [new TimeWatch(scene), new DraftWatch(scene)],
};
