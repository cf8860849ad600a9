import { css } from './css.ts';

export const base = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  pre,
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
  h1,
  h2,
  h3 {
    line-height: 1.2;
    text-wrap: balance;
  }
  h1 {
    font-size: 1.25rem;
  }
  h2 {
    font-size: 1.375rem;
    letter-spacing: -0.01em;
  }
  h3 {
    font-size: 1.0625rem;
  }
  small {
    font-size: 0.875rem;
    font-weight: 400;
    color: var(--muted);
  }
  .flow > * + * {
    margin-top: 1rem;
  }
  .flow > .unseen + * {
    margin-top: 0;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .help {
    color: var(--muted);
    font-size: 0.9375rem;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
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
  .notice {
    display: flex;
    gap: 0.75rem;
    padding: 0.875rem 1rem;
    border: 1px solid var(--accent);
    border-inline-start-width: 6px;
    border-radius: var(--corner);
    background: color-mix(in srgb, var(--accent) 10%, var(--bg));
  }
  .notice > .icon {
    color: var(--accent);
  }
  .notice > div {
    flex: 1;
    min-width: 0;
  }
  .notice .flow > * + * {
    margin-top: 0.5rem;
  }
  .notice.wait {
    border-color: var(--warn);
    background: var(--warn-soft);
  }
  .notice.wait > .icon {
    color: var(--warn);
  }
  .notice.no {
    border-color: var(--bad);
    background: var(--bad-soft);
  }
  .notice.no > .icon {
    color: var(--bad);
  }
  pre {
    padding: 0.75rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--corner);
    background: var(--raised);
    white-space: pre-wrap;
  }
  code {
    font: 0.9375em/1.5 ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace;
  }
`;
