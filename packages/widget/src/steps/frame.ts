import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Step } from '../flow-state.ts';
import { icon } from '../parts/icon.ts';
import type { View } from '../view.ts';

const journey: readonly Step[] = ['office', 'service', 'time', 'people', 'review'];

/** Where the applicant is in the journey; an element with one office has no choice of office to count. */
const progress = (view: View) => {
  const { state, t } = view;
  const steps = state.officeIds.length === 1 ? journey.slice(1) : journey;
  const at = steps.indexOf(state.step) + 1;
  if (at === 0 || (state.step === 'time' && state.moving)) return nothing;
  return html`
    <p class="progress">${t.common.progress(at, steps.length)}</p>
    <div class="bar" aria-hidden="true">${steps.map((_, step) => html`<i class=${step < at ? 'done' : ''}></i>`)}</div>`;
};

const canGoBack = ({ state }: View) =>
  state.step === 'service'
    ? state.officeIds.length !== 1
    : state.step !== 'office' &&
      state.step !== 'ticket' &&
      state.step !== 'loading' &&
      !(state.step === 'review' && state.outcome === 'unknown');

/** What every step stands in: the way back, the progress and the heading that takes focus. */
export const frame = (view: View, heading: string, content: TemplateResult): TemplateResult => html`
  ${
    canGoBack(view)
      ? html`<button type="button" class="link back" @click=${() => view.send({ type: 'back' })}>${icon('back')}${view.t.common.back}</button>`
      : nothing
  }
  ${progress(view)}
  <h2 tabindex="-1">${heading}</h2>
  ${content}`;
