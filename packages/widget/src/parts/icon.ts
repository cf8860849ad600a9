import { html, type TemplateResult } from 'lit/html.js';

const circle = 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0';
const paths = {
  check: 'M4 12.5 9.5 18 20 6.5',
  info: `${circle}M12 11v5.5M12 7.4v.2`,
  warning: 'M12 3.5 22 20.5H2zM12 10v5M12 17.6v.2',
  back: 'm14.5 5-7 7 7 7',
  next: 'm9.5 5 7 7-7 7',
  place: 'M12 21.5s7-6.7 7-12a7 7 0 1 0-14 0c0 5.3 7 12 7 12ZM14.5 9.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0',
  clock: `${circle}M12 6.5V12l3.5 2.5`,
};

/** Drawn with the text's colour, so that it follows every theme and forced colours. */
export const icon = (name: keyof typeof paths): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${paths[name]} /></svg>`;
