import { css } from './css.ts';

export const verdict = css`
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .ways .button {
    flex: 1 1 auto;
  }
  #scan {
    min-height: 3.5rem;
    font-size: 1.25rem;
  }
  .eye {
    position: relative;
    overflow: hidden;
    border-radius: var(--corner);
    background: #000;
    color: #fff;
  }
  .eye video {
    display: block;
    width: 100%;
    aspect-ratio: 4 / 3;
    object-fit: cover;
  }
  .eye p {
    position: absolute;
    inset: auto 0 0;
    padding: 0.5rem 1rem;
    background: rgb(0 0 0 / 70%);
  }
  .verdict {
    display: grid;
    gap: 0.5rem;
    padding: 1.25rem;
    border-radius: 12px;
    font-size: 1.125rem;
    text-align: center;
    justify-items: center;
    overflow-wrap: normal;
  }
  .verdict.ready {
    padding-block: 2.5rem;
    border: 2px dashed var(--edge);
    color: var(--muted);
  }
  .ready .icon {
    width: 3rem;
    height: 3rem;
    stroke-width: 1.5;
  }
  .ready strong {
    font-size: 1.375rem;
    color: var(--text);
  }
  .verdict.yes {
    background: var(--good);
    color: var(--good-on);
  }
  .verdict.wait {
    background: var(--warn);
    color: var(--warn-on);
  }
  .verdict.no {
    background: var(--bad);
    color: var(--bad-on);
  }
  .said {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.25rem 0.75rem;
    font-size: clamp(1.75rem, 8cqi, 2.75rem);
    line-height: 1.1;
  }
  .said .icon {
    width: 1.5em;
    height: 1.5em;
    stroke-width: 1.75;
  }
  .large {
    font-size: clamp(3rem, 17cqi, 6rem);
    font-weight: 800;
    line-height: 1.05;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .large.fuller {
    font-size: clamp(2rem, 11.5cqi, 5rem);
  }
  .large.long {
    white-space: normal;
    font-size: clamp(1.75rem, 8cqi, 2.75rem);
    letter-spacing: 0;
  }
  .codes {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.125em 0.75rem;
  }
  .many .large:not(.long) {
    font-size: clamp(2rem, 9cqi, 4rem);
  }
  .next {
    font-size: 1.25rem;
    line-height: 1.35;
    text-wrap: balance;
  }
  @media (forced-colors: active) {
    .verdict {
      border: 4px solid CanvasText;
    }
  }
`;
