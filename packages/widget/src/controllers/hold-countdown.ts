import type { Controller, ControllerHost } from './controller.ts';

interface Options {
  /** When the hold ends, in milliseconds since 1970; undefined: there is none. */
  deadline: () => number | undefined;
  /** The server's time now. */
  now: () => number;
  warned: (minutes: number) => void;
  ended: () => void;
}

export const warnAtMs = 120_000;

/**
 * Derives what is left from the deadline at each look, so that a sleeping tab or a slow timer never shows a wrong
 * time. Warns once per deadline; an extended hold warns again.
 */
export class HoldCountdown implements Controller {
  readonly #host: ControllerHost;
  readonly #options: Options;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #warnedFor: number | undefined;
  #endedFor: number | undefined;

  constructor(host: ControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get remainingMs(): number {
    const deadline = this.#options.deadline();
    return deadline === undefined ? 0 : Math.max(0, deadline - this.#options.now());
  }

  hostConnected(): void {
    globalThis.document?.addEventListener('visibilitychange', this.look);
    this.look();
  }

  hostDisconnected(): void {
    globalThis.document?.removeEventListener('visibilitychange', this.look);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  hostUpdated(): void {
    if (this.#timer === undefined) this.#plan();
  }

  /** Looks at the clock: shows, warns, ends. */
  look = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const deadline = this.#options.deadline();
    if (deadline === undefined) {
      this.#warnedFor = this.#endedFor = undefined;
      return;
    }
    this.#host.requestUpdate();
    const left = this.remainingMs;
    if (left === 0 && this.#endedFor !== deadline) {
      this.#endedFor = deadline;
      this.#options.ended();
    } else if (left > 0 && left <= warnAtMs && this.#warnedFor !== deadline) {
      this.#warnedFor = deadline;
      this.#options.warned(Math.ceil(left / 60_000));
    }
    this.#plan();
  };

  #plan(): void {
    const left = this.remainingMs;
    if (left > 0) this.#timer = setTimeout(this.look, left % 1000 || 1000);
  }
}
