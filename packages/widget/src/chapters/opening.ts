import { openingTransitions } from '../flow/opening.ts';
import { hostEvents } from '../host-events.ts';
import { openingWords } from '../i18n/id/words-opening.ts';
import { loading } from '../steps/loading.ts';
import { service } from '../steps/service.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { surfaces } from '../styles/surfaces.ts';
import { theme } from '../styles/theme.ts';
import type { Chapter } from './chapter.ts';

export const opening: Chapter = {
  transitions: openingTransitions,
  steps: { loading, service },
  words: openingWords,
  events: hostEvents,
  styles: theme + base + controls + surfaces,
};
