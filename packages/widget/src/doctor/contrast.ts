import type { Finding } from './findings.ts';

/** Pairs that meet in the widget, by the names of theming's properties; WCAG 2.2 AA asks 4.5 : 1 of each. */
const pairs = [
  ['text', 'bg'],
  ['muted', 'bg'],
  ['bad', 'bg'],
  ['accent', 'bg'],
  ['accent', 'soft'],
  ['on', 'accent'],
] as const;

const properties: Record<string, string> = {
  text: '--antrean-text',
  bg: '--antrean-background',
  accent: '--antrean-accent',
  on: '--antrean-on-accent',
};

type Rgb = readonly [number, number, number];

const luminance = (colour: Rgb): number => {
  const [r = 0, g = 0, b = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

export const ratio = (one: Rgb, other: Rgb): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

/** Any colour that CSS can write, as the browser paints it on white. */
const painted = (colour: string): Rgb => {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) return [0, 0, 0];
  for (const fill of ['#fff', colour]) {
    context.fillStyle = fill;
    context.fillRect(0, 0, 1, 1);
  }
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
};

/**
 * The colours that the host chose, as they come out in the widget, light or dark as it stands now. Where the host wrote
 * `light-dark()` for a page that can be both, both are looked at; what a media query would change cannot be seen.
 */
export const lookAtColours = (tag: Element): Finding[] => {
  const box = tag.shadowRoot?.querySelector('.antrean');
  if (!box) return [];
  const style = getComputedStyle(box);
  const own = getComputedStyle(tag);
  const probe = document.createElement('span');
  document.body.append(probe);
  const resolve = (name: string, scheme: string): Rgb => {
    probe.style.colorScheme = scheme;
    probe.style.color = style.getPropertyValue(`--${name}`);
    return painted(getComputedStyle(probe).color);
  };
  const found = pairs.flatMap((pair): Finding[] => {
    const [one, other] = pair;
    const chosen = pair.map((name) => properties[name] && own.getPropertyValue(properties[name])).join('');
    if (!chosen) return [];
    const isBoth = chosen.includes('light-dark(') && /light.*dark|dark.*light/.test(style.colorScheme);
    const schemes = isBoth ? (['light', 'dark'] as const) : [undefined];
    return schemes.flatMap((scheme) => {
      const as = scheme ?? style.colorScheme;
      const contrast = ratio(resolve(one, as), resolve(other, as));
      const colours = [properties[one] ?? one, properties[other] ?? other] as const;
      return contrast < 4.5 ? { kind: 'contrast', colours, ratio: contrast, ...(scheme && { scheme }) } : [];
    });
  });
  probe.remove();
  return found;
};
