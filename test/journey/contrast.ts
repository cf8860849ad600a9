import type { Page } from 'playwright-core';

/** Texts that stand out less than 4.5 : 1 from what they stand on; the boxes in between may be transparent. */
export const lowContrast = (page: Page) =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const rgba = (color: string): number[] => {
      canvas?.clearRect(0, 0, 1, 1);
      if (canvas) canvas.fillStyle = color;
      canvas?.fillRect(0, 0, 1, 1);
      return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])];
    };
    const light = (color: number[]) => {
      const [r = 0, g = 0, b = 0] = color.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const found: string[] = [];
    const root = document.querySelector('paspor-antrean')?.shadowRoot;
    for (const element of root?.querySelectorAll('*') ?? []) {
      const text = [...element.childNodes]
        .map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : ''))
        .join('');
      if (!text.trim() || element.closest('.unseen, svg') || element.getClientRects().length === 0) continue;
      let under: Element | null = element;
      while (under && rgba(getComputedStyle(under).backgroundColor)[3] !== 255)
        under = under.parentElement ?? (under.getRootNode() as Partial<ShadowRoot>).host ?? null;
      const [a = 0, b = 0] = [
        light(rgba(getComputedStyle(element).color)),
        light(rgba(under ? getComputedStyle(under).backgroundColor : '#fff')),
      ].sort((one, other) => other - one);
      const ratio = (a + 0.05) / (b + 0.05);
      if (ratio < 4.5) found.push(`${element.localName}.${element.className} ${ratio.toFixed(2)}: ${text.trim()}`);
    }
    return found;
  });
