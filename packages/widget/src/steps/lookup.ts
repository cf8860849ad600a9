import { html, type TemplateResult } from 'lit/html.js';
import type { At } from '../flow-state.ts';
import { submit } from '../parts/button.ts';
import { errorSummary } from '../parts/error-summary.ts';
import { faultNotice } from '../parts/fault-notice.ts';
import { faultWords, summaryItems } from '../parts/faults.ts';
import { dateField, selectField, textField } from '../parts/field.ts';
import type { View } from '../view.ts';
import { frame } from './frame.ts';

/** A booking made before, found by its code and what only its holder knows. */
export const lookup = (view: View<At<'lookup'>>): TemplateResult => {
  const { state, t } = view;
  const { lookup: typed, faults } = state;
  const fault = (field: string) => faultWords(t, faults, field);
  const set = (field: keyof typeof typed) => (value: string) => view.send({ type: 'lookup-typed', field, value });
  const offices = state.offices.length > 0 ? state.offices : state.office ? [state.office] : [];
  return frame(
    view,
    t.manage.lookupHeading,
    html`
      <p>${t.manage.lookupIntro}</p>
      ${errorSummary(view, summaryItems(t, faults))}
      ${faultNotice(view)}
      <form
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault();
          view.send({ type: 'lookup-submitted' });
        }}
      >
        ${
          offices.length > 1
            ? selectField({
                id: 'office',
                label: t.manage.lookupOffice,
                blank: t.manage.chooseOffice,
                error: fault('office'),
                value: typed.office,
                options: offices.map(({ id, name }) => [id, name]),
                typed: set('office'),
              })
            : ''
        }
        ${textField({ id: 'code', label: t.manage.code, help: t.manage.codeHelp, error: fault('code'), value: typed.code, typed: set('code') })}
        ${textField({ id: 'nikLast4', label: t.manage.last4, help: t.manage.last4Help, error: fault('nikLast4'), value: typed.nikLast4, inputmode: 'numeric', short: true, typed: set('nikLast4') })}
        ${dateField({
          id: 'birthOn',
          label: t.people.born,
          help: t.people.bornHelp,
          error: fault('birthOn'),
          parts: (['day', 'month', 'year'] as const).map((name) => ({
            name,
            label: t.people[name],
            value: typed[name],
          })),
          typed: (name, value) => set(name as keyof typeof typed)(value),
        })}
        ${submit(view, t.manage.find, t.manage.finding, state.pending !== undefined)}
      </form>`,
  );
};
