/// <reference path="../../../../node_modules/svelte/svelte-html.d.ts" />
import type {} from '@paspor-antrean/widget/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type Attributes = SvelteHTMLElements['paspor-antrean'];

export const attributes: Attributes = {
  office: 'bandung',
  service: 'new',
  class: 'wide',
  'onantrean-booked': (event) => event.slot.slice(0, 10),
  'on:antrean-step': ({ step }) => step.toUpperCase(),
};
// @ts-expect-error there is no such service
export const service: Attributes = { service: 'umrah' };

/** What Svelte's own tools make of `<paspor-antrean …>` in a template. */
type InTemplate = svelteHTML.IntrinsicElements['paspor-antrean'];
export const inTemplate: InTemplate = { office: 'bandung', 'onantrean-held': ({ party }) => party.toFixed() };
// @ts-expect-error no event of ours has a name in it
export const who: InTemplate = { 'onantrean-booked': (event) => event.name };
