import { html, nothing, type TemplateResult } from 'lit/html.js';
import { bySlot, countStages, matches, type Person } from '../day/people.ts';
import type { Stage } from '../page-state.ts';
import { type IconName, icon } from '../parts/icon.ts';
import { notice, troubleOf } from '../parts/notice.ts';
import type { View } from '../view.ts';
import { booth } from './booth.ts';
import { isTicket } from './reception.ts';

const icons: Readonly<Record<Stage, IconName>> = {
  due: 'clock',
  waiting: 'check',
  called: 'bell',
  served: 'yes',
  missed: 'away',
};
const stages = Object.keys(icons) as Stage[];

type Action = 'open' | 'call' | 'serve' | 'miss';
/** What can be done with someone, the likeliest first. */
const actions: Readonly<Record<Stage, readonly Action[]>> = {
  due: ['open', 'miss'],
  waiting: ['call', 'miss'],
  called: ['serve', 'miss'],
  served: [],
  missed: ['open'],
};

const act = (view: View, action: Action, person: Person) =>
  action === 'open' ? view.deeds.present(person.queueCode) : view.deeds[action](person);

const since = ({ t, format }: View, { stage, arrivedAt, calledAt, booth, servedAt }: Person): string => {
  const clock = (at: string | null) => (at ? format.clock(new Date(at)) : '');
  if (stage === 'waiting') return t.list.arrivedAt(clock(arrivedAt));
  if (stage === 'called') return t.list.calledAt(clock(calledAt), booth ?? '');
  return stage === 'served' ? t.list.servedAt(clock(servedAt)) : '';
};

const row = (view: View, person: Person): TemplateResult => {
  const { t, state } = view;
  const { queueCode, stage, visit } = person;
  const isBusy = state.about === queueCode;
  return html`
    <li class="person ${stage}">
      <span class="code">${queueCode}</span>
      <span class="stage">${icon(icons[stage])}<span>${t.stages[stage]}<small>${since(view, person)}</small></span></span>
      <span class="what">${t.services[visit.service]}${
        visit.channel === 'online' ? nothing : html`<small>${t.channels[visit.channel] ?? visit.channel}</small>`
      }</span>
      <span class="acts">${actions[stage].map(
        (action) => html`<button type="button" class="button ${action === 'miss' ? 'quiet' : ''}"
          aria-label=${t.list.of(t.list[action], queueCode)} aria-disabled=${isBusy ? 'true' : nothing}
          @click=${() => !isBusy && act(view, action, person)}>${t.list[action]}</button>`,
      )}</span>
    </li>`;
};

const hours = (view: View, shown: readonly Person[]): TemplateResult[] => {
  const { format, people, t } = view;
  const all = new Map(bySlot(people).map(([visit, there]) => [visit.startsAt, there]));
  return bySlot(shown).map(([visit, there]) => {
    const everyone = all.get(visit.startsAt) ?? there;
    const { due, missed } = countStages(everyone);
    const [starts, ends] = [new Date(visit.startsAt), new Date(visit.endsAt)];
    return html`
      <section class="hour">
        <h3>${format.clock(starts)}–${format.time(ends)}<small>${t.list.cameOf(everyone.length - due - missed, everyone.length)}</small></h3>
        <ul>${there.map((person) => row(view, person))}</ul>
      </section>`;
  });
};

const filters = (view: View): TemplateResult => {
  const { state, t, people } = view;
  const counts = countStages(people);
  const one = (stage: Stage | null, label: string, count: number) => html`
    <button type="button" class="chip ${stage ?? ''}" aria-pressed=${state.filter === stage}
      @click=${() => view.send({ type: 'filtered', filter: stage })}>${stage ? icon(icons[stage]) : nothing}${label} <b>${count}</b></button>`;
  return html`
    <div class="chips" role="group" aria-label=${t.list.filter}>
      ${one(null, t.list.all, people.length)} ${stages.map((stage) => one(stage, t.stages[stage], counts[stage]))}
    </div>`;
};

/** A handheld scanner types where the focus is: what it read is a ticket, and nobody to search for. */
const scanned = (event: KeyboardEvent, { state, send, deeds }: View) => {
  if (event.key !== 'Enter' || !isTicket(state.query)) return;
  const { query } = state;
  send({ type: 'searched', query: '' });
  void deeds.present(query);
};

/** Everyone of today by hour, and the booth that calls them. */
export const list = (view: View): TemplateResult => {
  const { state, t, people, desk } = view;
  const { filter, query } = state;
  const shown = people.filter((person) => (!filter || person.stage === filter) && (!query || matches(person, query)));
  return html`
    <section class="pane list flow" aria-labelledby="list-title">
      <h2 id="list-title">${t.list.title}</h2>
      ${booth(view)} ${troubleOf(view, 'call', 'serve', 'miss')}
      <div class="ask">
        <label for="search">${t.list.search}</label>
        <input id="search" type="search" autocomplete="off" spellcheck="false" .value=${query}
          @keydown=${(event: KeyboardEvent) => scanned(event, view)}
          @input=${(event: Event) => view.send({ type: 'searched', query: (event.target as HTMLInputElement).value })} />
      </div>
      ${filters(view)}
      ${desk.day ? nothing : notice('wait', t.list.notYet)}
      ${desk.day && shown.length === 0 ? html`<p class="help">${people.length === 0 ? t.list.empty : t.list.none}</p>` : nothing}
      ${hours(view, shown)}
    </section>`;
};
