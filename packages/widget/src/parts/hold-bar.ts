import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { View } from '../view.ts';
import { busyWhile } from './busy.ts';
import { button } from './button.ts';
import { icon } from './icon.ts';

export const minutesLeft = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/**
 * In sight from the hold to the booking, with one thing to do at a time. The ticking itself is silent; the live region
 * warns once.
 */
export const holdBar = (view: View, holdMs: number): TemplateResult | typeof nothing => {
  const { hold, step } = view.state;
  if (!hold || (step !== 'people' && step !== 'review' && step !== 'time')) return nothing;
  const { common, format } = view.t;
  const scarce = holdMs <= 120_000;
  return html`
    <div class="hold ${scarce ? 'scarce' : ''}">
      ${icon('clock')}
      <p>
        <strong>${common.holdTitle} <span role="timer">${minutesLeft(holdMs)}</span></strong><br />
        ${format.brief(hold.slot.slot)}, ${format.time(hold.slot.startsAt)}
      </p>
      ${
        hold.extendable && (scarce || step !== 'time')
          ? button(view, common.holdExtend, { type: 'extend-wanted' }, busyWhile(view, 'extendHold', 'quiet extend'))
          : step === 'time'
            ? button(view, common.holdResume, { type: 'hold-resumed' }, 'quiet extend')
            : nothing
      }
    </div>`;
};
