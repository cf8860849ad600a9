import type { Strings } from './strings.ts';

interface Language {
  readonly load: () => Promise<Strings>;
  /** No native speaker has read it yet: only a tag's own `lang` gets it, never the language of the page. */
  readonly draft?: true;
}

/** The languages besides Indonesian, each a module of its own. To add one: its folder, and its line here. */
export const languages: Readonly<Record<string, Language>> = {
  en: { load: () => import('./en/index.ts').then(({ en }) => en) },
  jv: { load: () => import('./jv/index.ts').then(({ jv }) => jv), draft: true },
  su: { load: () => import('./su/index.ts').then(({ su }) => su), draft: true },
};
