/** `import type {} from '@paspor-antrean/widget/react'` once: React 19 then knows the tag, its properties and events. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { AntreanEventMap, PasporAntrean } from '../dist/index.js';
import type { AntreanAttributes } from './attributes.js';

/** React 19 listens to `antrean-booked` under `onantrean-booked`. */
type Listeners = { [N in keyof AntreanEventMap as `on${N}`]?: (event: AntreanEventMap[N]) => void };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'paspor-antrean': Omit<DetailedHTMLProps<HTMLAttributes<PasporAntrean>, PasporAntrean>, keyof AntreanAttributes> &
        AntreanAttributes &
        Listeners;
    }
  }
}
