import type { Booking, Office } from '@paspor-antrean/client';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { At } from '../flow-state.ts';
import type { Strings } from '../i18n/strings.ts';
import { busyWhile } from '../parts/busy.ts';
import { button, link } from '../parts/button.ts';
import { facts } from '../parts/facts.ts';
import { faultNotice } from '../parts/fault-notice.ts';
import { icon } from '../parts/icon.ts';
import { notice } from '../parts/notice.ts';
import { qr } from '../parts/qr.ts';
import { feeLines, totalFee } from '../parts/total-fee.ts';
import type { View } from '../view.ts';
import { frame } from './frame.ts';

type TicketView = View<At<'ticket'>>;

/** Eight characters are easier to read aloud as two groups of four. */
const grouped = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`;

const codes = (t: Strings, booking: Booking) => html`
  <section class="codes" aria-labelledby="codes">
    <h3 id="codes">${booking.applicants.length > 1 ? t.ticket.queueCodes : t.ticket.queueCode}</h3>
    <ul>
      ${booking.applicants
        .filter(({ status }) => status !== 'cancelled')
        .map(({ name, queueCode }) => html`<li><strong class="code">${queueCode}</strong><span>${name}</span></li>`)}
    </ul>
    ${booking.applicants.length > 1 ? html`<p class="help">${t.ticket.each}</p>` : nothing}
  </section>`;

const place = (t: Strings, office: Office) => {
  const at = office.location;
  return html`${office.name}<br />${office.address}, ${office.city}${
    at
      ? html`<br /><a class="no-print" href="https://maps.google.com/?q=${at.lat},${at.lng}" target="_blank" rel="noopener noreferrer"
          >${t.ticket.map} ${t.common.opensNewTab}</a>`
      : nothing
  }`;
};

const fees = (t: Strings, booking: Booking) => {
  const live = booking.applicants.filter(({ status }) => status !== 'cancelled');
  const total = totalFee(
    t,
    live.map(({ feeIdr }) => feeIdr),
  );
  return html`${feeLines(t, live).map((line) => html`${line}<br />`)}${total ? html`<strong>${t.review.total}:</strong> ${total}<br />` : nothing}<span class="help">${t.ticket.feeNote}</span>`;
};

const bring = (t: Strings, booking: Booking, office: Office) => {
  const documents = office.services.find(({ id }) => id === booking.service)?.documents ?? [];
  return html`
    <section>
      <h3>${t.ticket.bring}</h3>
      <ul class="list">${documents.map((id) => html`<li>${t.ticket.documents[id] ?? id}</li>`)}</ul>
      <details>
        <summary>${t.ticket.child}</summary>
        <ul class="list">${t.ticket.childList.map((line) => html`<li>${line}</li>`)}</ul>
      </details>
    </section>`;
};

export const ticket = (view: TicketView): TemplateResult => {
  const { state, t } = view;
  const { booking, office } = state;
  const heading = state.news === 'moved' ? t.ticket.movedHeading : t.ticket.heading;
  return frame(
    view,
    heading,
    html`
      ${faultNotice(view)}
      ${booking.movedReason ? notice('info', t.manage.movedReason(booking.movedReason)) : nothing}
      <div class="pass">
        <div class="pass-when">
          ${icon('check')}
          <div>
            <span>${t.ticket.arrive}</span>
            <strong>${t.format.day(booking.slot.slot)}</strong>
            <strong>${t.format.hours(booking.slot)}</strong>
          </div>
        </div>
        ${codes(t, booking)}
        <div class="pass-qr">
          ${qr(booking.token, t.ticket.qr(grouped(booking.code)))}
          <div>
            <span>${t.ticket.booking}</span>
            <strong class="code">${grouped(booking.code)}</strong>
            <p class="help">${t.ticket.bookingHelp}</p>
          </div>
        </div>
      </div>
      ${booking.manageToken ? nothing : html`<p class="help no-print">${t.ticket.masked}</p>`}
      <p>${t.ticket.show} ${t.ticket.far}</p>
      <div class="actions no-print">
        ${booking.manageToken ? button(view, t.ticket.calendar, { type: 'calendar-wanted' }, busyWhile(view, 'readCalendar')) : nothing}
        ${button(view, t.ticket.print, { type: 'print-wanted' })}
        ${button(view, t.manage.open, { type: 'manage-opened' })}
      </div>
      <section>
        ${facts([
          [t.ticket.where, place(t, office)],
          [t.review.service, t.common.service[booking.service]],
          [t.ticket.fee, fees(t, booking)],
        ])}
      </section>
      ${bring(t, booking, office)}
      <div class="foot no-print">
        ${link(view, t.ticket.again, { type: 'restart' })}
      </div>`,
  );
};
