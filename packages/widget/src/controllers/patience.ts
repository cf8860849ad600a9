import type { FlowEvent, State } from '../flow-state.ts';
import { repeatsIn } from '../repeats-in.ts';
import type { Controller, ControllerHost } from './controller.ts';

interface Flow {
  readonly state: State;
  send(event: FlowEvent): void;
}

/**
 * What happens by itself while someone waits: a slow answer is said to be slow, a busy server is asked again, and so
 * is whatever could not be read once the network is back.
 */
export class Patience implements Controller {
  readonly #host: ControllerHost;
  readonly #flow: Flow;
  #for: unknown;
  #slow: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ControllerHost, flow: Flow) {
    this.#host = host;
    this.#flow = flow;
    host.addController(this);
  }

  /** The answer takes long. */
  get slow(): boolean {
    const { pending } = this.#flow.state;
    return pending !== undefined && pending === this.#slow;
  }

  hostConnected(): void {
    window.addEventListener('online', this.#online);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#online);
    this.#wait(0);
    this.#for = undefined;
  }

  hostUpdated(): void {
    const { pending, fault } = this.#flow.state;
    if (this.#for === (pending ?? fault)) return;
    this.#for = pending ?? fault;
    // What is repeated unasked takes as long as it takes: something is said already.
    if (pending) this.#wait(fault ? 0 : 5);
    // Up to a fifth later than promised, so that not all who wait come back at once.
    else this.#wait(fault ? repeatsIn(fault) * (1 + Math.random() / 5) : 0);
  }

  #wait(seconds: number): void {
    clearTimeout(this.#timer);
    if (seconds) this.#timer = setTimeout(this.#waited, seconds * 1000);
  }

  #waited = (): void => {
    if (this.#flow.state.pending) {
      this.#slow = this.#for;
      this.#host.requestUpdate();
    }
    // A tab that nobody looks at waits until somebody does.
    else if (document.hidden) this.#wait(1);
    else this.#again();
  };

  #again(): void {
    this.#flow.send({ type: 'retry-unasked' });
  }

  #online = (): void => {
    const { fault } = this.#flow.state;
    if (fault?.kind === 'unknown' && /^(read|list|load)/.test(fault.call.name)) this.#again();
  };
}
