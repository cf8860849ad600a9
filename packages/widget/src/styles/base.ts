import { css } from './css.ts';

export const base = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul {
    list-style: none;
  }
  /* What takes the focus stands below the bar of the hold, also when tabbing backwards. */
  .step * {
    scroll-margin-top: 5em;
  }
  /* So that the way back is in sight too. */
  .step h2 {
    scroll-margin-top: 6.75em;
  }
  h2 {
    font-size: 1.625em;
    line-height: 1.2;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  a {
    /* Within a sentence too 24 px tall for a finger; the lines stay where they are. */
    padding-block: 0.25em;
    color: var(--accent);
    text-underline-offset: 0.15em;
  }
  small {
    font-size: 0.875em;
  }
  .flow > * + *,
  form > * + * {
    margin-top: 1em;
  }
  .flow > form > * + * {
    margin-top: 1.5em;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  h2:focus {
    outline: none;
  }
  [data-attempt] {
    border-radius: var(--corner);
  }
  .title {
    font-weight: 700;
    color: var(--accent);
    margin-bottom: 1em;
  }
  .flow > .bar {
    display: flex;
    gap: 0.375em;
    margin-top: 0.5em;
  }
  .bar i {
    flex: 1;
    height: 0.3125em;
    border-radius: 1em;
    background: var(--line);
  }
  .bar .done {
    background: var(--accent);
  }
  .progress,
  .help,
  .count {
    color: var(--muted);
    font-size: 0.9375em;
  }
  .icon {
    width: 1.375em;
    height: 1.375em;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .spinner {
    display: inline-block;
    width: 1.125em;
    height: 1.125em;
    margin-inline-end: 0.5em;
    vertical-align: -0.15em;
    border: 3px solid currentcolor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 6s;
    }
  }
  .waiting {
    padding-block: 2em;
    color: var(--muted);
  }
  .slow {
    position: sticky;
    bottom: 0.5em;
    z-index: 1;
  }
  .slow > * {
    margin-top: 1em;
  }
`;
