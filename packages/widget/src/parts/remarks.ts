import { html, nothing, type TemplateResult } from 'lit/html.js';

/** What may stand between a label and its control. */
export interface Remarks {
  readonly id: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
}

const ids = (...parts: (string | false | undefined)[]) => parts.filter(Boolean).join(' ') || nothing;

export const inputValue = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** The words around a control: help, then what is wrong, then what may be wrong. */
export const remarks = (field: Remarks): TemplateResult => html`
  ${field.help ? html`<p class="help" id="${field.id}-help">${field.help}</p>` : nothing}
  ${field.error ? html`<p class="error" id="${field.id}-error">${field.error}</p>` : nothing}
  ${field.warning ? html`<p class="caution" id="${field.id}-warning">${field.warning}</p>` : nothing}`;

export const describedBy = (field: Remarks): string | typeof nothing =>
  ids(field.help && `${field.id}-help`, field.error && `${field.id}-error`, field.warning && `${field.id}-warning`);
