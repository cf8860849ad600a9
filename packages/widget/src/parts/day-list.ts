import type { AvailabilityDay } from '@paspor-antrean/client';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { addDays } from '../days.ts';
import type { Strings } from '../i18n/strings.ts';
import type { View } from '../view.ts';
import { type Month, monthBar } from './calendar.ts';
import { hasRoom, whyNot } from './day-words.ts';
import { icon } from './icon.ts';
import { slotList } from './slot-list.ts';

export interface Entry {
  /** The first of the days; the only one when it has room. */
  readonly day: AvailabilityDay;
  readonly until: string;
  /** Why none of them can be taken. */
  readonly why: string | undefined;
}

/** Neighbouring days that nobody can take for one reason are one entry: a weekend, all that opens on one later day. */
export const entriesOf = (days: readonly AvailabilityDay[], party: number, t: Strings): Entry[] => {
  const entries: Entry[] = [];
  for (const day of days) {
    const why = hasRoom(day, party) ? undefined : whyNot(day, t);
    const before = entries.at(-1);
    if (why && before?.why === why && addDays(before.until, 1) === day.on)
      entries[entries.length - 1] = { ...before, until: day.on };
    else entries.push({ day, until: day.on, why });
  }
  return entries;
};

export interface DayList extends Month {
  readonly party: number;
  /** The day whose hours show. */
  readonly chosen: string | undefined;
  /** The slot that the applicant has now, when moving. */
  readonly current: string | undefined;
}

/** All that the month's grid says, in reading order: each day a line, with its hours behind it or why there are none. */
export const dayList = (view: View, of: DayList): TemplateResult => {
  const { t, party, current, chosen } = of;
  const days = of.availability.days.filter(({ on }) => on.slice(0, 7) === of.cursor.slice(0, 7));
  const named = (on: string, until: string) => {
    const words = (print: (on: string) => string) => `${print(on)}${until > on ? ` – ${print(until)}` : ''}`;
    return html`<h4 aria-label=${words(t.format.day)}>${words(t.format.brief)}</h4>`;
  };
  // One day is open at a time, here as in the grid: the state says which, not the element.
  const toggle = (event: Event, on: string) => {
    event.preventDefault();
    view.send({ type: 'day-chosen', on: on === chosen ? undefined : on });
    // What was open above it goes, and would take it along.
    view.focus(`[data-on="${on}"]`);
  };
  return html`
    ${monthBar(of)}
    <div class="days">
      ${entriesOf(days, party, t).map(({ day: { on, remaining, slots }, until, why }) =>
        why
          ? html`<div>${named(on, until)}<p class="help">${why}</p></div>`
          : html`<details ?open=${on === chosen}>
              <summary data-on=${on} @click=${(event: Event) => toggle(event, on)}>
                ${named(on, on)}<span class="help">${t.time.left(remaining)}</span>${icon('next')}
              </summary>
              ${on === chosen ? slotList(view, { slots, party, current }) : nothing}
            </details>`,
      )}
    </div>`;
};
