import type { Scene, Watch } from '../chapters/chapter.ts';
import type { FlowEvent, State } from '../flow-state.ts';

/** Says the earliest time when it is known, sets the clock by a hold, and looks again when the tab wakes: seats change. */
export class TimeWatch implements Watch {
  readonly #scene: Scene;
  /** When a place was asked for, by the device's clock. */
  #askedAt = 0;

  constructor(scene: Scene) {
    this.#scene = scene;
    scene.host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#refresh);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#refresh);
  }

  moved(_: State, event: FlowEvent, after: State): void {
    if (event.type === 'slot-chosen') this.#askedAt = Date.now();
    if (event.type === 'answered' && event.name === 'holdSlot') {
      // The server's time comes from the hold, which no cache keeps, and errs by the wait towards too little time.
      const lasts = (after.office?.holdMinutes ?? 0) * 60_000;
      this.#scene.session.aheadMs = Date.parse(event.answer.expiresAt) - lasts - this.#askedAt;
    }
    if (event.type !== 'answered' || event.name !== 'readAvailability') return;
    const slot = event.answer.earliest;
    const { time, format } = this.#scene.t();
    if (slot) this.#scene.say(`${time.earliest}: ${format.day(slot.slot)}, ${format.hours(slot)}`);
  }

  #refresh = (): void => {
    if (document.visibilityState === 'visible' && this.#scene.state().step === 'time')
      this.#scene.send({ type: 'refresh' });
  };
}
