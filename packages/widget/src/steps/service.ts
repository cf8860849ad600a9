import type { Service } from '@paspor-antrean/client';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { At } from '../flow-state.ts';
import { submit } from '../parts/button.ts';
import { icon } from '../parts/icon.ts';
import { notice } from '../parts/notice.ts';
import { radioField } from '../parts/radio-field.ts';
import { said } from '../parts/said.ts';
import type { View } from '../view.ts';
import { frame } from './frame.ts';
import { manageLink } from './manage-link.ts';

export const service = (view: View<At<'service'>>): TemplateResult => {
  const { state, t, screen } = view;
  const { office } = state;
  const chosen = state.service ?? screen.service;
  const party = Math.min(state.party, office.partyMax);
  const missing = state.missing && !chosen ? t.service.chooseService : undefined;

  const search = (event: Event) => {
    event.preventDefault();
    view.send(chosen ? { type: 'service-chosen', service: chosen, party } : { type: 'nothing-chosen' });
  };
  const step = (by: 1 | -1, label: string, sign: string) => {
    const to = party + by;
    const off = to < 1 || to > office.partyMax;
    return html`<button type="button" class="turn" aria-label=${label} aria-disabled=${off ? 'true' : nothing}
      @click=${() => !off && view.send({ type: 'typed-service', party: to })}><span aria-hidden="true">${sign}</span></button>`;
  };

  return frame(
    view,
    t.service.heading,
    html`
      <p class="where">${icon('place')}<span><strong>${office.name}</strong><br />${office.address}</span></p>
      ${said(view)}
      ${office.notice ? notice('info', office.notice) : nothing}
      ${
        office.status === 'announced'
          ? notice('warning', t.service.notOpen)
          : html`<form novalidate @submit=${search}>
              ${radioField({
                id: 'service',
                label: t.service.question,
                help: t.service.questionHelp,
                error: missing,
                value: chosen ?? '',
                typed: (value) => view.send({ type: 'typed-service', service: value as Service }),
                options: office.services.map(({ id }) => ({
                  value: id,
                  label: t.service[id],
                  note: id === 'new' ? t.service.newHelp : t.service.renewalHelp,
                })),
              })}
              <div class="field" role="group" aria-labelledby="party-label" aria-describedby="party-help">
                <p class="label" id="party-label">${t.service.party}</p>
                <p class="help" id="party-help">${t.service.partyHelp(office.partyMax)}</p>
                <div class="stepper">
                  ${step(-1, t.service.fewer, '−')}
                  <output aria-live="polite">${t.common.people(party)}</output>
                  ${step(1, t.service.more, '+')}
                </div>
              </div>
              ${submit(view, t.service.next, t.service.next, false)}
            </form>`
      }
      <details>
        <summary>${t.service.whoNeedNot}</summary>
        <div class="flow"><p>${t.service.priority}</p><p>${t.service.lost}</p></div>
      </details>
      ${manageLink(view)}`,
  );
};
