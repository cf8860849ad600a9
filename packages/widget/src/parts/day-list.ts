import type { AvailabilityDay } from '@paspor-antrean/client';
import { html, type TemplateResult } from 'lit/html.js';
import { addDays } from '../days.ts';
import { zoneOf } from '../i18n/format.ts';
import type { Strings } from '../i18n/strings.ts';
import type { View } from '../view.ts';
import { type Month, monthBar } from './calendar.ts';
import { hasRoom, whyNot } from './day-words.ts';
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
  /** The slot that the applicant has now, when moving. */
  readonly current: string | undefined;
}

/** All that the month's grid and its hours say, in reading order: each day a heading, its hours or the reason below. */
export const dayList = (view: View, of: DayList): TemplateResult => {
  const { t, party, current } = of;
  const days = of.availability.days.filter(({ on }) => on.slice(0, 7) === of.cursor.slice(0, 7));
  return html`<div class="days flow">
    ${monthBar(of)}
    <p class="help">${t.time.zone(zoneOf(of.availability.asOf))}</p>
    ${entriesOf(days, party, t).map(
      ({ day, until, why }) => html`<section>
        <h4>${t.format.day(day.on)}${until > day.on ? ` – ${t.format.day(until)}` : ''}</h4>
        ${why ? html`<p class="help">${why}</p>` : slotList(view, { slots: day.slots, party, current, day: 'spoken' })}
      </section>`,
    )}
  </div>`;
};
