import { css } from './css.ts';

/** The choice among several offices. */
export const choosing = css`
  .near {
    display: grid;
    gap: 0.375em;
    justify-items: start;
  }
`;
