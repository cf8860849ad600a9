import { TicketWatch } from '../controllers/ticket-watch.ts';
import { managingEvents } from '../events-of-managing.ts';
import { manageTransitions } from '../flow/manage.ts';
import { resumeTransitions } from '../flow/resume.ts';
import { asideWords } from '../i18n/id/words-aside.ts';
import { dayList } from '../parts/day-list.ts';
import { lookup } from '../steps/lookup.ts';
import { manage } from '../steps/manage.ts';
import { move } from '../steps/move.ts';
import { days } from '../styles/days.ts';
import { managing } from '../styles/managing.ts';
import type { Chapter } from './chapter.ts';

/** What lies beside the way from the page to the ticket: a later visit, the list of days, rare refusals, paper. */
export const chapter: Chapter = {
  transitions: [resumeTransitions, manageTransitions],
  steps: { lookup, manage, move },
  words: asideWords,
  dayList,
  events: managingEvents,
  styles: managing + days,
  watches: (scene) => [new TicketWatch(scene)],
};
