import { chapters } from '../chapters/library.ts';
import { chooseLanguage } from '../i18n/choose.ts';
import { languages } from '../i18n/languages.ts';
import type { Strings } from '../i18n/strings.ts';

/** Indonesian is as complete as what is loaded of the journey: each chapter adds to its sections. */
const indonesian = (): Strings => {
  const all: Record<string, unknown> = {};
  for (const { words } of chapters)
    for (const [section, more] of Object.entries(words))
      all[section] = typeof more === 'string' ? more : { ...(all[section] as object), ...more };
  return all as unknown as Strings;
};

/** The words of the language that is wished for. Indonesian comes with the chapters; any other is loaded first. */
export class Language {
  readonly #loaded: () => void;
  #name = '';
  #strings: Strings | undefined;
  #last: Strings | undefined;
  #isMissing = false;

  /** `loaded` is called when other words than the last ones can be had. */
  constructor(loaded: () => void) {
    this.#loaded = loaded;
  }

  /**
   * The last language while another is on its way; undefined while the first one is. Indonesian stands in for a
   * language that cannot be loaded.
   */
  strings(...wishes: Parameters<typeof chooseLanguage>): Strings | undefined {
    const name = chooseLanguage(...wishes);
    if (name !== this.#name) this.#load(name);
    this.#last = (name === 'id' || this.#isMissing ? indonesian() : this.#strings) ?? this.#last;
    return this.#last;
  }

  /** The network is back. */
  again(): void {
    if (this.#isMissing) this.#load(this.#name);
  }

  #load(name: string): void {
    this.#name = name;
    languages[name]
      ?.load()
      .then((strings) => {
        if (name !== this.#name) return;
        this.#strings = strings;
        this.#isMissing = false;
      })
      .catch(() => {
        this.#isMissing = name === this.#name;
      })
      .finally(this.#loaded);
  }
}
