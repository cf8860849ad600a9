import { html } from 'hono/html';
import { childDocuments, documentText } from './documents.ts';
import { clock, dayText, money, weekdayText, zoneName, zoneOf } from './format.ts';
import type { DayGroup } from './hours.ts';
import type { Html } from './layout.ts';
import type { OfficeFacts } from './office-facts.ts';
import type { OfficeWords } from './office-words.ts';
import type { Lang } from './words.ts';

type Office = OfficeFacts['office'];

/** "Senin–Kamis 08.00–12.00, 13.00–16.00" as an item of a list. */
export const weekText = ({ from, to, ranges }: DayGroup, t: OfficeWords, lang: Lang): Html => {
  const join = to === from + 1 ? ', ' : '–';
  const days = from === to ? weekdayText(from, lang) : `${weekdayText(from, lang)}${join}${weekdayText(to, lang)}`;
  const hours = ranges.map(({ starts, ends }) => `${clock(starts, lang)}–${clock(ends, lang)}`).join(', ');
  return html`<li>${days} <span class="hours">${hours || t.closed}</span></li>`;
};

const holidays = ({ availability }: OfficeFacts, t: OfficeWords, lang: Lang): Html | '' => {
  const closed = availability?.days.filter(({ status }) => status === 'holiday') ?? [];
  if (closed.length === 0) return '';
  return html`<dt>${t.holidays}</dt><dd><ul>${closed.map(
    ({ on, reason }) => html`<li>${dayText(on, lang)}: <span lang="id">${reason}</span></li>`,
  )}</ul></dd>`;
};

const phone = (office: Office, t: OfficeWords): Html =>
  office.phone ? html`<a href="tel:${office.phone.replace(/[^+\d]/g, '')}">${office.phone}</a>` : html`${t.noPhone}`;

/** Address, telephone, hours, zone and coordinates. */
export const place = (facts: OfficeFacts, t: OfficeWords, lang: Lang): Html => {
  const { office, week, now } = facts;
  const at = office.location;
  const open = week.some(({ ranges }) => ranges.length > 0);
  return html`<section aria-labelledby="tempat"><h2 id="tempat">${t.place}</h2>
<dl>
<dt>${t.address}</dt><dd>${office.address || t.noAddress}<br>${office.city}, ${office.province}</dd>
<dt>${t.phone}</dt><dd>${phone(office, t)}</dd>
${office.host ? html`<dt>${t.website}</dt><dd><a href="https://${office.host}/" rel="noreferrer">${office.host}</a></dd>` : ''}
<dt>${t.hours} (${zoneOf(now)})</dt>
<dd>${open ? html`<ul class="week">${week.map((group) => weekText(group, t, lang))}</ul>` : t.noHours}</dd>
${holidays(facts, t, lang)}
<dt>${t.zone}</dt><dd>${zoneName(now, lang)}. ${t.zoneNote}</dd>
${at ? html`<dt>${t.map}</dt><dd><a href="geo:${at.lat},${at.lng}">${at.lat}, ${at.lng}</a></dd>` : ''}
</dl></section>`;
};

const documentList = (ids: readonly string[], lang: Lang): Html =>
  html`<ul>${ids.map((id) => html`<li>${documentText(id, lang)}</li>`)}</ul>`;

/** What to bring, by service; children apart, because they need both parents. */
export const bring = (office: Office, t: OfficeWords, lang: Lang): Html =>
  html`<section aria-labelledby="dokumen"><h2 id="dokumen">${t.bring}</h2>
${office.services.map(
  ({ id, documents }) => html`<h3>${t[id]}</h3><p class="quiet">${t[`${id}Help`]}</p>${documentList(documents, lang)}`,
)}
<details><summary>${t.child}</summary><p>${t.childHelp}</p>${documentList(childDocuments, lang)}</details>
</section>`;

/** One table where all services cost the same, as they do under PP 45/2024; else one each. */
export const fees = (office: Office, t: OfficeWords, lang: Lang): Html => {
  const [first] = office.services;
  const same = office.services.every(
    ({ passportTypes }) => JSON.stringify(passportTypes) === JSON.stringify(first?.passportTypes),
  );
  const tables =
    same && first
      ? [{ ...first, caption: office.services.map(({ id }) => t[id]).join(' / ') }]
      : office.services.map((service) => ({ ...service, caption: t[service.id] }));
  return html`<section aria-labelledby="biaya"><h2 id="biaya">${t.fees}</h2>
${tables.map(
  ({ passportTypes, caption }) => html`<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">${t.type}</th><th scope="col">${t.validity}</th><th scope="col" class="number">${t.fee}</th></tr></thead>
<tbody>${passportTypes.map(
    ({ electronic, validYears, feeIdr }) =>
      html`<tr><th scope="row">${electronic ? t.electronic : t.ordinary}</th><td>${t.years(validYears)}</td><td class="number">${money(feeIdr, lang)}</td></tr>`,
  )}</tbody>
</table>`,
)}
<p>${t.feeNote} ${t.tenYears}</p></section>`;
};
