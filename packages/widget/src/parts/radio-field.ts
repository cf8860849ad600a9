import { html, nothing, type TemplateResult } from 'lit/html.js';
import { describedBy, type Remarks, remarks } from './remarks.ts';

interface RadioField extends Remarks {
  readonly label: string;
  readonly value: string;
  readonly typed: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string; readonly note?: string }[];
}

export const radioField = (field: RadioField): TemplateResult => html`
  <fieldset class="field ${field.error ? 'faulty' : ''}" aria-describedby=${describedBy(field)}>
    <legend>${field.label}</legend>
    ${remarks(field)}
    <div class="choices">
      ${field.options.map(
        (option, at) => html`
          <label class="choice">
            <input
              type="radio"
              id="${field.id}${at ? `-${at}` : ''}"
              name=${field.id}
              value=${option.value}
              .checked=${field.value === option.value}
              @change=${() => field.typed(option.value)}
            />
            <span>${option.label}${option.note ? html`<small>${option.note}</small>` : nothing}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
