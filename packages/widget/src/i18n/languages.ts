import type { Strings } from './strings.ts';

/** The languages besides Indonesian, each a module of its own. To add one: its folder, and its line here. */
export const languages: Readonly<Record<string, () => Promise<Strings>>> = {
  en: () => import('./en/index.ts').then(({ en }) => en),
};
