import { html, nothing, type TemplateResult } from 'lit/html.js';
import { describedBy, inputValue, remarks } from './remarks.ts';

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly inputmode?: 'numeric' | 'tel' | 'email' | 'search';
  readonly autocomplete?: string;
  readonly short?: boolean;
  readonly typed: (value: string) => void;
}

export const textField = (field: Field): TemplateResult => html`
  <div class="field ${field.error ? 'faulty' : ''}">
    <label for=${field.id}>${field.label}</label>
    ${remarks(field)}
    <input
      id=${field.id}
      class=${field.short ? 'short' : ''}
      .value=${field.value}
      inputmode=${field.inputmode ?? nothing}
      autocomplete=${field.autocomplete ?? 'off'}
      spellcheck="false"
      aria-describedby=${describedBy(field)}
      aria-invalid=${field.error ? 'true' : nothing}
      @input=${(event: Event) => field.typed(inputValue(event))}
    />
  </div>`;

interface DateField {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly parts: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  /** The birth date of whoever types, which the browser may know. */
  readonly own?: boolean;
  readonly typed: (name: string, value: string) => void;
}

/** Three plain inputs: no picker of any phone is quicker than typing a birth date one knows by heart. */
export const dateField = (field: DateField): TemplateResult => html`
  <fieldset class="field ${field.error ? 'faulty' : ''}" aria-describedby=${describedBy(field)}>
    <legend>${field.label}</legend>
    ${remarks(field)}
    <div class="date">
      ${field.parts.map(
        (part, at) => html`
          <div>
            <label for="${field.id}${at ? `-${part.name}` : ''}">${part.label}</label>
            <input
              id="${field.id}${at ? `-${part.name}` : ''}"
              class=${part.name === 'year' ? 'year' : ''}
              .value=${part.value}
              inputmode="numeric"
              maxlength=${part.name === 'year' ? 4 : 2}
              autocomplete=${field.own ? `bday-${part.name}` : 'off'}
              aria-invalid=${field.error ? 'true' : nothing}
              @input=${(event: Event) => field.typed(part.name, inputValue(event))}
            />
          </div>`,
      )}
    </div>
  </fieldset>`;

interface SelectField extends Pick<Field, 'id' | 'label' | 'value' | 'help' | 'error' | 'warning' | 'typed'> {
  readonly blank: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

export const selectField = (field: SelectField): TemplateResult => html`
  <div class="field ${field.error ? 'faulty' : ''}">
    <label for=${field.id}>${field.label}</label>
    ${remarks(field)}
    <select
      id=${field.id}
      aria-describedby=${describedBy(field)}
      aria-invalid=${field.error ? 'true' : nothing}
      @change=${(event: Event) => field.typed(inputValue(event))}
    >
      <option value="" .selected=${field.value === ''}>${field.blank}</option>
      ${field.options.map(
        ([value, label]) => html`<option value=${value} .selected=${field.value === value}>${label}</option>`,
      )}
    </select>
  </div>`;
