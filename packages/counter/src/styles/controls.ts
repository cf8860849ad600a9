import { css } from './css.ts';

export const controls = css`
  button,
  select,
  input {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
  }
  .button,
  .tool {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-width: 2.75rem;
    min-height: 2.75rem;
    padding: 0.375rem 1rem;
    border: 2px solid var(--accent);
    border-radius: var(--corner);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    background: var(--bg);
    color: var(--accent);
  }
  .button:hover,
  .tool:hover {
    background: var(--soft);
  }
  .button.primary {
    background: var(--accent);
    color: var(--on);
  }
  .button.primary:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--text));
  }
  .button.quiet {
    border-color: transparent;
    background: none;
  }
  .button.danger {
    border-color: var(--bad);
    color: var(--bad);
  }
  .button[aria-pressed='true'] {
    background: var(--soft);
  }
  .button[aria-disabled='true'],
  .button.primary[aria-disabled='true'] {
    border: 2px dashed var(--edge);
    background: none;
    color: var(--muted);
    cursor: default;
  }
  .tool {
    border-color: transparent;
    padding-inline: 0.625rem;
    background: none;
  }
  .wide {
    width: 100%;
  }
  .tall {
    min-height: 4rem;
    font-size: 1.25rem;
  }
  .link {
    min-height: 2.75rem;
    padding: 0.25rem 0;
    border: 0;
    background: none;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  label,
  legend,
  .label {
    font-weight: 600;
  }
  .ask > * + * {
    margin-top: 0.375rem;
  }
  .line {
    display: flex;
    gap: 0.5rem;
  }
  .line .button {
    flex: none;
  }
  select,
  input:where(:not([type='radio'], [type='checkbox'], [type='file'])) {
    display: block;
    width: 100%;
    min-width: 0;
    min-height: 3rem;
    padding: 0.5rem 0.75rem;
    border: 2px solid var(--edge);
    border-radius: var(--corner);
    background: var(--bg);
  }
  select:focus-visible,
  input:focus-visible {
    outline-offset: 0;
  }
  .faulty input {
    border-color: var(--bad);
  }
  .fault {
    display: flex;
    gap: 0.5rem;
    font-weight: 600;
    color: var(--bad);
  }
  .choices {
    display: grid;
    gap: 0.5rem;
  }
  .choices legend {
    margin-bottom: 0.5rem;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    min-height: 3rem;
    padding: 0.5rem 0.875rem;
    border: 2px solid var(--line);
    border-radius: var(--corner);
    font-weight: 600;
    background: var(--bg);
    cursor: pointer;
  }
  .choice > span {
    flex: 1;
  }
  .choice small {
    display: block;
  }
  .choice:has(:checked) {
    border-color: var(--accent);
    background: var(--soft);
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .choice input {
    flex: none;
    width: 1.5rem;
    height: 1.5rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .choice input:focus-visible {
    outline: none;
  }
  .choice .seen {
    display: flex;
    flex: none;
    gap: 0.375rem;
    color: var(--good);
  }
  .file {
    position: relative;
    overflow: hidden;
    cursor: pointer;
  }
  .file input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  .file:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    .choice:has(:checked),
    [aria-pressed='true'],
    [aria-current] {
      border-width: 4px;
    }
  }
`;
