/** What can be wrong with a host page, as plain data; `words.ts` says each in a sentence. */
export type Finding =
  /** The page's policy refused something of ours; `line` is the directive as it has to be. */
  | { readonly kind: 'policy'; readonly line: string }
  /** Someone else made lit's policy first; `line` lets both make it. */
  | { readonly kind: 'policy-taken'; readonly line: string }
  | { readonly kind: 'mixed-content'; readonly url: string }
  | { readonly kind: 'origin-not-listed'; readonly origin: string }
  | { readonly kind: 'unreachable'; readonly api: string }
  | { readonly kind: 'script-twice'; readonly count: number }
  | { readonly kind: 'two-builds'; readonly urls: readonly string[] }
  | { readonly kind: 'old-version'; readonly script: string }
  | {
      readonly kind: 'contrast';
      readonly colours: readonly [string, string];
      readonly ratio: number;
      /** Where the host gave a colour for light and one for dark: which of the two it is. */
      readonly scheme?: 'light' | 'dark';
    }
  /** A preload line of which the browser makes no use; `line` is the one that it does. */
  | { readonly kind: 'preload'; readonly line: string }
  /** The tag's own attribute says what nobody understands. */
  | { readonly kind: 'attribute'; readonly name: string; readonly value: string; readonly takes: string }
  | { readonly kind: 'office-unknown'; readonly office: string }
  | { readonly kind: 'no-tag' }
  | { readonly kind: 'not-started' }
  | { readonly kind: 'no-link'; readonly href: string }
  | { readonly kind: 'no-height'; readonly rule: string };
