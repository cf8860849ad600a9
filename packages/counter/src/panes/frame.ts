import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Tab } from '../page-state.ts';
import { icon } from '../parts/icon.ts';
import { notice, troubleOf } from '../parts/notice.ts';
import type { View } from '../view.ts';
import { clashes } from './clashes.ts';
import { leaving } from './leaving.ts';
import { list } from './list.ts';
import { release } from './release.ts';
import { scan } from './scan.ts';
import { walkIn } from './walk-in.ts';

const panes: Readonly<Record<Tab, (view: View) => TemplateResult>> = { scan, list, 'walk-in': walkIn, release };

/** Minutes that a clock may be off before anyone need know. */
const clockLimitMs = 120_000;

const age = ({ desk, t, now }: View): string => {
  if (!desk.asOf) return t.status.noData;
  const minutes = Math.max(0, Math.floor((now.getTime() - desk.clockOffMs - desk.asOf.getTime()) / 60_000));
  if (minutes < 1) return t.status.dataNow;
  return minutes < 120 ? t.status.dataMinutes(minutes) : t.status.dataHours(Math.floor(minutes / 60));
};

const head = (view: View): TemplateResult => {
  const { t, desk, kept, format, now } = view;
  const { day, staff } = desk;
  const other = t.lang === 'id' ? 'en' : 'id';
  return html`
    <header class="head">
      <div class="where">
        <h1>${t.title}: ${day?.officeName ?? staff.office}</h1>
        <p>${format.day(day ? new Date(day.asOf) : now)} · ${t.roles[staff.role]}</p>
      </div>
      <div class="tools">
        <button type="button" class="tool" lang=${other} @click=${() => view.keep({ lang: other })}>${t.otherLang}</button>
        <button type="button" class="tool" @click=${() => view.keep({ isMuted: !kept.isMuted })}>
          ${icon(kept.isMuted ? 'muted' : 'sound')}${kept.isMuted ? t.status.soundOn : t.status.soundOff}
        </button>
        <button type="button" class="tool" @click=${() => view.deeds.leave('ask')}>${t.status.signOut}</button>
      </div>
    </header>`;
};

/** How far what is shown can be trusted: the network, the age of the data, what is still to be sent. */
const status = (view: View): TemplateResult => {
  const { t, desk, state } = view;
  return html`
    <div class="status">
      <p class=${desk.online ? 'good' : 'caution'}>${icon(desk.online ? 'online' : 'offline')}${desk.online ? t.status.online : t.status.offline}</p>
      <p>${icon('clock')}${age(view)}</p>
      <p class=${desk.unsent > 0 ? 'caution' : ''}>${icon(desk.unsent > 0 ? 'unsent' : 'check')}${
        desk.unsent > 0 ? t.status.unsent(desk.unsent) : t.status.allSent
      }</p>
      <button type="button" class="tool" aria-disabled=${state.busy === 'refresh' ? 'true' : nothing} @click=${view.deeds.refresh}>
        ${icon('refresh')}${t.status.refresh}
      </button>
    </div>`;
};

const warnings = (view: View): readonly (TemplateResult | typeof nothing)[] => {
  const { t, desk, signIn } = view;
  const off = Math.round(Math.abs(desk.clockOffMs) / 60_000);
  const again = signIn
    ? html`<button type="button" class="button" @click=${signIn}>${t.signIn.enter}</button>`
    : html`<p><code>paspor-antrean token staff</code></p>`;
  return [
    desk.isExpired ? notice('wait', t.status.expired, again) : nothing,
    Math.abs(desk.clockOffMs) > clockLimitMs ? notice('wait', t.status.clockOff(off)) : nothing,
    view.isOld
      ? notice(
          'info',
          t.status.renewed,
          html`<button type="button" class="button" @click=${view.renew}>${t.status.reload}</button>`,
        )
      : nothing,
    troubleOf(view, 'refresh'),
  ];
};

const tabs = (view: View, shown: Tab): TemplateResult => {
  const { t, desk, isWide } = view;
  const offered = (['scan', 'list', 'walk-in', 'release'] as const).filter(
    (tab) => (tab !== 'scan' || !isWide) && (tab !== 'release' || desk.staff.role !== 'counter'),
  );
  return html`
    <nav class="tabs">${offered.map(
      (tab) => html`<button type="button" aria-current=${tab === shown ? 'page' : nothing}
        @click=${() => view.send({ type: 'opened', tab })}>${t.tabs[tab]}</button>`,
    )}</nav>`;
};

/** The page of someone who is signed in. */
export const frame = (view: View): TemplateResult => {
  const { state, isWide } = view;
  const shown = isWide && state.tab === 'scan' ? 'list' : state.tab;
  return html`
    ${head(view)}
    <main class="desk">
      ${status(view)} ${warnings(view)} ${clashes(view)}
      ${isWide ? nothing : tabs(view, shown)}
      <div class="panes">
        ${isWide || shown === 'scan' ? scan(view) : nothing}
        ${isWide ? html`<div class="aside">${tabs(view, shown)}${panes[shown](view)}</div>` : shown === 'scan' ? nothing : panes[shown](view)}
      </div>
    </main>
    ${leaving(view)}`;
};
