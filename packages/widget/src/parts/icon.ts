import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit/html.js';

const paths = {
  check: svg`<path d="M4 12.5 9.5 18 20 6.5" />`,
  info: svg`<circle cx="12" cy="12" r="9" /><path d="M12 11v5.5M12 7.4v.2" />`,
  warning: svg`<path d="M12 3.5 22 20.5H2zM12 10v5M12 17.6v.2" />`,
  back: svg`<path d="m14.5 5-7 7 7 7" />`,
  next: svg`<path d="m9.5 5 7 7-7 7" />`,
  place: svg`<path d="M12 21.5s7-6.7 7-12a7 7 0 1 0-14 0c0 5.3 7 12 7 12Z" /><circle cx="12" cy="9.5" r="2.5" />`,
  clock: svg`<circle cx="12" cy="12" r="9" /><path d="M12 6.5V12l3.5 2.5" />`,
} satisfies Record<string, SVGTemplateResult>;

/** Drawn with the text's colour, so that it follows every theme and forced colours. */
export const icon = (name: keyof typeof paths): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths[name]}</svg>`;
