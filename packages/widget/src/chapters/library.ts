import type { ChapterName, State, Step } from '../flow-state.ts';
import type { Chapter } from './chapter.ts';
import { opening } from './opening.ts';

const later = {
  time: () => import('./time.ts'),
  booking: () => import('./booking.ts'),
  manage: () => import('./manage.ts'),
};
const names = Object.keys(later) as ChapterName[];

const homes: { readonly [S in Step]?: ChapterName } = {
  time: 'time',
  people: 'booking',
  review: 'booking',
  ticket: 'booking',
  lookup: 'manage',
  manage: 'manage',
  move: 'manage',
};

const loaded: Chapter[] = [opening];

/** What is there now, the first chapter first. All elements of a page share it. */
export const chapters: readonly Chapter[] = loaded;

/** Loads a chapter and those that it stands on, side by side; rejects when one of them cannot be had now. */
export const loadChapter = async (name: ChapterName): Promise<void> => {
  const needed = names.slice(0, names.indexOf(name) + 1);
  for (const { chapter } of await Promise.all(needed.map((each) => later[each]())))
    if (!loaded.includes(chapter)) loaded.push(chapter);
};

const isMissing = (name: ChapterName | undefined): name is ChapterName =>
  name !== undefined && loaded.length < names.indexOf(name) + 2;

/** The chapter that has to be there before the flow may be in this state. Seats are not held before they can be booked. */
export const missingChapter = ({ step, hold, pending }: State): ChapterName | undefined =>
  [homes[step], hold || pending?.name === 'holdSlot' ? ('booking' as const) : undefined].find(isMissing);

/** The chapter of the journey that comes next. */
export const nextChapter = (step: Step): ChapterName | undefined => {
  const next = ({ loading: 'time', office: 'time', service: 'time', time: 'booking' } as { [S in Step]?: ChapterName })[
    step
  ];
  return isMissing(next) ? next : undefined;
};
