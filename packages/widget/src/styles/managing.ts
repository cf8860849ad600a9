import { css } from './css.ts';

export const managing = css`
  .button.danger {
    border-color: var(--bad);
    background-color: var(--bad);
    color: var(--bg);
  }
  .button.danger-quiet {
    border-color: var(--bad);
    color: var(--bad);
  }
  .button.danger-quiet:hover {
    background: var(--bad-soft);
  }
  .link.danger {
    color: var(--bad);
  }
  .stack {
    flex-direction: column;
    margin-top: 1.5em;
  }
  .notice .button.danger {
    background-color: var(--bad);
  }
`;
