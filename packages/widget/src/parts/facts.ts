import { html, type TemplateResult } from 'lit/html.js';

/** Names and values, one under the other on a phone and side by side where there is room. */
export const facts = (rows: readonly (readonly [name: string, value: unknown])[]): TemplateResult => html`
  <dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
