import { css } from './css.ts';

export const times = css`
  .summary-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 1em;
    color: var(--muted);
    text-wrap: balance;
  }
  .row > .take {
    font-size: 1em;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .earliest {
    padding: 1.5em;
    border: 2px solid var(--accent);
    border-radius: var(--antrean-radius, 12px);
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
    padding-inline: 0.5em;
    min-height: 3.25em;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25em 1em;
  }
  .ways > div {
    display: flex;
    padding: 2px;
    border: 2px solid var(--accent);
    border-radius: var(--corner);
  }
  .ways .button {
    min-height: 2.75em;
    padding-block: 0;
    border-color: transparent;
    border-radius: calc(var(--corner) / 2);
  }
  .ways [aria-pressed='true'] {
    background: var(--accent);
    color: var(--on);
  }
  /* Within the border, so that nothing around it moves: a line that runs along the foot of what was pressed. */
  .button.busy,
  .row.busy {
    background-image: linear-gradient(currentcolor, currentcolor);
    background-repeat: no-repeat;
    background-position: 0 100%;
    background-size: 30% 3px;
    animation: run 1s infinite alternate;
  }
  @keyframes run {
    to {
      background-position: 100% 100%;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .busy {
      animation-duration: 6s;
    }
  }
  @media (forced-colors: active) {
    .ways [aria-pressed='true'] {
      outline: 3px solid Highlight;
    }
  }
  .notice + .step {
    margin-top: 1.25em;
  }
`;
