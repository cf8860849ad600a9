import { css } from './css.ts';

export const surfaces = css`
  .notice {
    display: flex;
    gap: 0.75em;
    padding: 1em;
    border-radius: var(--corner);
    border: 1px solid;
    border-inline-start-width: 6px;
    background: var(--soft);
    border-color: var(--accent);
  }
  .notice > .icon {
    margin-top: 0.0625em;
    color: var(--accent);
  }
  .notice > div {
    flex: 1;
    min-width: 0;
  }
  .notice .flow > * + * {
    margin-top: 0.5em;
  }
  .notice .button {
    background: var(--bg);
  }
  .warning {
    background: var(--warn-soft);
    border-color: var(--warn);
  }
  .warning > .icon {
    color: var(--warn);
  }
  .notice.error {
    background: var(--bad-soft);
    border-color: var(--bad);
    font-weight: 400;
  }
  .notice.error > .icon {
    color: var(--bad);
  }
  .where {
    display: flex;
    gap: 0.625em;
  }
  .where .icon {
    color: var(--accent);
    margin-top: 0.125em;
  }
  .rows {
    display: grid;
    gap: 0.625em;
  }
  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    column-gap: 1em;
    width: 100%;
    min-height: 3.5em;
    padding: 0.625em 1em;
    border: 1px solid var(--edge);
    border-radius: var(--corner);
    background: var(--bg);
    text-align: start;
  }
  .row > * {
    grid-column: 1;
  }
  .row > span {
    color: var(--muted);
    font-size: 0.9375em;
  }
  .row > .icon {
    grid-column: 2;
    grid-row: 1 / span 2;
    color: var(--accent);
    font-weight: 600;
  }
  .row:hover {
    background: var(--soft);
    border-color: var(--accent);
  }
  .row[aria-disabled='true'] {
    background: var(--raised);
    border: 1px dashed var(--edge);
    color: var(--muted);
  }
  details {
    border-block: 1px solid var(--line);
  }
  summary {
    min-height: 2.75em;
    padding-block: 0.625em;
    font-weight: 600;
    color: var(--accent);
    cursor: pointer;
  }
  details > :last-child {
    padding-block: 0.25em 1em;
  }
  .foot {
    padding-top: 0.75em;
    border-top: 1px solid var(--line);
  }
  details + .foot {
    padding: 0;
    border: 0;
  }
`;
