import { html, nothing, type TemplateResult } from 'lit/html.js';
import { icon } from './icon.ts';

type Tone = 'info' | 'good' | 'warning' | 'error';

/** What came of the last move: it takes the focus. */
export const outcome = (content: unknown): TemplateResult => html`<div tabindex="-1" data-attempt>${content}</div>`;

/** Says its tone by icon and border as well as by colour. `live`: the text is read out when it appears. */
export const notice = (tone: Tone, text: unknown, more: unknown = nothing, live = false): TemplateResult => html`
  <div class="notice ${tone}">
    ${icon(tone === 'good' ? 'check' : tone === 'info' ? 'info' : 'warning')}
    <div class="flow"><p role=${live ? 'alert' : nothing}>${text}</p>${more}</div>
  </div>`;
