/** `import type {} from '@paspor-antrean/widget/vue'` once: Vue's templates then know the tag, its properties and events. */
import type { EmitFn, HTMLAttributes } from 'vue';
import type { AntreanEventMap, PasporAntrean } from '../dist/index.js';
import type { AntreanAttributes } from './attributes.js';

type Emits = { [N in keyof AntreanEventMap]: (event: AntreanEventMap[N]) => void };
/** What `@antrean-booked` in a template becomes. */
type Listeners = { [N in keyof Emits as `on${Capitalize<N>}`]?: Emits[N] };

declare module 'vue' {
  interface GlobalComponents {
    'paspor-antrean': new () => PasporAntrean & {
      /** @deprecated only for Vue's own tools */
      $props: AntreanAttributes & Omit<HTMLAttributes, keyof AntreanAttributes> & Listeners;
      /** @deprecated only for Vue's own tools */
      $emit: EmitFn<Emits>;
    };
  }
}
