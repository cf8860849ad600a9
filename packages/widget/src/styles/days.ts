import { css } from './css.ts';

/** The list of days. */
export const days = css`
  h4 {
    margin: 0;
  }
  .days > section {
    padding-top: 1em;
    border-top: 1px solid var(--line);
  }
  .days section > * + * {
    margin-top: 0.5em;
  }
  .days .rows {
    grid-template-columns: repeat(auto-fill, minmax(7.25em, 1fr));
    gap: 0.5em;
  }
  .days .row {
    column-gap: 0;
    padding: 0.5em 0.625em;
  }
  .days .row > span {
    font-size: 0.875em;
  }
  .days .take {
    display: none;
  }
`;
