import { html, type TemplateResult } from 'lit/html.js';

const circle = 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0';
const paths = {
  yes: `${circle}M7.5 12.4l3.2 3.2 6-6.6`,
  no: 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM8.8 8.8l6.4 6.4M15.2 8.8l-6.4 6.4',
  wait: 'M12 3.5 22 20.5H2zM12 10v5M12 17.6v.2',
  check: 'M4 12.5 9.5 18 20 6.5',
  info: `${circle}M12 11v5.5M12 7.4v.2`,
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16',
  camera: 'M3 8h4l1.5-2.5h7L17 8h4v11H3zM15.5 13a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0',
  picture: 'M3.5 4.5h17v15h-17zM4 17l5-5 4 4 2.5-2.5L20 18M16.5 9a.8.8 0 1 1-1.6 0 .8.8 0 0 1 1.6 0',
  sound: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11',
  muted: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.2M20 4.5v4.7h-4.7',
  online: 'M4 18v-3M9.3 18v-6M14.7 18V9M20 18V5',
  offline: 'M4 18v-3M9.3 18v-6M3 4l18 17M20 18V5',
  unsent: 'M12 16V5M7.5 9.5 12 5l4.5 4.5M4 16v4h16v-4',
  clock: `${circle}M12 6.5V12l3.5 2.5`,
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4',
  away: `${circle}M8 12h8`,
};

export type IconName = keyof typeof paths;

/** Drawn with the text's colour, so that it follows light, dark and forced colours. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${paths[name]} /></svg>`;
