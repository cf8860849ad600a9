import type { OfficeSummary } from '@paspor-antrean/client';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { At } from '../flow-state.ts';
import { icon } from '../parts/icon.ts';
import { notice } from '../parts/notice.ts';
import { inputValue } from '../parts/remarks.ts';
import { said } from '../parts/said.ts';
import type { View } from '../view.ts';
import { frame } from './frame.ts';
import { manageLink } from './manage-link.ts';

const shownAtFirst = 8;

const plain = (text: string) => text.normalize('NFD').replace(/[̀-ͯ]/g, '').toLowerCase();

/** Every word must be somewhere in the office's name, city or province. */
export const matches = (office: OfficeSummary, search: string): boolean => {
  const text = plain(`${office.name} ${office.city} ${office.province} ${office.id}`);
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
};

const locate = (view: View) => {
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      view.show({ locationFailed: false });
      view.send({ type: 'near', near: `${coords.latitude.toFixed(1)},${coords.longitude.toFixed(1)}` });
    },
    () => view.show({ locationFailed: true }),
    { maximumAge: 600_000, timeout: 10_000 },
  );
};

const row = (view: View, office: OfficeSummary) => html`<li>
  <button type="button" class="row" aria-disabled=${view.state.pending ? 'true' : nothing}
    @click=${() => view.send({ type: 'office-chosen', id: office.id })}>
    <strong>${office.name}</strong>
    <span>
      ${office.kind === 'kanim' ? nothing : html`${view.t.office.kind[office.kind]} · `}${office.city}, ${office.province}${
        office.distanceKm === undefined ? nothing : html` · ${view.t.office.distance(office.distanceKm)}`
      }
    </span>
    ${icon('next')}
  </button>
</li>`;

export const office = (view: View<At<'office'>>): TemplateResult => {
  const { state, t, screen } = view;
  const isLong = state.offices.length > 3;
  const found = state.offices.filter((one) => matches(one, screen.search));
  const shown = screen.all ? found : found.slice(0, shownAtFirst);
  return frame(
    view,
    t.office.heading,
    html`
      <p>${t.office.any}</p>
      ${said(view)}
      ${
        isLong
          ? html`<div class="field">
              <label for="search">${t.office.search}</label>
              <input id="search" type="search" autocomplete="off" .value=${screen.search}
                @input=${(event: Event) => view.show({ search: inputValue(event), all: false })} />
            </div>`
          : nothing
      }
      ${
        isLong && 'geolocation' in navigator
          ? html`<div class="near">
              <button type="button" class="button quiet" aria-disabled=${state.pending ? 'true' : nothing}
                @click=${() => locate(view)}>${icon('place')}${t.office.near}</button>
              <p class="help">${state.nearest ? t.office.nearNote : t.office.nearHelp}</p>
            </div>`
          : nothing
      }
      ${screen.locationFailed ? notice('warning', t.office.nearFailed, nothing, true) : nothing}
      ${isLong ? html`<p class="count" role="status">${found.length ? t.office.found(found.length) : t.office.none}</p>` : nothing}
      <ul class="rows">${shown.map((one) => row(view, one))}</ul>
      ${
        found.length > shown.length
          ? html`<button type="button" class="button quiet" @click=${() => view.show({ all: true })}>
              ${t.office.more(found.length - shown.length)}</button>`
          : nothing
      }
      ${manageLink(view)}`,
  );
};
