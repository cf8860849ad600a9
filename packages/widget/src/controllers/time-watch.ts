import type { Availability } from '@paspor-antrean/client';
import type { Scene, Watch } from '../chapters/chapter.ts';
import type { FlowEvent, State } from '../flow-state.ts';

/** The day of the slot that the host page suggests (`2026-12-01T09:00`), where that slot still has room. */
export const suggestedDay = (wish: string, availability: Availability): string | undefined =>
  availability.days.find(({ slots }) => slots.some(({ slot, remaining }) => slot === wish && remaining > 0))?.on;

/**
 * Says the earliest time, opens the day that the host suggests, sets the clock by a hold, and looks again when the tab
 * wakes: seats change.
 */
export class TimeWatch implements Watch {
  readonly #scene: Scene;
  /** Once: who has left the suggested day is not taken back to it. */
  #suggests = true;
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

  moved(before: State, event: FlowEvent, after: State): void {
    if (before.step === 'loading') this.#suggests = true;
    if (event.type === 'slot-chosen') this.#askedAt = Date.now();
    if (event.type === 'answered' && event.name === 'holdSlot') {
      // The server's time comes from the hold, which no cache keeps, and errs by the wait towards too little time.
      const lasts = (after.office?.holdMinutes ?? 0) * 60_000;
      this.#scene.session.aheadMs = Date.parse(event.answer.expiresAt) - lasts - this.#askedAt;
    }
    if (event.type !== 'answered' || event.name !== 'readAvailability') return;
    const on = this.#suggests && suggestedDay(this.#scene.host.slot, event.answer);
    this.#suggests = false;
    // The move that is being told of is told to the end first.
    if (on) queueMicrotask(() => this.#scene.send({ type: 'day-chosen', on }));
    const slot = event.answer.earliest;
    const { time, format } = this.#scene.t();
    if (slot) this.#scene.say(`${time.earliest}: ${format.day(slot.slot)}, ${format.hours(slot)}`);
  }

  #refresh = (): void => {
    if (document.visibilityState === 'visible' && this.#scene.state().step === 'time')
      this.#scene.send({ type: 'refresh' });
  };
}
