import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Moves focus once the thing to focus is there: after the next rendering, once. */
export class FocusKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };
  #wanted: string | undefined;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }) {
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
    found?.focus();
  }
}
