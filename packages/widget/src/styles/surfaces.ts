import { css } from 'lit';

export const surfaces = css`
  .notice {
    display: flex;
    gap: 0.75em;
    padding: 1em;
    border-radius: 8px;
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
  .notice .button.danger {
    background: var(--bad);
  }
  .good {
    background: var(--good-soft);
    border-color: var(--good);
  }
  .good > .icon {
    color: var(--good);
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
  .notice.error > .icon,
  .summary h3 {
    color: var(--bad);
  }
  .summary li + li {
    margin-top: 0.25em;
  }
  .summary a {
    display: inline-block;
    padding-block: 0.375em;
    color: var(--bad);
    font-weight: 600;
  }
  .where {
    display: flex;
    gap: 0.625em;
  }
  .where .icon {
    color: var(--accent);
    margin-top: 0.125em;
  }
  .summary-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 1em;
    color: var(--muted);
  }
  .near {
    display: grid;
    gap: 0.375em;
    justify-items: start;
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
    border-radius: 8px;
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
  .row > .icon,
  .row > .take {
    grid-column: 2;
    grid-row: 1 / span 2;
    color: var(--accent);
    font-weight: 600;
  }
  .row > .take {
    font-size: 1em;
    text-decoration: underline;
    text-underline-offset: 0.15em;
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
  .earliest {
    padding: 1.5em;
    border: 2px solid var(--accent);
    border-radius: 12px;
    background: var(--soft);
  }
  .earliest > * + * {
    margin-top: 0.125em;
  }
  .earliest h3 {
    color: var(--accent);
    font-size: 1em;
  }
  .big {
    font-size: 1.625em;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  .hour {
    font-size: 1.25em;
    font-weight: 600;
  }
  .earliest .button {
    margin-top: 1.125em;
    min-height: 3.25em;
  }
  .hold {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
    margin: 0 -0.5em 1.25em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--good);
    border-radius: 8px;
    background: var(--good-soft);
    font-size: 0.9375em;
    line-height: 1.35;
  }
  .hold > .icon {
    align-self: start;
    color: var(--good);
  }
  .hold > p {
    flex: 1 1 8em;
    font-size: 0.9375em;
  }
  .hold strong {
    font-size: 1.0625em;
    font-variant-numeric: tabular-nums;
  }
  .hold.scarce {
    border-color: var(--warn);
    border-width: 2px;
    background: var(--warn-soft);
  }
  .hold.scarce > .icon {
    color: var(--warn);
  }
  .hold .button {
    min-height: 2.75em;
    padding: 0.25em 0.75em;
    background: var(--bg);
  }
  .person,
  section.facts {
    padding: 1.25em;
    border: 1px solid var(--line);
    border-radius: 12px;
  }
  .person > * + * {
    margin-top: 1.25em;
  }
  .person-head,
  .facts-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    column-gap: 1em;
  }
  .facts > * + * {
    margin-top: 0.5em;
  }
  dl > div {
    padding-block: 0.5em;
    border-top: 1px solid var(--line);
  }
  dl > div:first-child {
    border-top: 0;
  }
  dt {
    color: var(--muted);
    font-size: 0.9375em;
  }
  .digits {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
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
    padding-bottom: 1em;
  }
  .list {
    display: grid;
    gap: 0.375em;
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .foot {
    padding-top: 0.75em;
    border-top: 1px solid var(--line);
  }
  details + .foot,
  section + .foot {
    border-top: 0;
    padding-top: 0;
  }
  @container (width < 24em) {
    .hold > .icon {
      display: none;
    }
  }
  @container (width > 32em) {
    dl > div {
      display: grid;
      grid-template-columns: 11em 1fr;
      gap: 1em;
    }
  }
`;
