import type { Scene, Watch } from '../chapters/chapter.ts';
import type { FlowEvent, State } from '../flow-state.ts';
import { holdBar } from '../parts/hold-bar.ts';
import { printable } from '../parts/printable.ts';
import { saveFile } from '../save-file.ts';
import type { View } from '../view.ts';
import { HoldCountdown } from './hold-countdown.ts';
import { TicketPrinter } from './ticket-printer.ts';

/**
 * Keeps the time of a hold by the server's clock, shows it, and warns. What leaves the page with the applicant goes from
 * here too: the calendar file and the printed ticket.
 */
export class HoldWatch implements Watch {
  readonly #scene: Scene;
  readonly #countdown: HoldCountdown;
  readonly #printer: TicketPrinter;

  constructor(scene: Scene) {
    const hold = () => scene.state().hold;
    this.#scene = scene;
    this.#countdown = new HoldCountdown(scene.host, {
      deadline: () => Date.parse(hold()?.expiresAt ?? '') || undefined,
      now: () => Date.now() + scene.session.aheadMs,
      warned: (minutes) => scene.say(scene.t().common.holdWarning(minutes, hold()?.extendable === true)),
      ended: () => scene.send({ type: 'hold-ended' }),
    });
    this.#printer = new TicketPrinter(scene.host, { baseUrl: scene.baseUrl, lang: () => scene.t().lang });
    scene.host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pageshow', this.#shown);
  }

  hostDisconnected(): void {
    window.removeEventListener('pageshow', this.#shown);
  }

  moved(_: State, event: FlowEvent, after: State): void {
    if (event.type === 'answered') this.#answered(event, after);
    if (event.type === 'print-wanted' && 'booking' in after) this.#printer.print(printable(after.booking));
    this.#countdown.look();
  }

  bar(view: View): unknown {
    return holdBar(view, this.#countdown.remainingMs);
  }

  #answered(event: Extract<FlowEvent, { type: 'answered' }>, after: State): void {
    if (event.name === 'extendHold') this.#scene.say(this.#scene.t().common.holdExtended);
    if (event.name === 'readCalendar' && 'booking' in after)
      saveFile(event.answer, `antrean-${after.booking.code}.ics`, 'text/calendar');
  }

  /** A page that comes back as it was left, by the browser's Back, knows nothing of what happened meanwhile. */
  #shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#scene.send({ type: 'check-again' });
  };
}
