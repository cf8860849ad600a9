import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FlowEvent } from '../flow-state.ts';
import type { View } from '../view.ts';

/** A button that says one thing to the flow. */
export const button = (view: View, label: unknown, event: FlowEvent, kind = 'quiet'): TemplateResult => html`
  <button type="button" class="button ${kind}" aria-disabled=${view.state.pending ? 'true' : nothing}
    @click=${() => view.send(event)}>${label}</button>`;

/** The same within the text. */
export const link = (view: View, label: unknown, event: FlowEvent): TemplateResult =>
  html`<button type="button" class="link" @click=${() => view.send(event)}>${label}</button>`;

/** Words that say what is waited for. */
export const waiting = (words: unknown): TemplateResult =>
  html`<span class="spinner" aria-hidden="true"></span>${words}`;

export const submit = (view: View, label: string, busyLabel: string, busy: boolean): TemplateResult => html`
  <button type="submit" class="button primary wide" aria-disabled=${view.state.pending ? 'true' : nothing}>
    ${busy ? waiting(busyLabel) : label}
  </button>`;
