import type { Page } from 'playwright-core';

/**
 * What a finger could miss in the element: all that can be pressed and is under 44 by 44 px; a link within a sentence
 * under 24 (WCAG 2.5.8 asks no more of any). A box to tick is as large as its label, which ticks it too.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('paspor-antrean')?.shadowRoot;
    const targets = root?.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary') ?? [];
    return [...targets].flatMap((target) => {
      if (!target.checkVisibility({ visibilityProperty: true })) return [];
      const label = target.matches('[type=radio], [type=checkbox]') && target.closest('label');
      const { width, height } = (label || target).getBoundingClientRect();
      const least = getComputedStyle(target).display === 'inline' ? 24 : 44;
      // A layout rounds to 1/64 px.
      if (width > least - 0.1 && height > least - 0.1) return [];
      const name = target.getAttribute('aria-label') ?? target.textContent?.trim() ?? '';
      return [`${target.localName}.${target.className} "${name}" is ${width.toFixed()} × ${height.toFixed()} px`];
    });
  });
