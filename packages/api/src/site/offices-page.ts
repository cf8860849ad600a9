import { html } from 'hono/html';
import { type Html, layout } from './layout.ts';
import { inLang, type Lang, words } from './words.ts';

interface Listed {
  id: string;
  name: string;
  city: string;
  province: string;
}

const byProvince = (offices: readonly Listed[]): [province: string, offices: Listed[]][] => {
  const provinces = new Map<string, Listed[]>();
  for (const office of offices) provinces.set(office.province, [...(provinces.get(office.province) ?? []), office]);
  return [...provinces];
};

const list = (offices: readonly Listed[], lang: Lang): Html =>
  html`<div class="provinces">
${byProvince(offices).map(
  ([province, members]) => html`<section>
<h2>${province}</h2>
<ul>${members.map(
    ({ id, name, city }) =>
      html`<li><a href="${inLang(`/kantor/${id}`, lang)}">${name}</a> <span class="quiet">${city}</span></li>`,
  )}</ul>
</section>`,
)}
</div>`;

/** Every office by province, for those who have no script to search with. */
export const officesPage = (offices: readonly Listed[], lang: Lang): Html => {
  const t = words[lang];
  const body = html`<h1>${t.officesTitle}</h1><p class="lead">${t.officesIntro}</p>${list(offices, lang)}`;
  return layout({ lang, title: t.officesTitle, path: '/kantor', body });
};

/** An office that does not exist is a wrong turn, not an end: the list follows. Never repeats what was asked for. */
export const unknownOfficePage = (offices: readonly Listed[], lang: Lang): Html => {
  const t = words[lang];
  const body = html`<h1>${t.notFoundTitle}</h1><p class="lead">${t.notFound}</p>${list(offices, lang)}`;
  return layout({ lang, title: t.notFoundTitle, body });
};

export const busyPage = (lang: Lang): Html => {
  const t = words[lang];
  return layout({ lang, title: t.busyTitle, body: html`<h1>${t.busyTitle}</h1><p class="lead">${t.busy}</p>` });
};
