import { css } from './css.ts';

export const list = css`
  .booth {
    display: grid;
    grid-template-columns: minmax(10rem, 1fr) 2fr;
    gap: 1rem;
    align-items: center;
    padding: 1rem;
    border: 1px solid var(--line);
    border-radius: var(--corner);
    background: var(--raised);
  }
  .booth .now {
    text-align: center;
    color: var(--accent);
  }
  .booth .now .large {
    font-size: clamp(2.75rem, 6vw, 4.5rem);
  }
  .booth .acts {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .booth .primary {
    flex: 1 1 100%;
    min-height: 3.5rem;
    font-size: 1.125rem;
  }
  .booth .quiet {
    background: none;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-height: 2.75rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--edge);
    border-radius: 2em;
    background: var(--bg);
    font-size: 0.9375rem;
  }
  .chip:hover {
    background: var(--soft);
  }
  .chip[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on);
  }
  .chip b {
    font-variant-numeric: tabular-nums;
  }
  .hour {
    margin-inline: -0.75rem;
    padding-inline: 0.75rem;
    content-visibility: auto;
    contain-intrinsic-size: auto 20rem;
  }
  .hour h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1rem;
    padding: 0.5rem 0;
    border-bottom: 2px solid var(--line);
    font-variant-numeric: tabular-nums;
  }
  .person {
    display: grid;
    grid-template-columns: minmax(6.25rem, auto) minmax(8.5rem, 1fr) minmax(6rem, 0.75fr) 15.75rem;
    gap: 0.25rem 0.75rem;
    align-items: center;
    min-height: 3.5rem;
    padding-block: 0.375rem;
    border-bottom: 1px solid var(--line);
  }
  .code {
    font-size: 1.1875rem;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .stage {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    line-height: 1.25;
  }
  .person small {
    display: block;
  }
  .waiting .stage,
  .called .stage {
    font-weight: 600;
    color: var(--accent);
  }
  .served .stage {
    color: var(--good);
  }
  .missed .stage {
    color: var(--warn);
  }
  .due .stage,
  .what {
    color: var(--muted);
  }
  .person.called {
    margin-inline: -0.75rem;
    padding-inline: 0.75rem;
    background: var(--soft);
  }
  .person .acts {
    display: flex;
    gap: 0.25rem;
    justify-content: end;
  }
  .person .button {
    white-space: nowrap;
  }
  @container (width < 40rem) {
    .booth {
      grid-template-columns: 1fr;
    }
    .person {
      grid-template-columns: auto 1fr;
    }
    .what {
      display: none;
    }
    .person .acts {
      grid-column: 1 / -1;
      justify-content: start;
    }
    .person .quiet {
      padding-inline: 0.5rem;
    }
  }
`;
