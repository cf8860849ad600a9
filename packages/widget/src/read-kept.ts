import { isFresh, type Kept, sample } from './kept.ts';

/** Whether a value is built as a sample is: the same keys, the same types, and so on down. */
const isLike = (one: unknown, value: unknown): boolean => {
  if (Array.isArray(one)) return Array.isArray(value) && value.length > 0 && value.every((it) => isLike(one[0], it));
  if (!(one instanceof Object)) return typeof value === typeof one;
  return value instanceof Object && Object.entries(one).every(([key, it]) => isLike(it, Reflect.get(value, key)));
};

/** What was kept; any script of the page may have written it, so that what is not as we write it counts as nothing. */
export const readKept = (text: string | null, now: number): Kept | undefined => {
  try {
    const kept: Kept = JSON.parse(text ?? '');
    return isLike(sample, kept) &&
      kept.version === sample.version &&
      isFresh(kept.at, now) &&
      kept.party > 0 &&
      /^[\w-]*$/.test(kept.office + kept.hold.id + kept.ticket.id) &&
      /^(new|renewal)?$/.test(kept.service) &&
      (!kept.day || Date.parse(kept.day) > 0)
      ? kept
      : undefined;
  } catch {
    return undefined;
  }
};
