import { html, nothing, type TemplateResult } from 'lit/html.js';
import { disagrees, isYounger, needsGuardian, type Person } from '../draft.ts';
import type { At } from '../flow-state.ts';
import { submit } from '../parts/button.ts';
import { errorSummary } from '../parts/error-summary.ts';
import { faultNotice } from '../parts/fault-notice.ts';
import { faultWords, fieldId, summaryItems } from '../parts/faults.ts';
import { dateField, selectField, textField } from '../parts/field.ts';
import { notice } from '../parts/notice.ts';
import type { View } from '../view.ts';
import { frame } from './frame.ts';

type PeopleView = View<At<'people'>>;

const passportField = (view: PeopleView, person: Person, at: number) => {
  const { state, t } = view;
  const types = state.office.services.find(({ id }) => id === state.service)?.passportTypes ?? [];
  const tooYoung = person.passportType.endsWith('-10') && isYounger(person, 17, state.hold.slot.slot);
  return selectField({
    id: `applicants-${at}-passportType`,
    label: t.people.passport,
    warning: tooYoung ? t.people.tenYears : undefined,
    value: person.passportType,
    blank: t.people.passportUnsure,
    options: types.map(({ id, feeIdr }) => [id, `${t.people.passports[id]} – ${t.format.money(feeIdr)}`]),
    typed: (value) => view.send({ type: 'typed-person', at, field: 'passportType', value }),
  });
};

const personForm = (view: PeopleView, person: Person, at: number) => {
  const { state, t } = view;
  const words = t.people;
  const fault = (name: string) => faultWords(t, state.faults, `applicants.${at}.${name}`, state.draft);
  const id = (name: string) => fieldId(`applicants.${at}.${name}`);
  const typed = (field: keyof Person) => (value: string) => view.send({ type: 'typed-person', at, field, value });
  const many = state.draft.people.length;
  return html`
    <section class="person" aria-labelledby="person-${at}">
      <div class="person-head">
        <h3 id="person-${at}">${words.person(at + 1, many)}</h3>
        ${
          many > 1
            ? html`<button type="button" class="link" aria-label=${words.remove(at + 1)}
                @click=${() => {
                  view.send({ type: 'person-removed', at });
                  view.focus('h2');
                }}>${words.removeShort}</button>`
            : nothing
        }
      </div>
      ${textField({ id: id('name'), label: words.name, help: words.nameHelp, error: fault('name'), value: person.name, autocomplete: at ? 'off' : 'name', typed: typed('name') })}
      ${textField({ id: id('nik'), label: words.nik, help: state.draft.restored && person.name ? words.nikAgain : words.nikHelp, error: fault('nik'), value: person.nik, inputmode: 'numeric', typed: typed('nik') })}
      ${dateField({
        id: id('birthOn'),
        label: words.born,
        help: words.bornHelp,
        error: fault('birthOn'),
        warning: disagrees(person) ? words.disagrees : undefined,
        own: at === 0,
        parts: (['day', 'month', 'year'] as const).map((name) => ({ name, label: words[name], value: person[name] })),
        typed: (name, value) => typed(name as keyof Person)(value),
      })}
      ${selectField({
        id: id('relation'),
        label: words.relation,
        blank: words.relationChoose,
        error: fault('relation'),
        value: person.relation,
        options: Object.entries(words.relations),
        typed: typed('relation'),
      })}
      ${passportField(view, person, at)}
    </section>`;
};

export const people = (view: PeopleView): TemplateResult => {
  const { state, t } = view;
  const { draft, office, hold, faults } = state;
  const words = t.people;
  const guardianFault = faultWords(t, faults, 'guardian');
  return frame(
    view,
    words.heading,
    html`
      <p>${words.intro} ${t.common.required}</p>
      ${errorSummary(view, summaryItems(t, faults, draft))}
      ${draft.restored ? notice('info', words.restored, nothing, true) : nothing}
      ${faultNotice(view)}
      <form
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault();
          view.send({ type: 'people-submitted' });
        }}
      >
        ${draft.people.map((person, at) => personForm(view, person, at))}
        ${
          draft.people.length < hold.party
            ? html`<button type="button" class="button quiet wide"
                @click=${() => {
                  view.send({ type: 'person-added' });
                  view.focus(`#applicants-${draft.people.length}-name`);
                }}>${words.add(draft.people.length + 1, hold.party)}</button>`
            : nothing
        }
        <section class="person" aria-labelledby="contact">
          <h3 id="contact">${words.contact}</h3>
          ${textField({ id: 'contact-phone', label: words.phone, help: words.phoneHelp, error: faultWords(t, faults, 'contact.phone'), value: draft.phone, inputmode: 'tel', autocomplete: 'tel', typed: (value) => view.send({ type: 'typed', field: 'phone', value }) })}
          ${textField({ id: 'contact-email', label: words.email, help: words.emailHelp, error: faultWords(t, faults, 'contact.email'), value: draft.email, inputmode: 'email', autocomplete: 'email', typed: (value) => view.send({ type: 'typed', field: 'email', value }) })}
        </section>
        ${
          needsGuardian(draft, hold.slot.slot)
            ? html`<div class="field ${guardianFault ? 'faulty' : ''}">
                ${guardianFault ? html`<p class="error" id="guardian-error">${guardianFault}</p>` : nothing}
                <label class="choice">
                  <input type="checkbox" id="guardian" .checked=${draft.guardian}
                    aria-describedby=${guardianFault ? 'guardian-error' : nothing}
                    @change=${(event: Event) => view.send({ type: 'guardian', agrees: (event.target as HTMLInputElement).checked })} />
                  <span>${words.guardian}</span>
                </label>
              </div>`
            : nothing
        }
        <p class="help">${t.ticket.feeNote}</p>
        <p class="help">
          ${words.privacy(office.retentionDays)}${' '}
          <a href=${new URL(office.privacy.url, view.baseUrl).href} target="_blank" rel="noopener">${words.privacyLink} ${t.common.opensNewTab}</a>
        </p>
        ${submit(view, words.next, words.next, false)}
      </form>`,
  );
};
