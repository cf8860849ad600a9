import type { Strings } from '../strings.ts';
import { office } from './office.ts';
import { asideWords } from './words-aside.ts';
import { bookingWords } from './words-booking.ts';
import { openingWords } from './words-opening.ts';

/** Indonesian whole, as it is once all chapters are there. */
export const id: Strings = {
  ...openingWords,
  ...bookingWords,
  office,
  common: { ...openingWords.common, ...bookingWords.common },
  service: { ...openingWords.service, ...bookingWords.service },
  manage: { ...openingWords.manage, ...asideWords.manage },
  problems: { ...bookingWords.problems, ...asideWords.problems },
};
