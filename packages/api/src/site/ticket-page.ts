import { html } from 'hono/html';
import type { OfficeRecord } from '../offices/offices.ts';
import { documentText } from './documents.ts';
import { type Html, layout } from './layout.ts';
import { ticketWords } from './ticket-words.ts';
import { inLang, type Lang } from './words.ts';

/**
 * Prints a ticket that the page which opened it hands over; nothing of it is ever in a URL, sent or stored.
 *
 * 1. The opener starts to listen, then calls `window.open(api + '/kantor/{office}/tiket?lang=…')`, without `noopener`.
 * 2. This page posts `{ type: 'antrean-ticket-ready' }` to its opener, to any origin: it does not know whose it is,
 *    and there is nothing in it.
 * 3. The opener sees that it comes from the window it opened and from the API's origin, and posts to that origin
 *    `{ type: 'antrean-ticket', ticket }`: see `Ticket` below.
 * 4. This page takes one message: from its opener, whose origin is in `meta[name=antrean-origins]` (`ALLOWED_ORIGINS`,
 *    wildcards as in `http/origins.ts`) or its own, exactly of that shape and for this office. It then stops listening.
 * 5. A message from its opener that is not so is answered with a sentence on the page, never by a message. One from an
 *    origin that is not on the list is as if it never came.
 *
 * All words come from here; the message brings names, codes, times, fees and the dots of the QR. A page that sets
 * `Cross-Origin-Opener-Policy: same-origin` severs the opener: then the page says that it cannot be opened by itself.
 */
export interface Ticket {
  /** The office's id, the one in the path. */
  office: string;
  service: 'new' | 'renewal';
  /** The booking's code, 8 characters. */
  code: string;
  /** Instants with the office's own offset, as `Slot` has them. */
  startsAt: string;
  endsAt: string;
  /** 1 to 20. */
  applicants: { name: string; queueCode: string; feeIdr: number | null }[];
  /** `modules`: `size` × `size` of `0` and `1` (dark), row by row, without the quiet zone. */
  qr: { size: number; modules: string };
}

const documents = (office: OfficeRecord, lang: Lang): Html =>
  html`${office.services.map(
    ({ id, documents: ids }) =>
      html`<ul data-documents="${id}" hidden>${ids.map((one) => html`<li>${documentText(one, lang)}</li>`)}</ul>`,
  )}`;

export const ticketPage = (office: OfficeRecord, origins: readonly string[], lang: Lang): Html => {
  const t = ticketWords[lang];
  const body = html`<h1>${t.title}</h1>
<p class="note" id="state" role="status" data-no-opener="${t.noOpener}" data-invalid="${t.invalid}"></p>
<p id="waiting" class="scripted quiet">${t.waiting}</p>
<noscript><p class="note">${t.noScript}</p></noscript>
<p class="no-print"><a href="${inLang(`/kantor/${office.id}`, lang)}">${t.toOffice}</a></p>
<article id="ticket" class="ticket" data-office="${office.id}" data-at="${t.at}" data-fee-unknown="${t.feeUnknown}" hidden>
<div class="ticket-head">
<p><strong>${office.name}</strong><br>${office.address ? html`${office.address}, ` : ''}${office.city}${
    office.phone ? html`<br>${office.phone}` : ''
  }</p>
</div>
<div class="ticket-when"><p>${t.come}</p><p class="big" data-fill="day"></p><p class="big" data-fill="hours"></p></div>
<section aria-labelledby="kode"><h2 id="kode">${t.codes}</h2><ul class="codes" data-fill="applicants"></ul>
<p class="quiet" data-several hidden>${t.codesNote}</p></section>
<div class="ticket-code">
<svg id="qr" role="img" aria-label="${t.qr}" shape-rendering="crispEdges"></svg>
<div><p>${t.booking}</p><p class="big code" data-fill="code"></p><p class="quiet">${t.bookingNote}</p></div>
</div>
<p>${t.show}</p>
<div class="ticket-last">
<section aria-labelledby="bawa"><h2 id="bawa">${t.bring}</h2>
${office.services.map(({ id }) => html`<p data-documents="${id}" hidden>${t.service[id]}</p>`)}
${documents(office, lang)}</section>
<section aria-labelledby="biaya"><h2 id="biaya">${t.fees}</h2><ul data-fill="fees"></ul><p>${t.feeNote}</p></section>
</div>
<p class="no-print"><button type="button" id="print">${t.print}</button></p>
</article>`;
  return layout({
    lang,
    title: t.title,
    meta: { 'antrean-origins': origins.join(' '), robots: 'noindex' },
    scripts: [{ src: '/kantor/tiket.js' }],
    body,
  });
};
