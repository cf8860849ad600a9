import { html, nothing, type TemplateResult } from 'lit/html.js';
import { nextToCall, nowCalled } from '../day/people.ts';
import { icon } from '../parts/icon.ts';
import type { View } from '../view.ts';

/** Who is at this booth now, and who comes next. */
export const booth = (view: View): TemplateResult => {
  const { t, people, kept, deeds, state } = view;
  const now = nowCalled(people, kept.booth);
  const next = nextToCall(people);
  const isBusy = state.busy === 'call';
  return html`
    <div class="booth">
      <div class="ask">
        <label for="booth">${t.booth.field}</label>
        <input id="booth" autocomplete="off" maxlength="20" .value=${kept.booth} aria-describedby="booth-help"
          @change=${(event: Event) => view.keep({ booth: (event.target as HTMLInputElement).value.trim() })} />
        <p id="booth-help" class="help">${t.booth.help}</p>
      </div>
      <div class="now" aria-live="polite">
        <p class="label">${now ? t.booth.now : t.booth.idle}</p>
        ${now ? html`<p class="large">${now.queueCode}</p>` : nothing}
      </div>
      <div class="acts">
        ${
          now
            ? html`<button type="button" class="button" @click=${() => deeds.serve(now)}>${t.list.serve}</button>
                <button type="button" class="button quiet" @click=${() => deeds.call(now)}>${t.booth.again}</button>
                <button type="button" class="button quiet" @click=${() => deeds.miss(now)}>${t.list.miss}</button>`
            : nothing
        }
        <button type="button" class="button primary" aria-disabled=${next && !isBusy ? nothing : 'true'}
          @click=${() => next && !isBusy && deeds.call(next)}>
          ${icon('bell')}${next ? t.booth.next(next.queueCode) : t.booth.nobody}
        </button>
      </div>
    </div>`;
};
