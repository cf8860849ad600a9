import { html, nothing, type TemplateResult } from 'lit/html.js';
import { icon } from '../parts/icon.ts';
import { notice, troubleOf } from '../parts/notice.ts';
import { panel, receptionPanel } from '../parts/verdict-panel.ts';
import type { View } from '../view.ts';
import { reception } from './reception.ts';

const submitted = (event: SubmitEvent, use: (text: string) => void) => {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const text = (form.elements.namedItem('typed') as HTMLInputElement).value.trim();
  if (text) use(text);
  form.reset();
};

const chosen = (event: Event, use: (file: Blob) => void) => {
  const input = event.target as HTMLInputElement;
  const [file] = input.files ?? [];
  if (file) use(file);
  // The same file may be chosen again.
  input.value = '';
};

const camera = ({ camera, t, toggleCamera }: View): TemplateResult => {
  const isOn = camera === 'on' || camera === 'starting';
  return html`
    <button type="button" class="button" @click=${toggleCamera}>
      ${icon('camera')}${isOn ? t.scan.cameraOff : t.scan.camera}
    </button>`;
};

const eye = ({ camera, t }: View): TemplateResult | typeof nothing => {
  if (camera === 'refused') return notice('wait', t.scan.cameraRefused);
  if (camera === 'none') return notice('wait', t.scan.cameraNone);
  if (camera === 'off') return nothing;
  return html`
    <div class="eye">
      <video autoplay muted playsinline aria-label=${t.scan.cameraLabel}></video>
      ${camera === 'starting' ? html`<p>${t.scan.cameraStarting}</p>` : nothing}
    </div>`;
};

const result = (view: View): TemplateResult => {
  const { state, desk, t } = view;
  if (state.reception) return receptionPanel(state.reception, view);
  if (state.arrived) {
    const next = desk.online ? t.arrival.doneNext : `${t.arrival.doneNext} ${t.arrival.kept}`;
    return panel({ tone: 'yes', title: t.arrival.done, large: state.arrived, next });
  }
  return html`<div class="verdict ready">${icon('scan')}<p><strong>${t.scan.ready}</strong></p><p>${t.scan.readyHelp}</p></div>`;
};

/** The field that is always ready, and what came of what was presented. */
export const scan = (view: View): TemplateResult => {
  const { state, t, deeds } = view;
  const isResult = Boolean(state.reception || state.arrived);
  return html`
    <section class="pane scan flow" aria-labelledby="scan-title">
      <h2 id="scan-title" class="unseen">${t.scan.title}</h2>
      <form class="ask" @submit=${(event: SubmitEvent) => submitted(event, deeds.present)}>
        <label for="scan">${t.scan.field}</label>
        <div class="line">
          <input id="scan" name="typed" autocomplete="off" autocapitalize="characters" spellcheck="false"
            enterkeyhint="go" aria-describedby="scan-help" />
          <button class="button primary">${state.busy === 'present' ? t.scan.checking : t.scan.check}</button>
        </div>
        <p id="scan-help" class=${isResult ? 'unseen' : 'help'}>${t.scan.help}</p>
      </form>
      <div class="ways">
        ${camera(view)}
        <label class="button file">
          ${icon('picture')}${t.scan.picture}
          <input type="file" accept="image/*" @change=${(event: Event) => chosen(event, view.readPicture)} />
        </label>
      </div>
      ${eye(view)}
      ${troubleOf(view, 'present', 'holder', 'arrive')}
      <div class="outcome flow" id="outcome">
        <div aria-live="assertive">${result(view)}</div>
        ${reception(view)}
        ${
          isResult
            ? html`<button type="button" class="link" @click=${() => view.send({ type: 'cleared' })}>${t.scan.clear}</button>`
            : nothing
        }
      </div>
    </section>`;
};
