import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Place } from '../entrance.ts';
import type { Strings } from '../i18n/strings.ts';
import { notice } from '../parts/notice.ts';

interface Gate {
  readonly t: Strings;
  /** Null: no identity provider. */
  readonly signIn: (() => void) | null;
  readonly isOpening: boolean;
  readonly hasFailed: boolean;
  /** Offices that whoever signed in may work at, and what is done with the one that is chosen. */
  readonly choice: { readonly places: readonly Place[]; readonly chosen: (id: string) => void } | null;
  readonly changeLang: () => void;
}

const choose = (t: Strings, { places, chosen }: NonNullable<Gate['choice']>): TemplateResult => html`
  <form class="flow" @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    chosen(String(new FormData(event.target as HTMLFormElement).get('office')));
  }}>
    <div class="ask">
      <label for="office">${t.signIn.office}</label>
      <select id="office" name="office">${places.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select>
    </div>
    <button class="button primary wide tall">${t.signIn.go}</button>
  </form>`;

/** The way in, as far as it has been gone. */
const way = ({ t, signIn, isOpening, choice }: Gate): TemplateResult | typeof nothing => {
  if (choice) return choose(t, choice);
  if (isOpening) return html`<p role="status">${t.signIn.entering}</p>`;
  if (!signIn) return development(t);
  return html`<button type="button" class="button primary wide tall" @click=${signIn}>${t.signIn.enter}</button>`;
};

const development = (t: Strings): TemplateResult => html`
  ${notice('info', t.signIn.none)}
  <p>${t.signIn.development}</p>
  <pre tabindex="0"><code>node packages/api/dist/cli.js token staff --office bandung --role counter</code></pre>
  <p>${t.signIn.link} <code>/loket#token=…</code></p>`;

/** What is seen before anyone is signed in. */
export const signInPane = (gate: Gate): TemplateResult => {
  const { t, hasFailed, changeLang } = gate;
  return html`
    <main class="gate flow">
      <h1>${t.signIn.title}</h1>
      <p>${t.signIn.text}</p>
      ${hasFailed ? html`<div role="alert">${notice('no', t.signIn.failed)}</div>` : nothing} ${way(gate)}
      <button type="button" class="tool" lang=${t.lang === 'id' ? 'en' : 'id'} @click=${changeLang}>${t.otherLang}</button>
    </main>`;
};
