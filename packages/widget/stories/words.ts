import { en } from '../src/i18n/en/index.ts';
import { id } from '../src/i18n/id/index.ts';
import type { Strings } from '../src/i18n/strings.ts';

/** The widget's own words, by which stories find its controls as an applicant would. */
export const words: Record<string, Strings> = { id, en };
