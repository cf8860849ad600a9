/** `import type {} from '@paspor-antrean/widget/svelte'` once: Svelte then knows the tag, its properties and events. */
import type { HTMLAttributes } from 'svelte/elements';
import type { AntreanEventMap, PasporAntrean } from '../dist/index.js';
import type { AntreanAttributes } from './attributes.js';

/** `onantrean-booked` is Svelte 5's way to listen, `on:antrean-booked` Svelte 4's. */
type Listeners = { [N in keyof AntreanEventMap as `on${N}` | `on:${N}`]?: (event: AntreanEventMap[N]) => void };

type Tag = Omit<HTMLAttributes<PasporAntrean>, keyof AntreanAttributes> & AntreanAttributes & Listeners;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'paspor-antrean': Tag;
  }
}

declare global {
  namespace svelteHTML {
    interface IntrinsicElements {
      'paspor-antrean': Tag;
    }
  }
}
