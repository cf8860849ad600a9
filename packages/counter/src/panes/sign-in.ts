import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Strings } from '../i18n/strings.ts';
import { notice } from '../parts/notice.ts';

interface Gate {
  readonly t: Strings;
  /** Null: no identity provider. */
  readonly signIn: (() => void) | null;
  readonly isOpening: boolean;
  readonly hasFailed: boolean;
  readonly changeLang: () => void;
}

const development = (t: Strings): TemplateResult => html`
  ${notice('info', t.signIn.none)}
  <p>${t.signIn.development}</p>
  <pre tabindex="0"><code>paspor-antrean token staff --office bandung --role counter</code></pre>
  <p>${t.signIn.link} <code>/loket#token=…</code></p>`;

/** What is seen before anyone is signed in. */
export const signInPane = ({ t, signIn, isOpening, hasFailed, changeLang }: Gate): TemplateResult => html`
  <main class="gate flow">
    <h1>${t.signIn.title}</h1>
    <p>${t.signIn.text}</p>
    <div role="status">${isOpening ? t.signIn.entering : nothing}</div>
    ${hasFailed ? html`<div role="alert">${notice('no', t.signIn.failed)}</div>` : nothing}
    ${
      signIn
        ? html`<button type="button" class="button primary wide tall" @click=${signIn}>${t.signIn.enter}</button>`
        : isOpening
          ? nothing
          : development(t)
    }
    <button type="button" class="tool" lang=${t.lang === 'id' ? 'en' : 'id'} @click=${changeLang}>${t.otherLang}</button>
  </main>`;
