import type { PrintableTicket } from '../parts/printable.ts';
import type { Controller, ControllerHost } from './controller.ts';

interface Options {
  /** Where the API's own pages are. */
  baseUrl: () => string;
  lang: () => string;
}

/**
 * Prints through a page in the API's origin, where no style or script of the host gets at the paper. The ticket is
 * handed over by a message to exactly that origin, after exactly the window that was opened said it is ready.
 *
 * Where no window opens, or the one before never answered (a page under `Cross-Origin-Opener-Policy: same-origin`
 * cannot be heard by what it opens), this page is printed: the ticket has print styles of its own.
 */
export class TicketPrinter implements Controller {
  readonly #options: Options;
  #waiting: AbortController | undefined;
  #printsHere = false;

  constructor(host: ControllerHost, options: Options) {
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stopWaiting();
  }

  /** To be called in the tap itself: later a browser would block the window. */
  print(ticket: PrintableTicket): void {
    this.#printsHere ||= this.#waiting !== undefined;
    this.#stopWaiting();
    if (this.#printsHere || !this.#handOver(ticket)) window.print();
  }

  #handOver(ticket: PrintableTicket): boolean {
    const path = `/kantor/${encodeURIComponent(ticket.office)}/tiket?lang=${this.#options.lang()}`;
    const url = new URL(path, new URL(`${this.#options.baseUrl()}/`, document.baseURI));
    const waiting = new AbortController();
    const ready = ({ source, origin, data }: MessageEvent): void => {
      if (source !== opened || origin !== url.origin || data?.type !== 'antrean-ticket-ready') return;
      this.#stopWaiting();
      opened?.postMessage({ type: 'antrean-ticket', ticket }, url.origin);
    };
    addEventListener('message', ready, { signal: waiting.signal });
    this.#waiting = waiting;
    // With an opener, which `noopener` would take away: without it nothing could be handed over.
    const opened = window.open(url, '_blank');
    if (!opened) this.#stopWaiting();
    return opened !== null;
  }

  #stopWaiting(): void {
    this.#waiting?.abort();
    this.#waiting = undefined;
  }
}
