import { html } from 'hono/html';
import { inLang, type Lang, words } from './words.ts';

export type Html = ReturnType<typeof html>;

interface Page {
  lang: Lang;
  title: string;
  body: Html;
  description?: string;
  /** Its own path, where it has a twin in the other language. */
  path?: string;
  /** The body brings a `main` of its own. */
  ownMain?: true;
  scripts?: readonly { src: string; module?: true }[];
  styles?: readonly string[];
  /** An answer of the API that a script will ask for at once. */
  preload?: string;
  meta?: Readonly<Record<string, string>>;
}

const switchLink = ({ lang, path }: Page): Html | '' => {
  if (!path) return '';
  const other = lang === 'id' ? 'en' : 'id';
  return html`<a href="${inLang(path, other)}" lang="${other}" hreflang="${other}">${words[lang].otherLang}</a>`;
};

/** The frame of every page of ours: no inline script or style, no emblem of the state, nothing from elsewhere. */
export const layout = (page: Page): Html => {
  const { lang, title, body, description, scripts = [], styles = [], meta = {}, preload, ownMain } = page;
  const t = words[lang];
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${description ? html`<meta name="description" content="${description}">` : ''}
${Object.entries(meta).map(([name, content]) => html`<meta name="${name}" content="${content}">`)}
<title>${title}${title === t.siteName ? '' : ` – ${t.siteName}`}</title>
<link rel="icon" href="/site.svg" type="image/svg+xml">
<link rel="stylesheet" href="/site.css">
${styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
${preload ? html`<link rel="preload" as="fetch" crossorigin href="${preload}">` : ''}
${scripts.map(({ src, module }) =>
  module ? html`<script type="module" src="${src}"></script>` : html`<script src="${src}" defer></script>`,
)}
</head>
<body>
<a class="skip" href="#isi">${t.skip}</a>
<header class="site-head">
<a class="site-name" href="${inLang('/kantor', lang)}">${t.siteName}</a>
<nav>${switchLink(page)}</nav>
</header>
${
  ownMain
    ? html`<div class="main" id="isi" tabindex="-1">${body}</div>`
    : html`<main class="main page" id="isi" tabindex="-1">
${body}
</main>`
}
<footer class="site-foot">
<p>${t.free}</p>
<ul>
<li><a href="${inLang('/kantor', lang)}">${t.offices}</a></li>
<li><a href="${inLang('/privasi', lang)}">${t.privacy}</a></li>
<li><a href="/docs" hreflang="en">API</a></li>
</ul>
</footer>
</body>
</html>`;
};
