import type { Scene, Watch } from '../chapters/chapter.ts';
import type { FlowEvent, State } from '../flow-state.ts';
import { holdBar } from '../parts/hold-bar.ts';
import { saveFile } from '../save-file.ts';
import type { View } from '../view.ts';
import { HoldCountdown } from './hold-countdown.ts';

/** Keeps the time of a hold by the server's clock, shows it, and warns. */
export class HoldWatch implements Watch {
  readonly #scene: Scene;
  readonly #countdown: HoldCountdown;

  constructor(scene: Scene) {
    const hold = () => scene.state().hold;
    this.#scene = scene;
    this.#countdown = new HoldCountdown(scene.host, {
      deadline: () => Date.parse(hold()?.expiresAt ?? '') || undefined,
      now: () => Date.now() + scene.session.aheadMs,
      warned: (minutes) => scene.say(scene.t().common.holdWarning(minutes, hold()?.extendable === true)),
      ended: () => scene.send({ type: 'hold-ended' }),
    });
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
