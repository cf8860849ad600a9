import type { Scene, Watch } from '../chapters/chapter.ts';
import type { FlowEvent, State } from '../flow-state.ts';

/** Says the earliest time when it is known, and looks again when the tab wakes: seats change while it sleeps. */
export class TimeWatch implements Watch {
  readonly #scene: Scene;

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

  moved(_: State, event: FlowEvent): void {
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
