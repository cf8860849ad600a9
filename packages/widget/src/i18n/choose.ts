import { en } from './en/index.ts';
import { id } from './id/index.ts';
import type { Strings } from './strings.ts';

const languages: Readonly<Record<string, Strings>> = { id, en };

/** The first wish that we speak, by its primary subtag; Indonesian is the authoritative language. */
export const chooseStrings = (...wishes: (string | null | undefined)[]): Strings => {
  for (const wish of wishes) {
    const strings = wish && languages[wish.slice(0, 2).toLowerCase()];
    if (strings) return strings;
    if (wish) break;
  }
  return id;
};
