import type { Booking } from '@paspor-antrean/client';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { At } from '../flow-state.ts';
import { busyWhile } from '../parts/busy.ts';
import { button } from '../parts/button.ts';
import { facts } from '../parts/facts.ts';
import { faultNotice } from '../parts/fault-notice.ts';
import { notice } from '../parts/notice.ts';
import type { View } from '../view.ts';
import { frame } from './frame.ts';

type ManageView = View<At<'manage'>>;

const question = (view: ManageView) => {
  const { state, t } = view;
  const name = state.booking.applicants.find(({ queueCode }) => queueCode === state.asking)?.name;
  return html`<div tabindex="-1" data-asking>${notice(
    'warning',
    html`<strong>${name ? t.manage.askOne(name) : t.manage.ask}</strong>`,
    html`<div class="actions">
      ${button(view, name ? t.manage.yesOne : t.manage.yes, { type: 'cancel-agreed' }, busyWhile(view, name ? 'cancelApplicant' : 'cancelBooking', 'danger'))}
      ${button(view, t.manage.no, { type: 'cancel-declined' })}
    </div>`,
  )}</div>`;
};

const ask = (view: ManageView, what: string) => {
  view.send({ type: 'cancel-wanted', what });
  view.focus('[data-asking]');
};

const applicants = (view: ManageView, booking: Booking) => {
  const { t } = view;
  const canSplit = booking.applicants.filter(({ status }) => status === 'booked').length > 1;
  return html`<ul class="rows">
    ${booking.applicants.map(
      ({ name, nikLast4, queueCode, status }) => html`<li class="applicant">
        <strong class="code">${queueCode}</strong>
        <span>${name} · NIK ••${nikLast4}<br />${t.manage.status[status]}</span>
        ${
          canSplit && status === 'booked'
            ? html`<button type="button" class="link danger" aria-label=${t.manage.cancelOne(name)}
                @click=${() => ask(view, queueCode)}>${t.manage.cancelOneShort}</button>`
            : nothing
        }
      </li>`,
    )}
  </ul>`;
};

export const manage = (view: ManageView): TemplateResult => {
  const { state, t } = view;
  const { booking, office } = state;
  const isLive = booking.status === 'booked';
  return frame(
    view,
    t.manage.heading,
    html`
      ${faultNotice(view)}
      ${booking.status === 'cancelled' ? notice('good', t.manage.cancelled, button(view, t.manage.bookAgain, { type: 'restart' }), true) : nothing}
      ${booking.movedReason ? notice('info', t.manage.movedReason(booking.movedReason)) : nothing}
      ${state.asking ? question(view) : nothing}
      ${facts([
        [t.ticket.booking, html`<strong class="code">${booking.code.slice(0, 4)} ${booking.code.slice(4)}</strong>`],
        [t.review.when, html`<strong>${t.format.day(booking.slot.slot)}</strong><br />${t.format.hours(booking.slot)}`],
        [t.review.office, html`${office.name}<br />${office.address}`],
        [t.review.service, t.common.service[booking.service]],
      ])}
      ${applicants(view, booking)}
      ${
        isLive && !state.asking
          ? html`<div class="stack">
              ${button(view, t.manage.ticket, { type: 'ticket-opened' }, 'primary')}
              ${booking.reschedulesLeft > 0 ? button(view, t.manage.move, { type: 'move-wanted' }) : nothing}
              <p class="help">${booking.reschedulesLeft > 0 ? t.manage.moveHelp(booking.reschedulesLeft) : t.manage.noMoves}</p>
              <button type="button" class="button danger-quiet" @click=${() => ask(view, 'all')}>${t.manage.cancel}</button>
            </div>`
          : nothing
      }`,
  );
};
