import { managingEvents } from '../events-of-managing.ts';
import { manageTransitions } from '../flow/manage.ts';
import { manageWords } from '../i18n/id/words-manage.ts';
import { lookup } from '../steps/lookup.ts';
import { manage } from '../steps/manage.ts';
import { move } from '../steps/move.ts';
import { managing } from '../styles/managing.ts';
import type { Chapter } from './chapter.ts';

export const chapter: Chapter = {
  transitions: manageTransitions,
  steps: { lookup, manage, move },
  words: manageWords,
  events: managingEvents,
  styles: managing,
};
