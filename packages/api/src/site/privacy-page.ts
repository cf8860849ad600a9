import { html } from 'hono/html';
import { type Html, layout } from './layout.ts';
import { notices } from './privacy-words.ts';
import type { Lang } from './words.ts';

/** The version that the demo's offices name and applicants are asked to have read. A new text is a new version. */
export const privacyVersion = '2026-11';

/** "30", or "30–60" where offices differ. */
export const daysText = (offices: readonly { retentionDays: number }[]): string => {
  const days = offices.map(({ retentionDays }) => retentionDays);
  if (days.length === 0) return '30';
  const [least, most] = [Math.min(...days), Math.max(...days)];
  return least === most ? String(least) : `${least}–${most}`;
};

export const privacyPage = (days: string, lang: Lang): Html => {
  const t = notices[lang](days);
  const body = html`<div class="reading">
<h1>${t.title}</h1>
<p class="lead">${t.lead}</p>
${t.sections.map(
  ({ title, text, items }) =>
    html`<section><h2>${title}</h2>${text ? html`<p>${text}</p>` : ''}${
      items ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : ''
    }</section>`,
)}
<p class="quiet">${t.version(privacyVersion)}</p>
</div>`;
  return layout({ lang, title: t.title, path: '/privasi', body });
};
