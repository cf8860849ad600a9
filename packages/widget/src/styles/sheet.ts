import type { Chapter } from '../chapters/chapter.ts';

const sheets = new Map<Chapter, CSSStyleSheet>();

/** Adopted sheets only: under a strict `style-src` nothing else may style. One is made for all elements of a page. */
export const sheetOf = (chapter: Chapter): CSSStyleSheet => {
  const made = sheets.get(chapter) ?? new CSSStyleSheet();
  if (!sheets.has(chapter)) made.replaceSync(chapter.styles);
  sheets.set(chapter, made);
  return made;
};
