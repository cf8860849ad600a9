import { choiceTransitions } from '../flow/choice.ts';
import { office as words } from '../i18n/id/office.ts';
import { office } from '../steps/office.ts';
import { choosing } from '../styles/choosing.ts';
import type { Chapter } from './chapter.ts';

/** For tags that do not name exactly one office; fetched beside the first answer. */
export const chapter: Chapter = {
  transitions: choiceTransitions,
  steps: { office },
  words: { office: words },
  styles: choosing,
};
