import type { AvailabilityDay, Slot } from '@paspor-antrean/client';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { View } from '../view.ts';

interface SlotList {
  readonly slots: AvailabilityDay['slots'];
  readonly party: number;
  /** The slot that the applicant has now, when moving. */
  readonly current?: string | undefined;
  /** The hours are not below the name of one day: each is shown with its own. */
  readonly withDay?: boolean;
}

/** Hours to take with one tap, each with its places in words. */
export const slotList = (view: View, { slots, party, current, withDay }: SlotList): TemplateResult => {
  const { time, format } = view.t;
  const { pending } = view.state;
  const words = (slot: Slot) => {
    if (slot.slot === current) return time.now;
    if (slot.remaining === 0) return time.full;
    return slot.remaining < party ? time.tooFew(party) : time.left(slot.remaining);
  };
  return html`<ul class="rows">
    ${slots.map((slot) => {
      const off = slot.remaining < party || slot.slot === current;
      const busy = pending?.name === 'holdSlot' && pending.input.slot === slot.slot;
      return html`<li>
        <button type="button" class="row ${busy ? 'busy' : ''}" aria-disabled=${off || pending ? 'true' : nothing}
          @click=${() => !off && view.send({ type: 'slot-chosen', slot })}>
          <strong>${withDay ? `${format.day(slot.slot)}, ` : nothing}${format.hours(slot)}</strong>
          <span>${words(slot)}</span>
          ${off ? nothing : html`<span class="take" aria-hidden="true">${time.takeHour}</span>`}
        </button>
      </li>`;
    })}
  </ul>`;
};
