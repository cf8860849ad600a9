import { html, type TemplateResult } from 'lit/html.js';
import { notice } from '../parts/notice.ts';
import type { View } from '../view.ts';

/** Asked before what is on this device alone is lost. The element opens and closes it. */
export const leaving = (view: View): TemplateResult => {
  const { t, desk, state, deeds } = view;
  const stay = () => view.send({ type: 'leaving', isLeaving: false });
  return html`
    <dialog aria-labelledby="leaving-title" @close=${() => state.isLeaving && stay()}>
      <div class="flow">
        <h2 id="leaving-title">${t.leaving.title}</h2>
        <p>${t.leaving.text(desk.unsent)}</p>
        <div role="status">${state.trouble?.deed === 'leave' ? notice('wait', t.leaving.notSent) : ''}</div>
        <button type="button" class="button primary wide" @click=${() => deeds.leave('send')}>${t.leaving.sendFirst}</button>
        <button type="button" class="button danger wide" @click=${() => deeds.leave('discard')}>${t.leaving.discard}</button>
        <button type="button" class="button quiet wide" @click=${stay}>${t.leaving.stay}</button>
      </div>
    </dialog>`;
};
