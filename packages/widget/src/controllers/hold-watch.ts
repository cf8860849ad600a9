import type { Scene, Watch } from '../chapters/chapter.ts';
import type { FlowEvent, State } from '../flow-state.ts';
import { holdBar } from '../parts/hold-bar.ts';
import { printable } from '../parts/printable.ts';
import { saveFile } from '../save-file.ts';
import type { View } from '../view.ts';
import { HoldCountdown } from './hold-countdown.ts';
import { TicketPrinter } from './ticket-printer.ts';

/**
 * Keeps the time of a hold by the server's clock, shows it, warns, and asks what became of a booking without an answer.
 * What leaves the page with the applicant goes from here too: the calendar file and the printed ticket.
 */
export class HoldWatch implements Watch {
  readonly #scene: Scene;
  readonly #countdown: HoldCountdown;
  readonly #printer: TicketPrinter;
  /** How far the server's clock is ahead of the device's, which on cheap phones is often minutes wrong. */
  #clockAheadMs = 0;
  /** When a place was asked for, by the device's clock. */
  #askedAt = 0;

  constructor(scene: Scene) {
    const hold = () => scene.state().hold;
    this.#scene = scene;
    this.#countdown = new HoldCountdown(scene.host, {
      deadline: () => Date.parse(hold()?.expiresAt ?? '') || undefined,
      now: () => Date.now() + this.#clockAheadMs,
      warned: (minutes) => scene.say(scene.t().common.holdWarning(minutes, hold()?.extendable === true)),
      ended: () => scene.send({ type: 'hold-ended' }),
    });
    this.#printer = new TicketPrinter(scene.host, { baseUrl: scene.baseUrl, lang: () => scene.t().lang });
    scene.host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#online);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#online);
  }

  moved(_: State, event: FlowEvent, after: State): void {
    if (event.type === 'slot-chosen') this.#askedAt = Date.now();
    if (event.type === 'answered') this.#answered(event, after);
    if (event.type === 'print-wanted' && 'booking' in after) this.#printer.print(printable(after.booking));
    this.#countdown.look();
  }

  bar(view: View): unknown {
    return holdBar(view, this.#countdown.remainingMs);
  }

  #answered(event: Extract<FlowEvent, { type: 'answered' }>, after: State): void {
    if (event.name === 'holdSlot') {
      // The server's time comes from the hold, which no cache keeps, and errs by the wait towards too little time.
      const lasts = (after.office?.holdMinutes ?? 0) * 60_000;
      this.#clockAheadMs = Date.parse(event.answer.expiresAt) - lasts - this.#askedAt;
    }
    if (event.name === 'extendHold') this.#scene.say(this.#scene.t().common.holdExtended);
    if (event.name === 'readCalendar' && 'booking' in after)
      saveFile(event.answer, `antrean-${after.booking.code}.ics`, 'text/calendar');
  }

  /** The first thing to know once the network is back is what became of a booking without an answer. */
  #online = (): void => {
    const state = this.#scene.state();
    if (state.step === 'review' && state.outcome === 'unknown') this.#scene.send({ type: 'check-again' });
  };
}
