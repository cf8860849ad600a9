import type { Scene, Watch } from '../chapters/chapter.ts';
import type { Fault } from '../flow-state.ts';
import { repeatsIn } from '../repeats-in.ts';

/** Asks again unasked: a busy server, and whatever could not be read once the network is back. */
export class Repeats implements Watch {
  readonly #scene: Scene;
  #for: Fault | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(scene: Scene) {
    this.#scene = scene;
    scene.host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#online);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#online);
    this.#wait(0);
    this.#for = undefined;
  }

  hostUpdated(): void {
    const { pending, fault } = this.#scene.state();
    const waitsFor = pending ? undefined : fault;
    if (this.#for === waitsFor) return;
    this.#for = waitsFor;
    // Up to a fifth later than promised, so that not all who wait come back at once.
    this.#wait(waitsFor ? repeatsIn(waitsFor) * (1 + Math.random() / 5) : 0);
  }

  #wait(seconds: number): void {
    clearTimeout(this.#timer);
    if (seconds) this.#timer = setTimeout(this.#waited, seconds * 1000);
  }

  #waited = (): void => {
    // A tab that nobody looks at waits until somebody does.
    if (document.hidden) this.#wait(1);
    else this.#again();
  };

  #again(): void {
    this.#scene.send({ type: 'retry-unasked' });
  }

  #online = (): void => {
    const { fault } = this.#scene.state();
    if (fault?.kind === 'unknown' && /^(read|list|load)/.test(fault.call.name)) this.#again();
  };
}
