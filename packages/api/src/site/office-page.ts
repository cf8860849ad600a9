import { html } from 'hono/html';
import { dayText, distanceText, instantText, slotText } from './format.ts';
import { type Html, layout } from './layout.ts';
import type { OfficeFacts } from './office-facts.ts';
import { bring, fees, place } from './office-sections.ts';
import { type OfficeWords, officeWords } from './office-words.ts';
import { inLang, type Lang } from './words.ts';

type SlotTimes = { startsAt: string; endsAt: string };

const when = (slot: SlotTimes, lang: Lang) => `${dayText(slot.startsAt, lang)}, ${slotText(slot, lang)}`;

const opens = ({ availability }: OfficeFacts, t: OfficeWords, lang: Lang): Html | '' => {
  const at = availability?.nextReleaseAt;
  if (!at) return '';
  const day = availability.days.find(({ releasesAt }) => releasesAt === at)?.on;
  return html`<p>${t.opens(instantText(at, lang), day && dayText(day, lang))}</p>`;
};

const elsewhere = ({ availability }: OfficeFacts, t: OfficeWords, lang: Lang): Html | '' => {
  if (!availability || availability.earliest || availability.elsewhere.length === 0) return '';
  return html`<h3>${t.elsewhere}</h3>
<ul>${availability.elsewhere.map(
    ({ officeId, name, distanceKm, earliest }) =>
      html`<li><a href="${inLang(`/kantor/${officeId}`, lang)}">${name}</a> (${distanceText(distanceKm, lang)}): ${when(earliest, lang)}</li>`,
  )}</ul>`;
};

/** The earliest time; when there is none, why, when more open, and who else has room. */
const times = (facts: OfficeFacts, t: OfficeWords, lang: Lang): Html => {
  const { office, availability, renewal } = facts;
  if (office.status === 'announced') return html`<p class="strong">${t.soon}</p>`;
  if (!availability) return html`<p class="strong">${t.unknownTimes}</p>`;
  const { earliest } = availability;
  const shares = new Set(office.services.map(({ channel }) => channel)).size < office.services.length;
  return html`${
    earliest
      ? html`<p class="strong">${dayText(earliest.startsAt, lang)}, <span class="hours">${slotText(earliest, lang)}</span></p><p>${t.left(earliest.remaining)}</p>`
      : html`<p class="strong">${t.full}</p>`
  }
${renewal?.earliest ? html`<p>${t.renewalEarliest(when(renewal.earliest, lang))}</p>` : ''}
${opens(facts, t, lang)}
${shares ? html`<p>${t.shared}</p>` : ''}
${elsewhere(facts, t, lang)}`;
};

const near = ({ near: offices }: OfficeFacts, t: OfficeWords, lang: Lang): Html =>
  html`<section aria-labelledby="dekat"><h2 id="dekat">${t.near}</h2>
<ul>${offices.map(
    ({ id, name, city, distanceKm }) =>
      html`<li><a href="${inLang(`/kantor/${id}`, lang)}">${name}</a>, ${city}${distanceKm === null ? '' : ` (${distanceText(distanceKm, lang)})`}</li>`,
  )}
<li><a href="${inLang('/kantor', lang)}">${t.allOffices}</a></li></ul></section>`;

/** Where the office's own notice is, if it is a web address; our own otherwise. */
const privacyUrl = ({ office }: OfficeFacts, lang: Lang) =>
  /^https?:\/\//.test(office.privacy.url) ? office.privacy.url : inLang('/privasi', lang);

/** The page of an office: the widget, and without a script all that one needs to know before coming. */
export const officePage = (facts: OfficeFacts, lang: Lang): Html => {
  const { office } = facts;
  const t = officeWords[lang];
  const address = [office.address, office.city].filter(Boolean).join(', ');
  const body = html`<div class="title">
<h1>${office.name}</h1>
<p class="quiet">${t.kind[office.kind]} · ${office.city}, ${office.province}</p>
</div>
${office.notice ? html`<p class="note">${office.notice}</p>` : ''}
${office.status === 'trial' ? html`<p class="note">${t.trial}</p>` : ''}
<div class="office">
<section aria-labelledby="antrean"><h2 id="antrean">${t.book}</h2>
<paspor-antrean office="${office.id}" lang="${lang}"><p class="scripted quiet">${t.waiting}</p></paspor-antrean>
<noscript><p class="note">${t.noScript} ${t.noScriptGo(address)}${
    office.phone
      ? html` ${t.noScriptCall} <a href="tel:${office.phone.replace(/[^+\d]/g, '')}">${office.phone}</a>.`
      : ''
  }</p></noscript>
</section>
<div class="office-side">
<section class="card" aria-labelledby="jadwal"><h2 id="jadwal">${t.earliest}</h2>${times(facts, t, lang)}</section>
${place(facts, t, lang)}
<section aria-labelledby="prioritas"><h2 id="prioritas">${t.priorityTitle}</h2><p>${t.priority}</p></section>
<section aria-labelledby="hilang"><h2 id="hilang">${t.lostTitle}</h2><p>${t.lost}</p></section>
</div>
<div class="office-more">
${bring(office, t, lang)}
${fees(office, t, lang)}
${near(facts, t, lang)}
</div>
</div>
<p class="quiet">${t.data(office.retentionDays)} <a href="${privacyUrl(facts, lang)}">${t.dataLink}</a> · <a href="/kantor/${office.id}/poster">${t.poster}</a></p>`;
  return layout({
    lang,
    title: office.name,
    description: t.about(office.name, office.city),
    path: `/kantor/${office.id}`,
    preload: `/v1/offices/${office.id}`,
    scripts: [{ src: '/widget/paspor-antrean.js', module: true }],
    body,
  });
};
