import { css } from './css.ts';

/**
 * The few properties a host may set, each with a contrast-safe default. Light or dark follows the `color-scheme` of
 * the place where the tag stands, so that the widget is never dark on a page that knows only light.
 */
export const theme = css`
  :host {
    display: block;
    min-height: var(--antrean-min-height, 38em);
  }
  :host([hidden]) {
    display: none;
  }
  .antrean {
    all: initial;
    /* The one thing that 'all' leaves alone. Each language of ours is written from the left. */
    direction: ltr;
    unicode-bidi: isolate;
    color-scheme: inherit;
    display: block;
    box-sizing: border-box;
    max-width: var(--antrean-max-width, 46em);
    container-type: inline-size;
    font-family: var(--antrean-font, inherit), system-ui, sans-serif;
    font-size: max(16px, 1em);
    line-height: 1.5;
    text-align: start;
    overflow-wrap: anywhere;
    color: var(--text);
    background: var(--bg);
    border: 1px solid var(--line);
    border-radius: var(--antrean-radius, 12px);
    padding: 1.75em;
    --bg: var(--antrean-background, #fff);
    --raised: #f3f6f8;
    --text: var(--antrean-text, #16222c);
    --muted: #4b5a66;
    --line: #d3dce2;
    --edge: #5f707d;
    --accent: var(--antrean-accent, #0b4a6b);
    --on: var(--antrean-on-accent, #fff);
    --soft: #e7f1f6;
    --warn: #754600;
    --warn-soft: #fff3d9;
    --bad: #a3201a;
    --bad-soft: #fdeceb;
  }
  @supports (color: light-dark(#000, #fff)) {
    .antrean {
      --bg: var(--antrean-background, light-dark(#fff, #131c23));
      --raised: light-dark(#f3f6f8, #1c2831);
      --text: var(--antrean-text, light-dark(#16222c, #e9eff3));
      --muted: light-dark(#4b5a66, #aebcc6);
      --line: light-dark(#d3dce2, #35464f);
      --edge: light-dark(#5f707d, #8a9ca8);
      --accent: var(--antrean-accent, light-dark(#0b4a6b, #8ccfe9));
      --on: var(--antrean-on-accent, light-dark(#fff, #06202c));
      --soft: color-mix(in srgb, var(--accent) 10%, var(--bg));
      --warn: light-dark(#754600, #f2c66f);
      --warn-soft: light-dark(#fff3d9, #362a0c);
      --bad: light-dark(#a3201a, #ffa8a0);
      --bad-soft: light-dark(#fdeceb, #3c1a17);
    }
  }
  @media (width < 30em) {
    .antrean {
      padding: 1.25em 1em;
    }
  }
`;
