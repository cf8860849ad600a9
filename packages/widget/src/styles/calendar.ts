import { css } from './css.ts';

export const calendar = css`
  .calendar > * + * {
    margin-top: 0.5em;
  }
  .month {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  /* The gap around the outer cells would stand in the column of text. */
  table {
    width: calc(100% + 4px);
    margin-inline: -2px;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 2px;
  }
  th {
    padding: 0.25em 0;
    font-size: 0.875em;
    font-weight: 600;
    color: var(--muted);
  }
  td {
    padding: 0;
    text-align: center;
  }
  .blank {
    color: var(--muted);
  }
  .day {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    width: 100%;
    min-height: 3.25em;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--corner);
    background: none;
    line-height: 1.15;
    color: var(--muted);
  }
  .day > b {
    font-size: 1.0625em;
    font-weight: 400;
  }
  .day > small {
    font-size: 0.75em;
  }
  .day.free {
    border-color: var(--accent);
    background: var(--soft);
    color: var(--accent);
  }
  .day.free > b {
    font-weight: 700;
  }
  .day.full > b {
    text-decoration: line-through;
  }
  .day[aria-current] > b {
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  .day:hover {
    border-color: var(--edge);
  }
  .day:focus-visible {
    outline-offset: 0;
  }
  [aria-selected='true'] > .day {
    border-color: var(--accent);
    background: var(--raised);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  [aria-selected='true'] > .free {
    background: var(--accent);
    color: var(--on);
  }
  @container (width < 24em) {
    table {
      width: calc(100% + 2px);
      margin-inline: -1px;
      border-spacing: 1px;
    }
    .day > small {
      font-size: 0.6875em;
    }
  }
  @media (forced-colors: active) {
    [aria-selected='true'] > .day {
      outline: 3px solid Highlight;
    }
  }
`;
