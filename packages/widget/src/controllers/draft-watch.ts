import { nothing } from 'lit/html.js';
import type { Scene, Watch } from '../chapters/chapter.ts';
import type { FlowEvent, State } from '../flow-state.ts';
import { bookingOf, idleMs, isFresh, isInDoubt, writeKept } from '../kept.ts';
import { notice } from '../parts/notice.ts';
import type { View } from '../view.ts';

/** Where storage is forbidden or full, what was typed lives as long as the page and no longer. */
const write = (name: string, text?: string): void => {
  try {
    // The old goes first: a store that is full refuses the new, and would keep what is no longer so.
    sessionStorage.removeItem(name);
    if (text) sessionStorage.setItem(name, text);
  } catch {}
};

/** What other pages of this tab left behind is forgotten, if it is old. */
const sweep = (): void => {
  try {
    for (const [name, text] of Object.entries(sessionStorage))
      if (name.startsWith('paspor-antrean ') && !isFresh(Number(/"at":(\d+)/.exec(text)?.[1]), Date.now())) write(name);
  } catch {}
};

/** Keeps where the applicant was and what was typed, in this tab alone and until 30 minutes pass without a move. */
export class DraftWatch implements Watch {
  readonly #scene: Scene;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The entry whose applicant did nothing for so long that all was forgotten. */
  #forgot: string | undefined;

  constructor(scene: Scene) {
    this.#scene = scene;
    sweep();
    this.#keep(scene.state());
    scene.host.addController(this);
  }

  hostConnected(): void {
    this.#look();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  moved(_: State, event: FlowEvent, after: State): void {
    const { session } = this.#scene;
    if (event.type === 'resumed' && after.step === 'loading') {
      // What is not as we write it counts as nothing.
      if (!after.kept) write(session.name);
      session.keptAt = after.kept?.at ?? 0;
      session.aheadMs = after.kept?.ahead ?? 0;
    }
    this.#keep(after, event.type === 'restart');
  }

  bar(view: View): unknown {
    const { session } = this.#scene;
    const shows = this.#forgot === session.name && !session.touchedAt;
    return shows ? notice('info', view.t.common.forgot, nothing, true) : nothing;
  }

  get #movedAt(): number {
    const { touchedAt, keptAt } = this.#scene.session;
    return touchedAt || keptAt;
  }

  #keep(state: State, isNew = false): void {
    const { session } = this.#scene;
    // While a page is opened again, what it goes back to stays as it is.
    if (session.name && this.#movedAt && (isNew || state.step !== 'loading'))
      write(session.name, writeKept(state, this.#movedAt, session.aheadMs));
    this.#look();
  }

  /** Derived from the last move at each look: a tab that slept finds out when it wakes. */
  #look = (): void => {
    clearTimeout(this.#timer);
    const { session, state, send } = this.#scene;
    if (!session.name || !this.#movedAt) return;
    const left = this.#movedAt + idleMs - Date.now();
    if (left > 0) {
      this.#timer = setTimeout(this.#look, left);
      return;
    }
    session.touchedAt = session.keptAt = 0;
    write(session.name);
    // What nobody came back to goes from the screen too, but a ticket stays, and so does a doubt.
    if (bookingOf(state()) || isInDoubt(state())) return;
    this.#forgot = session.name;
    send({ type: 'restart' });
  };
}
