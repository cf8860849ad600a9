import { css } from './css.ts';

export const times = css`
  .summary-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 1em;
    color: var(--muted);
  }
  .row > .take {
    font-size: 1em;
    text-decoration: underline;
    text-underline-offset: 0.15em;
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
  .notice + .step {
    margin-top: 1.25em;
  }
`;
