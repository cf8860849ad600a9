import type { Scene, Watch } from '../chapters/chapter.ts';
import type { FlowEvent, State } from '../flow-state.ts';
import { holdBar } from '../parts/hold-bar.ts';
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

  moved(_: State, event: FlowEvent): void {
    if (event.type === 'answered' && event.name === 'extendHold') this.#scene.say(this.#scene.t().common.holdExtended);
    this.#countdown.look();
  }

  bar(view: View): unknown {
    return holdBar(view, this.#countdown.remainingMs);
  }

  /** A page that comes back as it was left, by the browser's Back, knows nothing of what happened meanwhile. */
  #shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#scene.send({ type: 'check-again' });
  };
}
