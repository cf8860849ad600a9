import { css } from './css.ts';

/** What stands inside is as round as the whole, and less so. */
export const controls = css`
  .antrean {
    --corner: calc(var(--antrean-radius, 12px) * 2 / 3);
  }
  button,
  input {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: 3em;
    padding: 0.5em 1.25em;
    border: 2px solid var(--accent);
    border-radius: var(--corner);
    font-weight: 600;
    line-height: 1.25;
    background: none;
    color: var(--accent);
  }
  .wide {
    width: 100%;
  }
  .button:hover {
    background: var(--soft);
  }
  .button.primary {
    background: var(--accent);
    color: var(--on);
  }
  .button.primary:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--text));
  }
  [aria-disabled='true'] {
    cursor: default;
  }
  .link {
    min-width: 2.75em;
    min-height: 2.75em;
    padding: 0.25em 0;
    border: 0;
    background: none;
    color: var(--accent);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 0.25em;
    margin-block: -0.5em 0;
  }
  .back + * {
    margin-top: 0.25em;
  }
  label,
  legend,
  .label {
    font-weight: 600;
  }
  .field > * + * {
    margin-top: 0.25em;
  }
  .choices {
    display: grid;
    gap: 0.625em;
    margin-top: 0.625em;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-height: 3em;
    padding: 0.625em 0.875em;
    border: 2px solid var(--line);
    border-radius: var(--corner);
    font-weight: 600;
    cursor: pointer;
  }
  .choice small {
    display: block;
    font-weight: 400;
    color: var(--muted);
  }
  .choice:has(:checked) {
    border-color: var(--accent);
    background: var(--soft);
  }
  .choice input {
    flex: none;
    width: 1.5em;
    height: 1.5em;
    margin: 0;
    accent-color: var(--accent);
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .choice input:focus-visible {
    outline: none;
  }
  .stepper {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 1em;
    margin-top: 0.625em;
  }
  output {
    min-width: 5em;
    text-align: center;
    font-size: 1.125em;
    font-weight: 700;
  }
  .turn {
    display: grid;
    place-items: center;
    width: 3em;
    height: 3em;
    flex: none;
    border: 2px solid var(--edge);
    border-radius: var(--corner);
    background: var(--bg);
    color: var(--accent);
  }
  .turn:hover {
    background: var(--soft);
  }
  .turn[aria-disabled='true'] {
    border-style: dashed;
    color: var(--muted);
    background: none;
  }
  @container (width > 32em) {
    .choices {
      grid-template-columns: 1fr 1fr;
    }
  }
  @media (forced-colors: active) {
    .bar i {
      border: 1px solid CanvasText;
    }
    .bar .done {
      forced-color-adjust: none;
      background: Highlight;
    }
    .choice:has(:checked) {
      border-width: 4px;
    }
  }
`;
