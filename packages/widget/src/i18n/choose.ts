import { languages } from './languages.ts';

type Wish = string | null | undefined;

/**
 * The first wish, by its primary subtag, where we speak it: the tag's own `lang`, then those of the page around it.
 * A draft is spoken to none but the tag that asks for it. Indonesian is the authoritative language.
 */
export const chooseLanguage = (own: Wish, ...around: Wish[]): string => {
  const name = (own || around.find(Boolean) || '').slice(0, 2).toLowerCase();
  const known = languages[name];
  return known && (own || !known.draft) ? name : 'id';
};
