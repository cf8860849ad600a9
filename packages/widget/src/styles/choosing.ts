import { css } from './css.ts';

/** The choice among several offices, which stands without the styles of the forms. */
export const choosing = css`
  [type='search'] {
    display: block;
    width: 100%;
    min-height: 3em;
    margin-top: 0.5em;
    padding: 0.5em 0.75em;
    border: 2px solid var(--edge);
    border-radius: var(--corner);
    background: var(--bg);
  }
  [type='search']:focus-visible {
    outline-offset: 0;
  }
  .near {
    display: grid;
    gap: 0.375em;
    justify-items: start;
  }
`;
