import type { Controller, ControllerHost } from './controller.ts';

/** Moves focus once the thing to focus is there: after the next rendering, once. */
export class FocusKeeper implements Controller {
  readonly #host: ControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };
  #wanted: string | undefined;

  constructor(host: ControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }) {
    this.#host = host;
    host.addController(this);
  }

  request(selector: string): void {
    this.#wanted = selector;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.#wanted) return;
    const found = this.#host.renderRoot.querySelector<HTMLElement>(this.#wanted);
    this.#wanted = undefined;
    if (!found) return;
    found.focus({ preventScroll: true });
    // What is taller than the screen counts as in view for `focus()` even when its beginning is not. A step's heading
    // belongs into the upper third, whatever the host's page was scrolled to.
    const { top } = found.getBoundingClientRect();
    if (top < 175 || top > innerHeight * (found.localName === 'h2' ? 0.33 : 0.7))
      found.scrollIntoView({ block: 'start', behavior: 'instant' });
  }
}
