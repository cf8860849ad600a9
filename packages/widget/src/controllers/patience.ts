import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FlowEvent, State } from '../booking-flow.ts';
import { repeatsIn } from '../repeats-in.ts';

interface Options {
  state: () => State;
  send: (event: FlowEvent) => void;
}

const slowMs = 5000;

/**
 * What happens by itself while someone waits: a slow answer is said to be slow, a busy server is asked again, and so
 * is whatever could not be read once the network is back.
 */
export class Patience implements ReactiveController {
  /** The answer takes long. */
  slow = false;
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #for: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#online);
    window.addEventListener('pageshow', this.#shown);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#online);
    window.removeEventListener('pageshow', this.#shown);
    clearTimeout(this.#timer);
    this.#for = undefined;
  }

  hostUpdate(): void {
    const { pending, fault } = this.#options.state();
    if (this.#for === (pending ?? fault)) return;
    clearTimeout(this.#timer);
    this.#for = pending ?? fault;
    this.slow = false;
    if (!pending) this.#repeat(fault ? repeatsIn(fault) : 0);
    else if (!fault) this.#timer = setTimeout(this.#say, slowMs);
  }

  #say = (): void => {
    this.slow = true;
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
    if (fault?.kind === 'unknown' && /^(read|list)/.test(fault.call.name))
      this.#options.send({ type: 'retry-unasked' });
  };

  /** A page that comes back as it was left, by the browser's Back, knows nothing of what happened meanwhile. */
  #shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#options.send({ type: 'check-again' });
  };
}
