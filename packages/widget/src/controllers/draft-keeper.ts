import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { State } from '../booking-flow.ts';
import { idleMs, type Kept, readKept, writeKept } from '../kept.ts';

interface Options {
  /** How far the server's clock is ahead of the device's, in milliseconds. */
  aheadMs: () => number;
  /** The applicant did nothing for so long that all was forgotten. */
  forgot: () => void;
}

const prefix = 'paspor-antrean ';

/** Two tags for the same office on one page keep a draft each. */
const inUse = new Set<string>();

/** Where storage is forbidden or full, what was typed lives as long as the page and no longer. */
const write = (name: string, text?: string): void => {
  try {
    // The old goes first: a store that is full refuses the new, and would keep what is no longer so.
    sessionStorage.removeItem(name);
    if (text) sessionStorage.setItem(name, text);
  } catch {}
};

const read = (name: string): Kept | undefined => {
  try {
    // What other pages of this tab left behind is forgotten here, if it is old.
    for (const [other, text] of Object.entries(sessionStorage))
      if (other.startsWith(prefix) && !readKept(text, Date.now())) write(other);
    return readKept(sessionStorage.getItem(name), Date.now());
  } catch {
    return undefined;
  }
};

/** Keeps where the applicant was and what was typed, in this tab alone and until 30 minutes pass without a move. */
export class DraftKeeper implements ReactiveController {
  readonly #options: Options;
  #wanted = '';
  #name = '';
  #movedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#options = options;
    host.addController(this);
  }

  /** What was kept for these offices of this API. */
  open(wanted: string): Kept | undefined {
    this.hostDisconnected();
    this.#wanted = prefix + wanted;
    this.#movedAt = 0;
    this.hostConnected();
    const kept = read(this.#name);
    this.#movedAt = kept?.at ?? 0;
    this.#wait();
    return kept;
  }

  /** The applicant did something. */
  touch(): void {
    this.#movedAt = Date.now();
  }

  keep(state: State): void {
    if (!this.#name || !this.#movedAt) return;
    write(this.#name, writeKept(state, this.#movedAt, this.#options.aheadMs()));
    this.#wait();
  }

  hostConnected(): void {
    if (!this.#wanted) return;
    this.#name = this.#wanted;
    while (inUse.has(this.#name)) this.#name += '+';
    inUse.add(this.#name);
    this.#wait();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    inUse.delete(this.#name);
    this.#name = '';
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#movedAt) this.#timer = setTimeout(this.#forget, this.#movedAt + idleMs - Date.now());
  }

  #forget = (): void => {
    this.#movedAt = 0;
    write(this.#name);
    this.#options.forgot();
  };
}
