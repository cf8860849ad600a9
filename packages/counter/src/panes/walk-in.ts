import { html, nothing, type TemplateResult } from 'lit/html.js';
import { walkInChannels } from '../day/people.ts';
import { icon } from '../parts/icon.ts';
import { notice, troubleOf } from '../parts/notice.ts';
import { panel } from '../parts/verdict-panel.ts';
import type { View } from '../view.ts';

const services = ['new', 'renewal'] as const;

const submitted = (event: SubmitEvent, view: View) => {
  event.preventDefault();
  const given = new FormData(event.target as HTMLFormElement);
  const text = (name: string) => String(given.get(name) ?? '');
  const service = services.find((one) => one === text('service')) ?? 'new';
  void view.deeds.admit({ channel: text('channel'), service, nik: text('nik') });
};

const radio = (name: string, value: string, label: unknown, checked: boolean): TemplateResult => html`
  <label class="choice"><input type="radio" name=${name} value=${value} ?checked=${checked} /><span>${label}</span></label>`;

const form = (view: View, channels: ReadonlyMap<string, number>): TemplateResult => {
  const { t, state } = view;
  const fault = state.walkIn?.fault && t.nik[state.walkIn.fault];
  return html`
    <form class="flow" @submit=${(event: SubmitEvent) => submitted(event, view)}>
      <fieldset class="choices"><legend>${t.walkIn.channel}</legend>${[...channels].map(([id, left], at) =>
        radio('channel', id, html`${t.channels[id] ?? id}<small>${t.walkIn.left(left)}</small>`, at === 0),
      )}</fieldset>
      <fieldset class="choices"><legend>${t.walkIn.service}</legend>${services.map((id) =>
        radio('service', id, t.services[id], id === 'new'),
      )}</fieldset>
      <div class="ask ${fault ? 'faulty' : ''}">
        <label for="walk-in-nik">${t.holder.field}</label>
        <input id="walk-in-nik" name="nik" inputmode="numeric" autocomplete="off" spellcheck="false"
          aria-describedby=${fault ? 'walk-in-fault' : nothing} aria-invalid=${fault ? 'true' : nothing} />
        ${fault ? html`<p id="walk-in-fault" class="fault">${icon('wait')}${fault}</p>` : nothing}
      </div>
      <button class="button primary wide tall" aria-disabled=${state.busy === 'walk-in' ? 'true' : nothing}>
        ${state.busy === 'walk-in' ? t.arrival.marking : t.walkIn.admit}
      </button>
    </form>`;
};

/** A seat of a channel of its own for someone who stands here. */
export const walkIn = (view: View): TemplateResult => {
  const { t, desk, state, now } = view;
  const channels = desk.day ? walkInChannels(desk.day, now) : new Map<string, number>();
  const visit = state.walkIn?.visit;
  return html`
    <section class="pane flow" aria-labelledby="walk-in-title">
      <h2 id="walk-in-title">${t.walkIn.title}</h2>
      ${
        visit
          ? panel({
              tone: 'yes',
              title: t.walkIn.admitted,
              large: visit.applicants.map(({ queueCode }) => queueCode),
              more: html`<p>${view.format.time(new Date(visit.startsAt))} · ${t.channels[visit.channel] ?? visit.channel}</p>`,
              next: t.walkIn.admittedNext,
            })
          : html`<p>${t.walkIn.help}</p>`
      }
      ${troubleOf(view, 'walk-in')}
      ${channels.size > 0 ? form(view, channels) : notice('info', t.walkIn.none)}
    </section>`;
};
