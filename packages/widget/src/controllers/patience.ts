import type { State } from '../flow-state.ts';
import type { Controller, ControllerHost } from './controller.ts';

/** Notes when an answer takes long. */
export class Patience implements Controller {
  readonly #host: ControllerHost;
  readonly #flow: { readonly state: State };
  #for: unknown;
  #slow: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ControllerHost, flow: { readonly state: State }) {
    this.#host = host;
    this.#flow = flow;
    host.addController(this);
  }

  get slow(): boolean {
    const { pending } = this.#flow.state;
    return pending !== undefined && pending === this.#slow;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#for = undefined;
  }

  hostUpdated(): void {
    const { pending, fault } = this.#flow.state;
    if (this.#for === pending) return;
    this.hostDisconnected();
    this.#for = pending;
    // What is repeated unasked takes as long as it takes: something is said already.
    if (!pending || fault) return;
    this.#timer = setTimeout(() => {
      this.#slow = pending;
      this.#host.requestUpdate();
    }, 5000);
  }
}
