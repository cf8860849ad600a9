import { html, type TemplateResult } from 'lit/html.js';
import { link } from '../parts/button.ts';
import type { View } from '../view.ts';

/** At the foot of the first steps: the way back to a booking made before, and the word against touts. */
export const manageLink = (view: View): TemplateResult => html`
  <div class="foot">
    ${link(view, view.t.manage.open, { type: 'lookup-opened' })}
    <p class="help">${view.t.common.noTout}</p>
  </div>`;
