import type { Strings } from '../strings.ts';
import { bookingWords } from './words-booking.ts';
import { manageWords } from './words-manage.ts';
import { openingWords } from './words-opening.ts';
import { timeWords } from './words-time.ts';

/** Indonesian whole, as it is once all chapters are there. */
export const id: Strings = {
  ...openingWords,
  ...timeWords,
  ...bookingWords,
  common: { ...openingWords.common, ...timeWords.common, ...bookingWords.common },
  office: { ...openingWords.office, ...timeWords.office },
  service: { ...openingWords.service, ...timeWords.service },
  manage: { ...openingWords.manage, ...manageWords.manage },
  problems: { ...timeWords.problems, ...bookingWords.problems, ...manageWords.problems },
};
