import type { ChapterName, State, Step } from '../flow-state.ts';
import type { Chapter } from './chapter.ts';
import { opening } from './opening.ts';

const later = {
  choice: () => import('./choice.ts'),
  booking: () => import('./booking.ts'),
  aside: () => import('./aside.ts'),
};

const homes: { readonly [S in Step]?: ChapterName } = {
  office: 'choice',
  time: 'booking',
  people: 'booking',
  review: 'booking',
  ticket: 'booking',
  lookup: 'aside',
  manage: 'aside',
  move: 'aside',
};

const loaded: Chapter[] = [opening];
const names = new Set<ChapterName>();

/** What is there now, the first chapter first. All elements of a page share it. */
export const chapters: readonly Chapter[] = loaded;

/** Loads a chapter; `aside` stands on `booking`, which comes with it. Rejects when one of them cannot be had now. */
export const loadChapter = async (name: ChapterName): Promise<void> => {
  const [{ chapter }] = await Promise.all([later[name](), name === 'aside' && loadChapter('booking')]);
  if (!names.has(name)) loaded.push(chapter);
  names.add(name);
};

const missing = (name: ChapterName | undefined): ChapterName | undefined =>
  name && !names.has(name) ? name : undefined;

/** The chapter that has to be there before the flow may be in this state. */
export const missingChapter = ({ step, asList }: State): ChapterName | undefined =>
  missing(homes[step]) ?? missing(step === 'time' && asList ? 'aside' : undefined);

/** The chapter that is likely to be asked for next. */
export const nextChapter = (step: Step): ChapterName | undefined =>
  missing(
    ({ loading: 'booking', office: 'booking', service: 'booking', ticket: 'aside' } as { [S in Step]?: ChapterName })[
      step
    ],
  );
