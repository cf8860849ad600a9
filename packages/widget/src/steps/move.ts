import { html, type TemplateResult } from 'lit/html.js';
import type { At } from '../flow-state.ts';
import { button, waiting } from '../parts/button.ts';
import { facts } from '../parts/facts.ts';
import { faultNotice } from '../parts/fault-notice.ts';
import type { View } from '../view.ts';
import { frame } from './frame.ts';

/** A move can be made once, so that it asks before it is made. */
export const move = (view: View<At<'move'>>): TemplateResult => {
  const { state, t } = view;
  const when = (slot: typeof state.slot) =>
    html`<strong>${t.format.day(slot.slot)}</strong><br />${t.format.hours(slot)}`;
  return frame(
    view,
    t.manage.moveHeading,
    html`
      ${faultNotice(view)}
      ${facts([
        [t.manage.from, when(state.booking.slot)],
        [t.manage.to, when(state.slot)],
      ])}
      <p>${t.manage.moveOnce}</p>
      <div class="stack">
        ${button(view, state.pending ? waiting(t.manage.moveNow) : t.manage.moveNow, { type: 'move-agreed' }, 'primary wide')}
        ${button(view, t.manage.keepTime, { type: 'manage-opened' })}
      </div>`,
  );
};
