import { html, type TemplateResult } from 'lit/html.js';
import type { View } from '../view.ts';

/** At the foot of the first steps: the way back to a booking made before, and the word against touts. */
export const manageLink = (view: View): TemplateResult => html`
  <div class="foot">
    <button type="button" class="link" @click=${() => view.send({ type: 'lookup-opened' })}>${view.t.manage.open}</button>
    <p class="help">${view.t.common.noTout}</p>
  </div>`;
