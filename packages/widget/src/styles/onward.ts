import { css } from './css.ts';

/** What several of the later steps show, and the first ones only after a fault. */
export const onward = css`
  .antrean {
    --good: #0d6640;
    --good-soft: #e6f4ec;
  }
  @supports (color: light-dark(#000, #fff)) {
    .antrean {
      --good: light-dark(#0d6640, #83d8ab);
      --good-soft: light-dark(#e6f4ec, #123122);
    }
  }
  h3 {
    font-size: 1.125em;
    line-height: 1.3;
  }
  h3:focus {
    outline: none;
  }
  [data-asking] {
    border-radius: var(--corner);
  }
  section > * + * {
    margin-top: 1em;
  }
  .button .spinner {
    margin: 0;
  }
  .actions,
  .stack {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  .faulty {
    padding-inline-start: 0.875em;
    border-inline-start: 5px solid var(--bad);
  }
  .error {
    font-weight: 600;
  }
  p.error {
    color: var(--bad);
  }
  @container (width < 28em) {
    .actions > .button {
      width: 100%;
    }
  }
  .summary li + li {
    margin-top: 0.25em;
  }
  .summary a {
    display: inline-block;
    padding-block: 0.625em;
    color: var(--bad);
    font-weight: 600;
  }
  .summary h3 {
    color: var(--bad);
  }
  .row > .take {
    grid-column: 2;
    grid-row: 1 / span 2;
    color: var(--accent);
    font-weight: 600;
  }
  section + .foot {
    border-top: 0;
    padding-top: 0;
  }
`;
