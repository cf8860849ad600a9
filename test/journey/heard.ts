import type { Booker } from './booker.ts';

/**
 * All that a screen reader says unasked from now on, in order: an alert when it comes, and any live region when its
 * content changes; of one that tells only of additions, these. A region that comes with its content already in it is
 * silent, as in browsers.
 */
export const listen = async ({ page }: Booker): Promise<string[]> => {
  const heard: string[] = [];
  page.on('console', (line) => line.text().startsWith('heard: ') && heard.push(line.text().slice(7)));
  await page.evaluate(() => {
    const root = document.querySelector('paspor-antrean')?.shadowRoot;
    const live = '[role=status], [role=alert], [aria-live]';
    const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);
    const tell = (element: Element) => {
      const text = (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim();
      if (text && element.isConnected) console.log(`heard: ${text}`);
    };
    const observer = new MutationObserver((records) => {
      const come = records.flatMap(({ addedNodes }) => [...addedNodes].filter((node) => node instanceof Element));
      const isNew = (region: Element) => come.some((node) => node.contains(region));
      const alerts = come.flatMap((node) => [
        ...(node.matches('[role=alert]') ? [node] : []),
        ...node.querySelectorAll('[role=alert]'),
      ]);
      const changed = records.flatMap(({ target }) => elementOf(target)?.closest(live) ?? []);
      for (const region of new Set([...alerts, ...changed.filter((region) => !isNew(region))])) {
        if (isNew(region) || region.getAttribute('aria-relevant') !== 'additions') tell(region);
        else come.filter((node) => region.contains(node)).forEach(tell);
      }
    });
    if (root) observer.observe(root, { childList: true, characterData: true, subtree: true });
  });
  return heard;
};
