import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { View } from '../view.ts';

export interface SummaryItem {
  readonly id: string;
  readonly text: string;
}

/** Brings the label into view before the field takes focus: an input alone at the top of a screen says nothing. */
const goTo = (event: Event, id: string) => {
  event.preventDefault();
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  const field = root.getElementById(id);
  (field?.closest('.field') ?? field)?.scrollIntoView({ block: 'start' });
  field?.focus({ preventScroll: true });
};

/** Said once, when it comes: a list that grows shorter with each field that is put right is not read out anew. */
export const errorSummary = (view: View, items: readonly SummaryItem[]): TemplateResult | typeof nothing =>
  items.length === 0
    ? nothing
    : html`
      <div class="notice error summary" tabindex="-1" data-attempt>
        <div role="alert" aria-atomic="false" aria-relevant="additions" class="flow">
          <h3>${view.t.common.errorTitle}</h3>
          <ul>
            ${items.map(
              ({ id, text }) => html`<li><a href="#${id}" @click=${(event: Event) => goTo(event, id)}>${text}</a></li>`,
            )}
          </ul>
        </div>
      </div>`;
