import { html, nothing, type TemplateResult } from 'lit/html.js';
import { birthOn, disagrees, nikDigits, type Person } from '../draft.ts';
import type { At } from '../flow-state.ts';
import { button, link, waiting } from '../parts/button.ts';
import { facts } from '../parts/facts.ts';
import { faultNotice } from '../parts/fault-notice.ts';
import { notice, outcome } from '../parts/notice.ts';
import { totalFee } from '../parts/total-fee.ts';
import type { View } from '../view.ts';
import { frame } from './frame.ts';

type ReviewView = View<At<'review'>>;

const spaced = (nik: string) => nik.replace(/(\d{4})(?=\d)/g, '$1 ');

const passportOf = ({ state }: ReviewView, person: Person) =>
  state.office.services
    .find(({ id }) => id === state.service)
    ?.passportTypes.find(({ id }) => id === person.passportType);

const personFacts = (view: ReviewView, person: Person) => {
  const { t } = view;
  const type = passportOf(view, person);
  return facts([
    [t.people.name, person.name],
    [t.review.nikLabel, html`<span class="digits">${spaced(nikDigits(person))}</span>`],
    [
      t.people.born,
      html`${dateWords(view, person)}${disagrees(person) ? html`<span class="caution">${t.people.disagrees}</span>` : nothing}`,
    ],
    [t.people.relation, person.relation && t.people.relations[person.relation]],
    [t.review.fee, type ? `${t.people.passports[type.id]}, ${t.format.money(type.feeIdr)}` : t.review.unsureFee],
  ]);
};

const dateWords = ({ t }: ReviewView, person: Person) => {
  const born = birthOn(person);
  return born ? t.format.date(born) : '';
};

/** After no answer nobody may book again until the server said what became of it. */
const unsure = (view: ReviewView) => {
  const { t, state } = view;
  const box = (live: boolean) =>
    notice(
      'warning',
      html`<strong>${t.review.unsure}</strong>`,
      button(view, state.pending ? waiting(t.review.unsureChecking) : t.review.checkAgain, { type: 'check-again' }),
      live,
    );
  // A busy server's doubt ends with the next answer, which is read out; if not, these words come anew and are.
  return state.pending && state.fault?.call.name === 'bookHold' && state.fault.problem?.code === 'OVERLOADED'
    ? outcome(box(false))
    : html`<div data-attempt tabindex="-1">${box(true)}</div>`;
};

const fault = (view: ReviewView) => {
  const { t, state } = view;
  const problem = state.fault?.problem;
  if (problem?.code !== 'NIK_ALREADY_BOOKED') return faultNotice(view);
  const help = problem.help;
  return faultNotice(
    view,
    html`
      ${help ? html`<p>${t.review.help}: ${[help.name, help.address, help.phone].filter(Boolean).join(', ')}</p>` : nothing}
      ${button(view, t.manage.open, { type: 'lookup-opened' })}`,
  );
};

export const review = (view: ReviewView): TemplateResult => {
  const { state, t } = view;
  const { draft, hold, office } = state;
  const busy = state.pending?.name === 'bookHold';
  const isUnsure = state.outcome === 'unknown';
  const total = totalFee(
    t,
    draft.people.map((person) => passportOf(view, person)?.feeIdr ?? null),
  );
  return frame(
    view,
    t.review.heading,
    html`
      ${isUnsure ? unsure(view) : fault(view)}
      ${state.outcome === 'not-booked' ? outcome(notice('info', t.review.notBooked, nothing, true)) : nothing}
      <section class="facts">
        <div class="facts-head">
          <h3>${t.review.visit}</h3>
          ${isUnsure ? nothing : link(view, t.review.changeTime, { type: 'change-time' })}
        </div>
        ${facts([
          [t.review.office, html`${office.name}<br />${office.address}`],
          [t.review.when, html`<strong>${t.format.day(hold.slot.slot)}</strong><br />${t.format.hours(hold.slot)}`],
          [t.review.service, t.common.service[state.service]],
        ])}
      </section>
      ${draft.people.map(
        (person, at) => html`<section class="facts">
          <div class="facts-head">
            <h3>${t.people.person(at + 1, draft.people.length)}</h3>
            ${at === 0 && !isUnsure ? link(view, t.review.changePeople, { type: 'change-people' }) : nothing}
          </div>
          ${personFacts(view, person)}
        </section>`,
      )}
      ${total ? html`<section class="facts">${facts([[t.review.total, html`<strong>${total}</strong>`]])}</section>` : nothing}
      <section class="facts">
        <h3>${t.people.contact}</h3>
        ${facts([
          [t.people.phone, draft.phone],
          ...(draft.email.trim() ? ([[t.people.emailShort, draft.email]] as const) : []),
        ])}
      </section>
      ${
        isUnsure
          ? nothing
          : button(view, busy ? waiting(t.review.confirming) : t.review.confirm, { type: 'confirmed' }, 'primary wide')
      }
      <p class="help">${t.ticket.feeNote}</p>`,
  );
};
