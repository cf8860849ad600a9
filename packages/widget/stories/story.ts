import type { StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { Applicant } from './applicant.ts';
import type { Stage, World } from './stage.ts';
import { words } from './words.ts';

/** What the preview makes of the toolbar and of a story's own parameters. */
interface Context {
  canvasElement: HTMLElement;
  loaded: { stage?: Stage };
  globals: { locale?: string };
}

export interface Args {
  /** As the attribute; without it the toolbar's choice. */
  office?: string;
}

export type Story = Omit<StoryObj<Args>, 'parameters'> & { parameters?: { world?: World } };

/** How a person gets to the state that the story shows. */
export const by =
  (go: (applicant: Applicant) => Promise<unknown>) =>
  async ({ canvasElement, loaded, globals }: Context): Promise<void> => {
    const element = canvasElement.querySelector('paspor-antrean');
    const t = words[globals.locale ?? 'id'];
    if (!element || !loaded.stage || !t) throw new Error('The story has no element, no stage or no words');
    // Until the words of its language are here it draws nothing.
    await waitFor(() => expect(element.shadowRoot?.querySelector('[part=antrean]')).not.toBeNull(), { timeout: 5000 });
    await go(new Applicant(element, loaded.stage, t));
  };

/** Before the page is opened. */
export const given = (world: World): { world: World } => ({ world });
