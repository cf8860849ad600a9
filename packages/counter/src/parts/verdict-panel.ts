import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Verdict } from '../desk/desk.ts';
import type { Reception } from '../page-state.ts';
import type { View } from '../view.ts';
import { icon } from './icon.ts';

export type Tone = 'yes' | 'no' | 'wait';

export const tones: Readonly<Record<Verdict['kind'], Tone>> = {
  welcome: 'yes',
  arrived: 'wait',
  moved: 'wait',
  cancelled: 'no',
  'other-office': 'no',
  'other-day': 'wait',
  forged: 'no',
  malformed: 'no',
  'unknown-key': 'wait',
  unknown: 'no',
  unreadable: 'wait',
};

interface Panel {
  readonly tone: Tone;
  readonly title: string;
  /** What is read at two metres. */
  readonly large?: readonly string[];
  readonly more?: unknown;
  readonly next: string;
}

/** `A09-017` fills the panel; `A0930-017`, of a slot within the hour, has to fit as well. */
const lengthOf = ({ length }: string): string => (length > 10 ? 'long' : length > 7 ? 'fuller' : '');

/** A result, said by words, colour and shape alike; the sound is the page's. */
export const panel = ({ tone, title, large = [], more = nothing, next }: Panel): TemplateResult => html`
  <div class="verdict ${tone} ${large.length > 1 ? 'many' : ''}">
    <p class="said">${icon(tone)}<strong>${title}</strong></p>
    ${large.length > 0 ? html`<div class="codes">${large.map((text) => html`<p class="large ${lengthOf(text)}">${text}</p>`)}</div>` : nothing}
    ${more}
    <p class="next">${next}</p>
  </div>`;

/** What a verdict shows beside its words. */
const about = (verdict: Verdict, { t, format }: View): Pick<Panel, 'large' | 'more'> => {
  const when = (at: Date) => [format.day(at), format.time(at)];
  switch (verdict.kind) {
    case 'welcome': {
      const { visit, ticket, waitingFor, party = 1 } = verdict;
      const at = visit ? new Date(visit.startsAt) : ticket?.startsAt;
      const more = [at && format.time(at), visit && t.services[visit.service], party > 1 && t.verdict.people(party)]
        .filter(Boolean)
        .join(' · ');
      return {
        large: waitingFor,
        more: html`<p>${more}${verdict.isListed ? nothing : html`<br />${t.verdict.unlisted}`}</p>`,
      };
    }
    case 'arrived': {
      const there = verdict.visit?.applicants.filter(({ arrivedAt }) => arrivedAt) ?? [];
      const calls = there.map(({ booth }) => booth && t.verdict.calledTo(booth));
      const said = [
        verdict.at && t.verdict.arrivedAt(format.time(verdict.at)),
        verdict.isHere ? t.verdict.here : t.verdict.elsewhere,
        ...new Set(calls),
      ];
      return { large: there.map(({ queueCode }) => queueCode), more: html`<p>${said.filter(Boolean).join(', ')}</p>` };
    }
    case 'moved':
      return verdict.movedTo ? { large: format.slot(verdict.movedTo) } : {};
    case 'other-day':
      return { large: when(verdict.startsAt) };
    case 'other-office':
      return { large: [t.verdict.officeNumber(verdict.officeNumber)] };
    default:
      return {};
  }
};

/** Of who was presented: the verdict, and once a card was looked at, whether the two belong together. */
export const receptionPanel = ({ verdict, holder, here }: Reception, view: View): TemplateResult => {
  const { t } = view;
  const words = t.verdicts[verdict.kind];
  const shown = about(verdict, view);
  if (holder && 'fits' in holder) {
    const isListed = verdict.kind === 'welcome' && verdict.waitingFor.length > 0;
    // Without a list the desk knows only whose place in the booking it is.
    const large = isListed ? holder.fits : holder.fits.map((place) => t.holder.place(place));
    const more = isListed ? html`<p>${t.holder.fitsWhom(holder.fits.join(', '))}</p>` : nothing;
    const next = isListed ? t.arrival.mark(here.length) : t.arrival.markAll;
    return holder.fits.length > 0
      ? panel({ tone: 'yes', title: t.holder.fits, large, more, next })
      : panel({ tone: 'no', title: t.holder.nobody, large: shown.large, next: t.holder.nobodyNext });
  }
  const isUnlisted = verdict.kind === 'welcome' && !verdict.isListed;
  const next = isUnlisted ? t.verdict.unlistedNext : words.next;
  return panel({ tone: tones[verdict.kind], title: words.title, ...shown, next });
};
