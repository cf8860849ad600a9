import { css } from './css.ts';

/** The colours of the widget's own theme, and one each for yes, wait and no that fill a whole panel. */
export const theme = css`
  :host {
    --bg: light-dark(#fff, #131c23);
    --page: light-dark(#f3f6f8, #0d1419);
    --raised: light-dark(#f3f6f8, #1c2831);
    --text: light-dark(#16222c, #e9eff3);
    --muted: light-dark(#4b5a66, #aebcc6);
    --line: light-dark(#d3dce2, #35464f);
    --edge: light-dark(#5f707d, #8a9ca8);
    --accent: light-dark(#0b4a6b, #8ccfe9);
    --on: light-dark(#fff, #06202c);
    --soft: color-mix(in srgb, var(--accent) 10%, var(--bg));
    --good: light-dark(#0c6638, #7fdcaa);
    --good-soft: light-dark(#e4f4ea, #12301f);
    --good-on: light-dark(#fff, #04210f);
    --warn: light-dark(#754600, #f2c66f);
    --warn-soft: light-dark(#fff3d9, #362a0c);
    --warn-on: light-dark(#fff, #2a1c00);
    --bad: light-dark(#a3201a, #ffa8a0);
    --bad-soft: light-dark(#fdeceb, #3c1a17);
    --bad-on: light-dark(#fff, #330a07);
    --corner: 8px;
    display: block;
    min-height: 100vh;
    font:
      1rem / 1.5 system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      sans-serif;
    color: var(--text);
    background: var(--page);
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none;
  }
`;
