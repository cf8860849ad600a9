import { base } from './base.ts';
import { controls } from './controls.ts';
import { frame } from './frame.ts';
import { list } from './list.ts';
import { theme } from './theme.ts';
import { verdict } from './verdict.ts';

let made: CSSStyleSheet[] | undefined;

/** Adopted sheets only: under a strict `style-src` nothing else may style. */
export const sheets = (): CSSStyleSheet[] => {
  made ??= [theme, base, controls, frame, verdict, list].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return made;
};
