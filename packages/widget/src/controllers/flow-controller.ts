import { type AntreanClient, AntreanError, Refused } from '@paspor-antrean/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Answered, type Call, type FlowEvent, type State, start, transition } from '../booking-flow.ts';
import type { Kept } from '../kept.ts';
import { resume } from '../resume.ts';
import { freshKey } from './fresh-key.ts';

interface Options {
  client: () => AntreanClient;
  /** Told of every move, after the state changed. */
  moved: (before: State, event: FlowEvent, after: State) => void;
}

/**
 * Holds the flow's state and makes the calls it asks for. Each call can be aborted, and an answer that comes when the
 * flow no longer waits for it is dropped.
 */
export class FlowController implements ReactiveController {
  state: State = { ...start([]), pending: undefined };
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #running: { call: Call; abort: AbortController } | undefined;
  /** A hold that got no answer is asked for again under the same key, so that it never takes seats twice. */
  #holdKey: { input: string; key: string } | undefined;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  start(officeIds: readonly string[], kept?: Kept): void {
    this.#holdKey = undefined;
    this.state = kept ? resume(start(officeIds), kept) : start(officeIds);
    this.#follow();
    this.#host.requestUpdate();
  }

  send(event: FlowEvent): void {
    const before = this.state;
    const after = transition(before, event);
    if (after === before) return;
    this.state = after;
    this.#giveBack(before, event, after);
    this.#options.moved(before, event, after);
    this.#follow();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#running?.abort.abort();
    this.#running = undefined;
  }

  #follow(): void {
    const { pending } = this.state;
    if (this.#running?.call === pending) return;
    this.#running?.abort.abort();
    this.#running = pending && { call: pending, abort: new AbortController() };
    if (this.#running) void this.#run(this.#running);
  }

  async #run(running: { call: Call; abort: AbortController }): Promise<void> {
    const { call, abort } = running;
    let event: FlowEvent;
    try {
      const ask = this.#options.client()[call.name] as (input: unknown, options: object) => Promise<unknown>;
      const answer = await ask(call.input, { signal: abort.signal, ...this.#keyOf(call) });
      event = { type: 'answered', name: call.name, answer } as Answered;
      if (call.name === 'holdSlot') this.#holdKey = undefined;
    } catch (error) {
      if (abort.signal.aborted) return;
      if (!(error instanceof AntreanError)) queueMicrotask(() => reportError(error));
      const refused = error instanceof Refused ? error : undefined;
      if (refused && call.name === 'holdSlot') this.#holdKey = undefined;
      event = { type: 'failed', fault: { kind: refused ? 'refused' : 'unknown', problem: refused?.problem, call } };
    }
    if (this.#running !== running) return;
    this.#running = undefined;
    this.send(event);
  }

  #keyOf(call: Call): { idempotencyKey?: string } {
    if (call.name !== 'holdSlot') return {};
    const input = JSON.stringify(call.input);
    if (this.#holdKey?.input !== input) this.#holdKey = { input, key: freshKey() };
    return { idempotencyKey: this.#holdKey.key };
  }

  /** A hold that was left for another one, or for nothing, goes back to the others at once. */
  #giveBack(before: State, event: FlowEvent, after: State): void {
    const { hold } = before;
    if (!hold || hold.id === after.hold?.id || after.step === 'ticket' || event.type === 'hold-ended') return;
    const input = { office: hold.officeId, id: hold.id, token: hold.token };
    this.#options
      .client()
      .releaseHold(input)
      .catch(() => undefined);
  }
}
