import type { Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Stage } from './stage.ts';

type Decorator = NonNullable<Exclude<Preview['decorators'], readonly unknown[]>>;

const offices: Record<string, string> = { one: 'bandung', several: 'bandung bandung-soekarno-hatta', all: '' };

/** The host page of every story. */
export const page: Decorator = (story, { globals }) =>
  html`<div class="page ${globals.theme}" lang=${globals.locale}>${story()}</div>`;

/** The tag as the toolbar wants it; an office of the story's own goes first. */
export const tag: NonNullable<Preview['render']> = (args, { loaded, globals }) => html`
  <paspor-antrean
    office=${args.office ?? offices[globals.office] ?? ''}
    api=${(loaded.stage as Stage).api}
    lang=${globals.locale}
    ><a href="#">Ambil antrean paspor</a></paspor-antrean
  >`;
