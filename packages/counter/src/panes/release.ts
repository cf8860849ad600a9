import { html, nothing, type TemplateResult } from 'lit/html.js';
import { icon } from '../parts/icon.ts';
import { notice, troubleOf } from '../parts/notice.ts';
import { panel } from '../parts/verdict-panel.ts';
import type { View } from '../view.ts';

const submitted = (event: SubmitEvent, view: View) => {
  event.preventDefault();
  const given = new FormData(event.target as HTMLFormElement);
  void view.deeds.release(String(given.get('nik') ?? ''), given.has('card'));
};

/** Frees a person whose NIK someone else used. Heads only. */
export const release = (view: View): TemplateResult => {
  const { t, state } = view;
  const { released, fault } = state.release ?? {};
  const nikFault = fault && fault !== 'CARD' ? t.nik[fault] : undefined;
  const said = (id: string, text: string | undefined) =>
    text ? html`<p id=${id} class="fault">${icon('wait')}${text}</p>` : nothing;
  return html`
    <section class="pane flow" aria-labelledby="release-title">
      <h2 id="release-title">${t.release.title}</h2>
      ${
        released === undefined
          ? html`<p>${t.release.help}</p>`
          : released
            ? panel({ tone: 'yes', title: t.release.freed, next: t.release.freedNext })
            : notice('info', t.release.notHeld)
      }
      ${notice('wait', t.release.audited)} ${troubleOf(view, 'release')}
      <form class="flow" @submit=${(event: SubmitEvent) => submitted(event, view)}>
        <div class="ask ${nikFault ? 'faulty' : ''}">
          <label for="release-nik">${t.holder.field}</label>
          <input id="release-nik" name="nik" inputmode="numeric" autocomplete="off" spellcheck="false"
            aria-describedby=${nikFault ? 'release-fault' : nothing} aria-invalid=${nikFault ? 'true' : nothing} />
          ${said('release-fault', nikFault)}
        </div>
        <label class="choice">
          <input type="checkbox" name="card" aria-describedby=${fault === 'CARD' ? 'card-fault' : nothing} /><span>${t.release.card}</span>
        </label>
        ${said('card-fault', fault === 'CARD' ? t.release.cardMissing : undefined)}
        <button class="button primary wide tall" aria-disabled=${state.busy === 'release' ? 'true' : nothing}>${t.release.free}</button>
      </form>
    </section>`;
};
