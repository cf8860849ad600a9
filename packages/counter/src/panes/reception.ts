import { html, nothing, type TemplateResult } from 'lit/html.js';
import { icon } from '../parts/icon.ts';
import type { View } from '../view.ts';

/** A scanner may be pointed at the next ticket while the card is still asked for. */
export const isTicket = (text: string) => text.length > 40 || text.includes('.');

const cardGiven = (event: SubmitEvent, view: View) => {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const field = form.elements.namedItem('nik') as HTMLInputElement;
  const text = field.value.trim();
  form.reset();
  if (isTicket(text)) void view.deeds.present(text);
  else if (text) void view.deeds.checkHolder(text);
  // Nothing to match: on to the next thing with the same key.
  else (field.getRootNode() as ShadowRoot).querySelector<HTMLElement>('#arrive')?.focus();
};

const cardForm = (view: View): TemplateResult => {
  const { t, state } = view;
  const holder = state.reception?.holder;
  const fault = holder && 'fault' in holder ? t.nik[holder.fault] : undefined;
  return html`
    <form class="ask ${fault ? 'faulty' : ''}" @submit=${(event: SubmitEvent) => cardGiven(event, view)}>
      <label for="nik">${t.holder.field}</label>
      <div class="line">
        <input id="nik" name="nik" inputmode="numeric" autocomplete="off" spellcheck="false" enterkeyhint="go"
          aria-describedby=${fault ? 'nik-fault nik-help' : 'nik-help'} aria-invalid=${fault ? 'true' : nothing} />
        <button class="button">${t.holder.check}</button>
      </div>
      ${fault ? html`<p id="nik-fault" class="fault">${icon('wait')}${fault}</p>` : nothing}
      <p id="nik-help" class="help">${t.holder.help}</p>
    </form>`;
};

const personRow = (view: View, queueCode: string): TemplateResult => {
  const { here = [], seen = [] } = view.state.reception ?? {};
  return html`
    <label class="choice">
      <input type="checkbox" .checked=${here.includes(queueCode)} @change=${() => view.send({ type: 'ticked', queueCode })} />
      <span class="code">${queueCode}</span>
      ${seen.includes(queueCode) ? html`<span class="seen">${icon('yes')}${view.t.holder.seen}</span>` : nothing}
    </label>`;
};

/** Whose card it is, who is here, and the one button that counts. Only for a ticket that is welcome. */
export const reception = (view: View): TemplateResult | typeof nothing => {
  const { state, t, deeds } = view;
  const { verdict, here = [], isStranger } = state.reception ?? {};
  if (verdict?.kind !== 'welcome') return nothing;
  const { waitingFor, ticket, visit } = verdict;
  const hasHolders = ticket !== null || visit?.holders !== null;
  const isNobody = here.length === 0 && waitingFor.length > 0;
  const label = waitingFor.length > 0 ? t.arrival.mark(here.length) : t.arrival.markAll;
  return html`
    ${hasHolders ? cardForm(view) : nothing}
    ${
      waitingFor.length > 1
        ? html`<fieldset class="choices"><legend>${t.arrival.who}</legend>${waitingFor.map((code) => personRow(view, code))}</fieldset>`
        : nothing
    }
    ${
      isStranger
        ? nothing
        : html`<button type="button" id="arrive" class="button primary wide tall" aria-disabled=${isNobody ? 'true' : nothing}
            @click=${() => !isNobody && state.busy !== 'arrive' && deeds.arrive()}>
            ${icon('check')}${state.busy === 'arrive' ? t.arrival.marking : isNobody ? t.arrival.nobodyTicked : label}
          </button>`
    }`;
};
