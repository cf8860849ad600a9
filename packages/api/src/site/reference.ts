import { html } from 'hono/html';
import { type Html, layout } from './layout.ts';

/** `BaseLayout` has no top bar; `validatorUrl: null` keeps it from asking a validator on another host. */
export const referenceScript = `const dark = matchMedia('(prefers-color-scheme: dark)');
const paint = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', paint);
paint();
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  layout: 'BaseLayout',
  validatorUrl: null,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  persistAuthorization: false,
  syntaxHighlight: { activated: true, theme: 'nord' },
});
`;

/** The API reference. English, as the endpoint table is. Everything it loads comes from here. */
export const referencePage = (): Html =>
  layout({
    lang: 'en',
    title: 'API reference',
    description: 'The HTTP API of paspor-antrean: hold a slot, book a passport visit, move or cancel it.',
    ownMain: true,
    styles: ['/docs/swagger-ui.css'],
    scripts: [{ src: '/docs/swagger-ui-bundle.js' }, { src: '/docs/start.js' }],
    body: html`<section class="page" aria-labelledby="title"><h1 id="title">API reference</h1>
<p><a href="/docs/problems">Problem codes</a> · <a href="/openapi.json">openapi.json</a></p>
<noscript><p class="note">The reference is drawn by a script. Without one, read
<a href="/openapi.json">openapi.json</a>, from which it is made.</p></noscript></section>
<div id="reference"></div>`,
  });
