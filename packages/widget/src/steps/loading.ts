import { html, type TemplateResult } from 'lit/html.js';
import { waiting } from '../parts/button.ts';
import { said } from '../parts/said.ts';
import type { View } from '../view.ts';

/** While nothing is known. When it stays so, the link inside the tag shows: it leads to a page that needs no script. */
export const loading = (view: View): TemplateResult =>
  view.state.fault
    ? html`<h2 tabindex="-1">${view.t.common.loadFailed}</h2>${said(view)}<p class="fallback"><slot></slot></p>`
    : html`<p class="waiting">${waiting(view.t.common.loading)}</p>`;
