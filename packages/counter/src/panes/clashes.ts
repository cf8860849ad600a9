import { html, nothing, type TemplateResult } from 'lit/html.js';
import { icon } from '../parts/icon.ts';
import { problemText } from '../parts/notice.ts';
import type { View } from '../view.ts';

/** What this device recorded and the server saw otherwise. Nothing is dropped unseen. */
export const clashes = ({ desk, t, format, deeds }: View): TemplateResult | typeof nothing => {
  const { clashes: all } = desk;
  if (all.length === 0) return nothing;
  return html`
    <section class="notice wait clashes" aria-labelledby="clashes-title">
      ${icon('wait')}
      <div>
        <h2 id="clashes-title">${t.clashes.title(all.length)}</h2>
        <ul>${all.map(
          (clash) => html`<li>
            <p>
              <strong>${clash.queueCodes.join(', ') || clash.visit?.code}</strong>
              ${clash.outcome === 'conflict' ? t.clashes.conflict : html`${t.clashes.refused} ${problemText(t, clash.code ?? '')}`}
              ${clash.movedTo ? format.slot(clash.movedTo).join(', ') : nothing}
              <small>${t.clashes.at(format.time(new Date(clash.at)))}</small>
            </p>
            <button type="button" class="button" @click=${() => deeds.dismiss(clash)}>${t.clashes.dismiss}</button>
          </li>`,
        )}</ul>
      </div>
    </section>`;
};
