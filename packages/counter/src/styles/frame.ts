import { css } from './css.ts';

export const frame = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1.5rem;
    padding: 0.625rem clamp(0.75rem, 2vw, 1.5rem);
    border-top: 4px solid var(--accent);
    border-bottom: 1px solid var(--line);
    background: var(--bg);
  }
  .where h1 {
    color: var(--accent);
  }
  .where p {
    color: var(--muted);
    font-size: 0.9375rem;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin-inline: -0.625rem;
  }
  .desk {
    display: grid;
    gap: 1rem;
    max-width: 96rem;
    margin: 0 auto;
    padding: 0.75rem clamp(0.75rem, 2vw, 1.5rem) 2.5rem;
  }
  .desk > * {
    min-width: 0;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.25rem;
    color: var(--muted);
    font-size: 0.9375rem;
  }
  .status p {
    display: flex;
    align-items: center;
    gap: 0.375rem;
  }
  .status .tool {
    margin-inline: -0.625rem;
  }
  .status .good {
    color: var(--good);
    font-weight: 600;
  }
  .status .caution {
    padding: 0.125rem 0.625rem;
    border: 1px solid var(--warn);
    border-radius: 2em;
    background: var(--warn-soft);
    color: var(--warn);
    font-weight: 600;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    padding: 0.25rem;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--bg);
  }
  .tabs button {
    flex: 1 1 auto;
    min-height: 2.75rem;
    padding: 0.375rem 0.875rem;
    border: 2px solid transparent;
    border-radius: var(--corner);
    background: none;
    color: var(--accent);
    font-weight: 600;
  }
  .tabs button:not([aria-current]):hover {
    background: var(--soft);
  }
  .tabs [aria-current] {
    background: var(--accent);
    color: var(--on);
  }
  .pane {
    container-type: inline-size;
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--bg);
  }
  .aside {
    display: grid;
    gap: 1rem;
    align-content: start;
    min-width: 0;
  }
  .clashes h2 {
    font-size: 1.0625rem;
  }
  .clashes li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding-top: 0.625rem;
  }
  .clashes p {
    flex: 1 1 16rem;
  }
  .clashes small {
    white-space: nowrap;
  }
  dialog {
    width: min(30rem, calc(100vw - 2rem));
    padding: 1.5rem;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--bg);
    color: var(--text);
  }
  dialog::backdrop {
    background: rgb(6 20 30 / 60%);
  }
  dialog .wide + .wide {
    margin-top: 0.5rem;
  }
  .gate {
    max-width: 34rem;
    margin: 0 auto;
    padding: clamp(1.5rem, 8vh, 5rem) 1.25rem;
  }
  .gate h1 {
    font-size: 1.75rem;
    color: var(--accent);
  }
  .gate .tool {
    margin-inline: -0.625rem;
  }
  @media (width < 30rem) {
    .pane {
      padding: 1rem;
    }
  }
  @media (width >= 70rem) {
    .panes {
      display: grid;
      grid-template-columns: minmax(26rem, 5fr) minmax(0, 7fr);
      gap: 1.25rem;
      align-items: start;
    }
    .scan {
      position: sticky;
      top: 1rem;
      max-height: calc(100vh - 2rem);
      overflow: auto;
    }
  }
`;
