import type { Availability } from '@paspor-antrean/client';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { chapters } from '../chapters/library.ts';
import type { At } from '../flow-state.ts';
import { zoneOf } from '../i18n/format.ts';
import { button, link, waiting } from '../parts/button.ts';
import { calendar } from '../parts/calendar.ts';
import { hasRoom, nextFreeDay, whyNot } from '../parts/day-words.ts';
import { faultNotice } from '../parts/fault-notice.ts';
import { notice } from '../parts/notice.ts';
import { slotList } from '../parts/slot-list.ts';
import type { View } from '../view.ts';
import { frame } from './frame.ts';

type TimeView = View<At<'time'>>;

const opens = ({ t }: TimeView, at: string | null | undefined) =>
  at ? html`<p>${t.time.opens(t.format.day(at), t.format.time(at))}</p>` : nothing;

const elsewhere = (view: TimeView, places: Availability['elsewhere']) =>
  places.length === 0
    ? nothing
    : html`<h3>${view.t.time.elsewhere}</h3>
      <ul class="rows">
        ${places.map(
          ({ officeId, name, distanceKm, earliest }) => html`<li>
            <button type="button" class="row" aria-disabled=${view.state.pending ? 'true' : nothing}
              @click=${() => view.send({ type: 'elsewhere-chosen', id: officeId })}>
              <strong>${view.t.time.elsewhereAt(name, distanceKm)}</strong>
              <span>${view.t.format.day(earliest.slot)}, ${view.t.format.hours(earliest)}</span>
            </button>
          </li>`,
        )}
      </ul>`;

/** The first offer: nearly everyone wants the earliest, so that it takes one tap and no choosing. */
const earliest = (view: TimeView, availability: Availability) => {
  const { state, t } = view;
  const slot = availability.earliest;
  if (!slot)
    return html`${notice('warning', html`<strong>${t.time.fullOffice}</strong>`, html`<p>${t.time.fullUntil}</p>${opens(view, availability.nextReleaseAt)}`)}
      ${state.moving ? nothing : elsewhere(view, availability.elsewhere)}`;
  const busy = state.pending?.name === 'holdSlot' && state.pending.input.slot === slot.slot;
  return html`<section class="earliest" aria-labelledby="earliest">
    <h3 id="earliest">${t.time.earliest}</h3>
    <p class="big">${t.format.day(slot.slot)}</p>
    <p class="hour">${t.format.hours(slot)}</p>
    <p class="left">${t.time.left(slot.remaining)}</p>
    ${
      slot.slot === state.moving?.slot.slot
        ? html`<p><strong>${t.time.now}</strong></p>`
        : button(
            view,
            busy ? waiting(t.time.taking) : state.moving ? t.time.moveTake : t.time.take,
            { type: 'slot-chosen', slot },
            'primary wide',
          )
    }
  </section>`;
};

const chosenDay = (view: TimeView, availability: Availability) => {
  const { state, t } = view;
  const on = state.day;
  if (!on) return html`<p>${t.time.pickDay}</p>`;
  const day = availability.days.find((one) => one.on === on);
  const next = nextFreeDay(availability, on, state.party);
  const isFull = day?.status === 'full' || (day?.status === 'open' && !hasRoom(day, state.party));
  const goNext = next
    ? html`<button type="button" class="button quiet" @click=${() => choose(view, next.on)}>${t.time.goTo(t.format.day(next.on))}</button>`
    : opens(view, availability.nextReleaseAt);
  return html`<h3 id="hours" tabindex="-1">${t.time.hoursOf(t.format.day(on))}</h3>
    ${
      hasRoom(day, state.party)
        ? nothing
        : notice('warning', isFull ? t.time.fullDay(next && t.format.day(next.on)) : whyNot(day, t), goNext)
    }
    ${day && hasRoom(day, state.party) ? slotList(view, { slots: day.slots, party: state.party, current: state.moving?.slot.slot }) : nothing}`;
};

const choose = (view: TimeView, on: string) => {
  view.send({ type: 'day-chosen', on });
  view.show({ cursor: on });
  view.focus('#hours');
};

const otherTimes = (view: TimeView, availability: Availability) => {
  const { state, t, screen } = view;
  const cursor = screen.cursor ?? state.day ?? availability.earliest?.slot.slice(0, 10) ?? availability.days[0]?.on;
  if (!cursor) return nothing;
  const month = {
    availability,
    party: state.party,
    chosen: state.day,
    t,
    cursor,
    moved: (on: string, takesFocus: boolean) => {
      view.show({ cursor: on });
      if (takesFocus) view.focus(`[data-on="${on}"]`);
    },
  };
  const way = (asList: boolean, label: string) =>
    html`<button type="button" class="button" aria-pressed=${asList === (state.asList ?? false)}
      @click=${() => view.send({ type: 'calendar-opened', asList })}>${label}</button>`;
  return html`
    <div class="ways" role="group" aria-labelledby="ways">
      <span id="ways">${t.time.showAs}</span>
      <div>${way(false, t.time.asCalendar)}${way(true, t.time.asList)}</div>
    </div>
    ${
      state.asList
        ? chapters.map(({ dayList }) => dayList?.(view, { ...month, current: state.moving?.slot.slot }))
        : html`${calendar({ ...month, chose: (on) => choose(view, on) })}
            <div class="flow">${chosenDay(view, availability)}</div>`
    }
    ${opens(view, availability.nextReleaseAt)}`;
};

export const time = (view: TimeView): TemplateResult => {
  const { state, t } = view;
  const { availability, fault } = state;
  const alternatives = fault?.problem?.alternatives ?? [];
  const summary = [state.office.name, t.common.service[state.service], t.common.people(state.party)].join('\u00a0· ');
  return frame(
    view,
    state.moving ? t.time.moveHeading : t.time.heading,
    html`
      <p class="summary-line">
        <span>${summary}</span>
        ${state.moving ? nothing : link(view, t.common.change, { type: 'change-service' })}
      </p>
      ${state.lost ? notice('warning', t.time.expired, nothing, true) : nothing}
      ${faultNotice(view, html`${opens(view, fault?.problem?.nextReleaseAt)}`)}
      ${
        alternatives.length > 0
          ? html`<h3>${t.time.alternatives}</h3>${slotList(view, { slots: alternatives, party: state.party, withDay: true })}`
          : nothing
      }
      ${elsewhere(view, fault?.problem?.elsewhere ?? [])}
      ${
        availability
          ? html`${earliest(view, availability)}
            <button type="button" class="button quiet wide" aria-expanded=${state.calendar}
              @click=${() => view.send({ type: 'calendar-opened' })}>${state.calendar ? t.time.hideOther : t.time.other}</button>
            ${state.calendar ? otherTimes(view, availability) : nothing}
            <p class="help">${t.time.zone(zoneOf(availability.asOf))}</p>`
          : fault
            ? nothing
            : html`<p class="waiting">${waiting(t.common.loading)}</p>`
      }`,
  );
};
