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
  /* Cells touch, so that a finger finds no gap; what is painted keeps 1 px from each edge, and from the text's column none. */
  table {
    width: calc(100% + 2px);
    margin-inline: -1px;
    table-layout: fixed;
    border-collapse: collapse;
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
    background: none padding-box;
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
    box-shadow: inset 0 0 0 1px;
    background-color: var(--soft);
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
    text-underline-offset: 0.125em;
  }
  .day:hover {
    box-shadow: inset 0 0 0 1px var(--edge);
  }
  .day:focus-visible {
    outline-offset: 0;
  }
  [aria-selected='true'] > .day {
    background-color: var(--raised);
    box-shadow: inset 0 0 0 2px var(--accent);
  }
  [aria-selected='true'] > .free {
    background-color: var(--accent);
    color: var(--on);
  }
  /* Seven targets of 44 px take the frame's own edges too, where it has no more. */
  @container (width < 308px) {
    table {
      position: relative;
      left: 50%;
      width: min(308px, 100% + 2em + 2px);
      margin: 0;
      translate: -50%;
    }
  }
  @container (width < 24em) {
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
