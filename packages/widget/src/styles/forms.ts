import { css } from './css.ts';

export const forms = css`
  .field > :is(input, select),
  .date {
    margin-top: 0.5em;
  }
  select,
  input:where(:not(.choice *)) {
    display: block;
    width: 100%;
    min-height: 3em;
    padding: 0.5em 0.75em;
    border: 2px solid var(--edge);
    border-radius: var(--corner);
    font: inherit;
    color: inherit;
    background: var(--bg);
  }
  :is(input, select):focus-visible {
    outline-offset: 0;
  }
  .caution {
    display: block;
    font-weight: 600;
    color: var(--warn);
  }
  .faulty input,
  .faulty select {
    border-color: var(--bad);
  }
  .short {
    max-width: 7em;
  }
  .date {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .date label {
    display: block;
    font-weight: 400;
    font-size: 0.9375em;
  }
  .date input {
    width: 3.5em;
  }
  .date .year {
    width: 5em;
  }
  .good {
    background: var(--good-soft);
    border-color: var(--good);
  }
  .good > .icon {
    color: var(--good);
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
    border-radius: var(--corner);
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
    min-height: 3em;
    padding: 0.25em 0.75em;
    background-color: var(--bg);
  }
  .person,
  section.facts {
    padding: 1.25em 1em;
    border: 1px solid var(--line);
    border-radius: var(--antrean-radius, 12px);
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
  /* A line of text tall, whatever its target. */
  .person-head > .link,
  .facts-head > .link {
    margin-block: -0.625em;
  }
  dl > div {
    padding-block: 0.5em;
  }
  dl > div + div {
    border-top: 1px solid var(--line);
  }
  .facts dl > :first-child {
    padding-top: 0;
  }
  .facts dl > :last-child {
    padding-bottom: 0;
  }
  dt {
    color: var(--muted);
    font-size: 0.9375em;
  }
  .digits {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .list {
    display: grid;
    gap: 0.375em;
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  @container (width < 24em) {
    .hold {
      padding-inline: 0.5em;
    }
    .hold > .icon {
      display: none;
    }
  }
  @container (width < 20em) {
    .hold {
      column-gap: 0.5em;
    }
    .hold > .extend {
      width: min-content;
      padding-inline: 0.5em;
      overflow-wrap: normal;
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
