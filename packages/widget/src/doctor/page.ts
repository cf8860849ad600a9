import type { Finding } from './findings.ts';

const scripts = (): string[] =>
  [...document.querySelectorAll<HTMLScriptElement>('script[src*="paspor-antrean"]')].map(({ src }) => src);

const reservesHeight = (tag: HTMLElement): boolean => {
  // Takes the widget's own height away for a moment, so that only what the host's rule reserves is left.
  const before = tag.style.getPropertyValue('--antrean-min-height');
  tag.style.setProperty('--antrean-min-height', '0px');
  const reserved = Number.parseFloat(getComputedStyle(tag).minHeight) > 0;
  if (before) tag.style.setProperty('--antrean-min-height', before);
  else tag.style.removeProperty('--antrean-min-height');
  if (!tag.getAttribute('style')) tag.removeAttribute('style');
  return reserved;
};

const heightFor = (offices: number): number => (offices === 1 ? 60 : offices > 1 && offices < 4 ? 38 : 86);

const idsOf = (tag: Element): string[] => (tag.getAttribute('office') ?? '').split(/\s+/).filter(Boolean);

/** What the widget asks for first, to the letter: another address, or another way of asking, is a second request. */
const firstQuestion = (tag: Element, api: string): string => {
  const [one, ...others] = idsOf(tag);
  const which = others.length > 0 ? `?ids=${encodeURIComponent([one, ...others].join(','))}` : one ? `/${one}` : '';
  return `${api}/v1/offices${which}`;
};

const idlePreloads = (tags: readonly HTMLElement[], api: string): Finding[] => {
  const wanted = tags.map((tag) => firstQuestion(tag, api));
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=fetch]')].filter(
    ({ href }) => URL.canParse(href) && new URL(href).pathname.startsWith('/v1/offices'),
  );
  const isOfUse = ({ href, crossOrigin }: HTMLLinkElement) => wanted.includes(href) && crossOrigin === 'anonymous';
  const used = links.filter(isOfUse).map(({ href }) => href);
  const [missing] = wanted.filter((address) => !used.includes(address));
  // With none missing, a line too many is only a request too many.
  if (!missing || used.length === links.length) return [];
  return [{ kind: 'preload', line: `<link rel="preload" as="fetch" crossorigin href="${missing}">` }];
};

/** What each attribute takes, beside `office` and `api`, of which the API knows. */
const attributes = [
  { name: 'service', takes: 'new\nrenewal', fits: /^(?:new|renewal)$/ },
  // A name is one of the component around the tag, to which it belongs.
  { name: 'slot', takes: '2026-12-01T09:00', fits: /^(?:\D.*|\d{4}-\d\d-\d\dT\d\d:\d\d)$/ },
  // The drafts are understood too, but offered to nobody. This module stands alone and cannot ask the list of languages.
  { name: 'lang', takes: 'id\nen', fits: /^(?:id|en|jv|su)/i },
] as const;

/** What can be seen in the page without asking anyone. */
export const lookAtPage = (tags: readonly HTMLElement[], api: string): Finding[] => {
  const found: Finding[] = [];
  if (tags.length === 0) found.push({ kind: 'no-tag' });
  const urls = [...new Set(scripts())];
  if (urls.length > 1) found.push({ kind: 'two-builds', urls });
  else if (scripts().length > 1) found.push({ kind: 'script-twice', count: scripts().length });
  found.push(...idlePreloads(tags, api));
  if (location.protocol === 'https:')
    for (const url of new Set([api, ...urls].filter((each) => isPlain(each))))
      found.push({ kind: 'mixed-content', url });
  for (const tag of tags) {
    const href = [api, 'kantor', idsOf(tag)[0]].filter(Boolean).join('/');
    for (const { name, takes, fits } of attributes) {
      const value = tag.getAttribute(name);
      if (value && !fits.test(value)) found.push({ kind: 'attribute', name, value, takes });
    }
    if (!tag.querySelector('a[href]')) found.push({ kind: 'no-link', href });
    if (!reservesHeight(tag)) {
      const rule = `paspor-antrean { display: block; min-height: ${heightFor(idsOf(tag).length)}rem }`;
      found.push({ kind: 'no-height', rule });
    }
  }
  return found;
};

/** This machine itself is as good as https for a browser. */
const isPlain = (url: string): boolean => {
  const { protocol, hostname } = new URL(url, location.href);
  return protocol === 'http:' && !/^(?:localhost|127(?:\.\d+){3}|\[::1\]|.+\.localhost)$/.test(hostname);
};
