import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Strings } from '../i18n/strings.ts';
import type { Deed } from '../page-state.ts';
import type { View } from '../view.ts';
import { icon } from './icon.ts';

/** Says its tone by icon and border as well as by colour. */
export const notice = (tone: 'info' | 'wait' | 'no', text: unknown, more: unknown = nothing): TemplateResult => html`
  <div class="notice ${tone}">${icon(tone)}<div class="flow"><p>${text}</p>${more}</div></div>`;

/** Of the API's code, or of the page's own. */
export const problemText = (t: Strings, code: string): string => {
  if (code === 'NO_BOOTH') return t.booth.noBooth;
  if (code === 'NO_QR') return t.scan.pictureEmpty;
  return Object.hasOwn(t.trouble, code) ? t.trouble[code as keyof Strings['trouble']] : t.otherTrouble(code);
};

/** What went wrong with one of these deeds, where it was done. */
export const troubleOf = ({ state, t }: View, ...deeds: readonly Deed[]): TemplateResult | typeof nothing =>
  state.trouble && deeds.includes(state.trouble.deed)
    ? html`<div role="alert">${notice('no', problemText(t, state.trouble.code))}</div>`
    : nothing;
