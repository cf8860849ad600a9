import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { View } from '../view.ts';
import { icon } from './icon.ts';

export const minutesLeft = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** In sight from the hold to the booking. The ticking itself is silent; the live region warns once. */
export const holdBar = (view: View, holdMs: number): TemplateResult | typeof nothing => {
  const { hold, pending, step } = view.state;
  if (!hold || (step !== 'people' && step !== 'review' && step !== 'time')) return nothing;
  const { common, format } = view.t;
  const scarce = holdMs <= 120_000;
  return html`
    <div class="hold ${scarce ? 'scarce' : ''}">
      ${icon('clock')}
      <p>
        <strong>${common.holdTitle} <span role="timer">${minutesLeft(holdMs)}</span></strong><br />
        ${format.brief(hold.slot.slot)}, ${format.hours(hold.slot)}
      </p>
      ${
        hold.extendable
          ? html`<button type="button" class="button quiet" aria-disabled=${pending ? 'true' : nothing}
              @click=${() => view.send({ type: 'extend-wanted' })}>${common.holdExtend}</button>`
          : nothing
      }
      ${
        step === 'time'
          ? html`<button type="button" class="button quiet" @click=${() => view.send({ type: 'hold-resumed' })}>${common.holdResume}</button>`
          : nothing
      }
    </div>`;
};
