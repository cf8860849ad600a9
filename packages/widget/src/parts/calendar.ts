import type { Availability } from '@paspor-antrean/client';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { addDays, addMonths, weekday, weeksOf } from '../days.ts';
import type { Strings } from '../i18n/strings.ts';
import { dayMark, dayName, hasRoom } from './day-words.ts';
import { icon } from './icon.ts';

export interface Month {
  readonly availability: Availability;
  readonly t: Strings;
  /** The day that the Tab key reaches; its month shows. */
  readonly cursor: string;
  readonly moved: (on: string, takesFocus: boolean) => void;
}

export interface Calendar extends Month {
  readonly party: number;
  readonly chosen: string | undefined;
  readonly chose: (on: string) => void;
}

const clamp = (on: string, first: string, last: string) => (on < first ? first : on > last ? last : on);

/** The first and the last day that the answer knows. */
const known = ({ availability, cursor }: Month) =>
  [availability.days[0]?.on ?? cursor, availability.days.at(-1)?.on ?? cursor] as const;

/** Which month shows, with a way to the one before and the one after. */
export const monthBar = (of: Month): TemplateResult => {
  const { t, cursor } = of;
  const [first, last] = known(of);
  const turn = (months: number, label: string, name: 'back' | 'next') => {
    const to = addMonths(cursor, months);
    const ends = months < 0 ? cursor.slice(0, 7) <= first.slice(0, 7) : cursor.slice(0, 7) >= last.slice(0, 7);
    return html`<button type="button" class="turn" aria-label=${label} aria-disabled=${ends ? 'true' : nothing}
      @click=${() => !ends && of.moved(clamp(`${to.slice(0, 8)}01`, first, last), false)}>${icon(name)}</button>`;
  };
  return html`<div class="month">
    ${turn(-1, t.time.previousMonth, 'back')}
    <h3 id="month" aria-live="polite">${t.format.month(cursor)}</h3>
    ${turn(1, t.time.nextMonth, 'next')}
  </div>`;
};

const afterKey: Readonly<Record<string, (on: string, shift: boolean) => string>> = {
  ArrowLeft: (on) => addDays(on, -1),
  ArrowRight: (on) => addDays(on, 1),
  ArrowUp: (on) => addDays(on, -7),
  ArrowDown: (on) => addDays(on, 7),
  Home: (on) => addDays(on, -weekday(on)),
  End: (on) => addDays(on, 6 - weekday(on)),
  PageUp: (on, shift) => addMonths(on, shift ? -12 : -1),
  PageDown: (on, shift) => addMonths(on, shift ? 12 : 1),
};

/** The keyboard map of the APG date grid. */
export const dayAfterKey = (key: string, shift: boolean, on: string): string | undefined => afterKey[key]?.(on, shift);

/** A month of days with the places left. Days that cannot be taken are reachable too, and say why. */
export const calendar = (of: Calendar): TemplateResult => {
  const { availability, t, cursor } = of;
  const days = new Map(availability.days.map((day) => [day.on, day]));
  const [first, last] = known(of);
  const today = availability.asOf.slice(0, 10);
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const on = dayAfterKey(event.key, event.shiftKey, cursor);
    if (!on) return;
    event.preventDefault();
    of.moved(clamp(on, first, last), true);
  };

  // Weeks that are over, or not yet known, hold nothing to choose.
  const isOpen = (week: readonly (string | undefined)[]) => week.some((on) => on && on >= first && on <= last);

  const cell = (on: string | undefined) => {
    if (!on || on < first || on > last) return html`<td class="blank">${on ? Number(on.slice(8)) : nothing}</td>`;
    const day = days.get(on);
    const free = hasRoom(day, of.party);
    return html`<td role="gridcell" aria-selected=${on === of.chosen}>
      <button
        type="button"
        class="day ${free ? 'free' : ''} ${day?.status ?? ''}"
        data-on=${on}
        tabindex=${on === cursor ? 0 : -1}
        aria-disabled=${free ? nothing : 'true'}
        aria-current=${on === today ? 'date' : nothing}
        @click=${() => of.chose(on)}
      ><span class="unseen">${dayName(day, on, of.party, t)}</span
        ><b aria-hidden="true">${Number(on.slice(8))}</b><small aria-hidden="true">${dayMark(day, of.party, t)}</small></button>
    </td>`;
  };

  return html`
    <div class="calendar">
      ${monthBar(of)}
      <table role="grid" aria-labelledby="month" @keydown=${onKey}>
        <thead>
          <tr>${t.format.weekdays().map(({ short, long }) => html`<th scope="col" abbr=${long}>${short}</th>`)}</tr>
        </thead>
        <tbody>
          ${weeksOf(cursor)
            .filter(isOpen)
            .map((week) => html`<tr>${week.map(cell)}</tr>`)}
        </tbody>
      </table>
      <p class="help">${t.time.legend}</p>
    </div>`;
};
