import { render, type TemplateResult } from 'lit/html.js';
import type { Controller, ControllerHost } from './controllers/controller.ts';

/** A server that renders pages imports the class too; there it is never made. */
const Element = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** What one element needs of LitElement and no more: a shadow root, controllers, and rendering once for many changes. */
export abstract class RenderedElement extends Element implements ControllerHost {
  readonly renderRoot: ShadowRoot = this.attachShadow({ mode: 'open' });
  readonly #controllers: Controller[] = [];
  #willUpdate = false;

  protected abstract render(): TemplateResult;

  addController(controller: Controller): void {
    this.#controllers.push(controller);
    if (this.isConnected) controller.hostConnected?.();
  }

  connectedCallback(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  attributeChangedCallback(): void {
    this.requestUpdate();
  }

  requestUpdate(): void {
    if (!this.#willUpdate) queueMicrotask(() => this.#update());
    this.#willUpdate = true;
  }

  #update(): void {
    this.#willUpdate = false;
    // An element that was made and never stood anywhere asks for nothing.
    if (!this.isConnected) return;
    render(this.render(), this.renderRoot);
    for (const controller of this.#controllers) controller.hostUpdated?.();
  }
}
