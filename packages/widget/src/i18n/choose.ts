import { languages } from './languages.ts';

/** The first wish that we speak, by its primary subtag; Indonesian is the authoritative language. */
export const chooseLanguage = (...wishes: (string | null | undefined)[]): string => {
  const wish = wishes.find(Boolean)?.slice(0, 2).toLowerCase() ?? '';
  return wish in languages ? wish : 'id';
};
