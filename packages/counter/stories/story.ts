import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { Entrance } from '../src/entrance.ts';
import { strings } from '../src/i18n/index.ts';
import type { Strings } from '../src/i18n/strings.ts';
import type { Tab } from '../src/page-state.ts';
import { PasporLoket } from '../src/paspor-loket.ts';
import { type Given, makeDesk, now } from './desk.ts';

if (!customElements.get('paspor-loket')) customElements.define('paspor-loket', PasporLoket);

export type Story = StoryObj;

/** A clerk at the page, who finds things by what they are called. */
export class Clerk {
  readonly #element: PasporLoket;
  readonly t: Strings;

  constructor(element: PasporLoket, t: Strings) {
    this.#element = element;
    this.t = t;
  }

  get #root(): ShadowRoot {
    return this.#element.renderRoot;
  }

  /** A tab by its name; on a wide screen the list is there already. */
  async open(tab: Tab): Promise<void> {
    const label = this.t.tabs[tab];
    const found = [...this.#root.querySelectorAll<HTMLElement>('.tabs button')].find(
      (one) => one.textContent === label,
    );
    found?.click();
    await this.sees(tab === 'list' ? this.t.list.title : this.t.tabs[tab]);
  }

  enterBy(entrance: Entrance): void {
    this.#element.entrance = entrance;
  }

  type(selector: string, text: string): void {
    const field = this.find<HTMLInputElement>(selector);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  async seesNot(text: string): Promise<void> {
    await waitFor(() => expect(this.find('.list').textContent).not.toContain(text));
  }

  find<T extends HTMLElement>(selector: string): T {
    const found = this.#root.querySelector<T>(selector);
    if (!found) throw new Error(`There is no ${selector}`);
    return found;
  }

  /** Types into a field and presses Enter, as a handheld scanner does. */
  enter(selector: string, text: string): void {
    const field = this.find<HTMLInputElement>(selector);
    field.focus();
    field.value = text;
    field.form?.requestSubmit();
  }

  press(label: string): void {
    const named = (one: HTMLElement) => [one.textContent?.replace(/\s+/g, ' ').trim(), one.ariaLabel];
    const button = [...this.#root.querySelectorAll<HTMLElement>('button, summary')].find((one) =>
      named(one).includes(label),
    );
    if (!button) throw new Error(`There is no button ${label}`);
    button.click();
  }

  tick(selector: string): void {
    this.find<HTMLInputElement>(selector).click();
  }

  async sees(text: string): Promise<void> {
    await waitFor(() => expect(this.#root.textContent?.replace(/\s+/g, ' ')).toContain(text));
  }

  async focusesOn(selector: string): Promise<void> {
    await waitFor(() => expect(this.#root.activeElement).toBe(this.find(selector)));
  }
}

/** The page as one story has it. */
export const page = (given: Given | null, go?: (clerk: Clerk) => Promise<void>, kept: object = {}): Story => ({
  // What the device keeps is read once, when the element is made.
  beforeEach: ({ globals }) =>
    localStorage.setItem('paspor-loket', JSON.stringify({ lang: globals.locale, isMuted: true, ...kept })),
  render: () => {
    const element = new PasporLoket();
    element.clock = () => now;
    if (given) element.desk = makeDesk(given);
    return html`${element}`;
  },
  play: async ({ canvasElement, globals }) => {
    const element = canvasElement.querySelector('paspor-loket');
    const t = strings[globals.locale === 'en' ? 'en' : 'id'];
    if (!element) throw new Error('The story has no element');
    await waitFor(() => expect(element.renderRoot.querySelector('h1')).not.toBeNull());
    await go?.(new Clerk(element as PasporLoket, t));
  },
});

/** Presents something, whatever it is: the desk of the story knows the verdict. */
export const presented =
  (...then: ((clerk: Clerk) => Promise<void> | void)[]) =>
  async (clerk: Clerk): Promise<void> => {
    clerk.enter('#scan', 'A09-021');
    await waitFor(() => expect(clerk.find('.verdict:not(.ready)')).toBeTruthy());
    for (const step of then) await step(clerk);
  };
