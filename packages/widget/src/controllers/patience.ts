import type { FlowEvent, State } from '../flow-state.ts';
import { repeatsIn } from '../repeats-in.ts';
import type { Controller, ControllerHost } from './controller.ts';

interface Options {
  state: () => State;
  send: (event: FlowEvent) => void;
}

const slowMs = 5000;

/**
 * What happens by itself while someone waits: a slow answer is said to be slow, a busy server is asked again, and so
 * is whatever could not be read once the network is back.
 */
export class Patience implements Controller {
  readonly #host: ControllerHost;
  readonly #options: Options;
  #for: unknown;
  #slow: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The answer takes long. */
  get slow(): boolean {
    const { pending } = this.#options.state();
    return pending !== undefined && pending === this.#slow;
  }

  hostConnected(): void {
    window.addEventListener('online', this.#online);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#online);
    clearTimeout(this.#timer);
    this.#for = undefined;
  }

  hostUpdated(): void {
    const { pending, fault } = this.#options.state();
    if (this.#for === (pending ?? fault)) return;
    clearTimeout(this.#timer);
    this.#for = pending ?? fault;
    if (!pending) this.#repeat(fault ? repeatsIn(fault) : 0);
    else if (!fault) this.#timer = setTimeout(this.#say, slowMs);
  }

  #say = (): void => {
    this.#slow = this.#for;
    this.#host.requestUpdate();
  };

  /** Up to a fifth later than promised, so that not all who wait come back at once. */
  #repeat(seconds: number): void {
    if (seconds > 0) this.#timer = setTimeout(this.#again, seconds * 1000 * (1 + Math.random() / 5));
  }

  /** A tab that nobody looks at waits until somebody does. */
  #again = (): void => {
    if (document.hidden) this.#repeat(1);
    else this.#options.send({ type: 'retry-unasked' });
  };

  #online = (): void => {
    const { fault } = this.#options.state();
    if (fault?.kind === 'unknown' && /^(read|list|load)/.test(fault.call.name))
      this.#options.send({ type: 'retry-unasked' });
  };
}
