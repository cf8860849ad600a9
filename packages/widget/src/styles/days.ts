import { css } from './css.ts';

/** The list of days. */
export const days = css`
  h4 {
    margin: 0;
  }
  .days > * {
    border: solid var(--line);
    border-width: 1px 0 0;
  }
  .days summary,
  .days > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
    padding-block: 0.75em;
  }
  .days h4 {
    flex: 1 0 auto;
  }
  .days .help {
    font-weight: 400;
  }
  [open] > summary > .icon {
    rotate: 90deg;
  }
  [open] > .rows {
    margin-top: 0.5em;
  }
`;
