import { type AntreanClient, AntreanError, freshKey, Refused } from '@paspor-antrean/client';
import { start, transition } from '../booking-flow.ts';
import { chapters, loadChapter, missingChapter, nextChapter } from '../chapters/library.ts';
import type { Answered, Call, ChapterName, FlowEvent, State } from '../flow-state.ts';
import type { Controller, ControllerHost } from './controller.ts';
import { whenIdle } from './when-idle.ts';

interface Options {
  client: () => AntreanClient;
  /** Told of every move, after the state changed. */
  moved: (before: State, event: FlowEvent, after: State) => void;
}

const loading = (chapter: ChapterName, move: FlowEvent): Call => ({ name: 'loadChapter', input: { chapter, move } });

/**
 * Holds the flow's state and makes the calls it asks for. Each call can be aborted, and an answer that comes when the
 * flow no longer waits for it is dropped.
 */
export class FlowController implements Controller {
  state: State = { ...start([]), pending: undefined };
  readonly #host: ControllerHost;
  readonly #options: Options;
  #running: { call: Call; abort: AbortController } | undefined;
  /** A hold that got no answer is asked for again under the same key, so that it never takes seats twice. */
  #holdKey: { input: string; key: string } | undefined;

  /** The chapter that was last fetched ahead of its time. */
  #fetched: ChapterName | undefined;

  constructor(host: ControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** `kept`: the entry of a page that was here before, as text; what reads it comes first. */
  start(officeIds: readonly string[], kept: string | null = null): void {
    this.#holdKey = undefined;
    this.state = start(officeIds);
    if (kept)
      this.state = { ...this.state, pending: loading('booking', { type: 'resumed', text: kept, at: Date.now() }) };
    this.#follow();
    this.#host.requestUpdate();
  }

  send(event: FlowEvent): void {
    const before = this.state;
    const after = transition(before, event, chapters.flatMap((chapter) => chapter.transitions).reverse());
    if (after === before) return;
    const chapter = missingChapter(after);
    // Nothing has happened yet: the same move is made again when the chapter that it leads into is there.
    if (chapter) {
      this.state = { ...before, fault: undefined, pending: loading(chapter, event) };
    } else {
      this.state = after;
      this.#giveBack(before, event, after);
      this.#options.moved(before, event, after);
    }
    this.#follow();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#follow();
  }

  hostUpdated(): void {
    const next = nextChapter(this.state.step);
    if (!next || next === this.#fetched) return;
    this.#fetched = next;
    // What cannot be had now is asked for again at the next change, or when it is needed.
    whenIdle(() =>
      loadChapter(next).then(
        () => this.#host.requestUpdate(),
        () => {
          this.#fetched = undefined;
        },
      ),
    );
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
      if (call.name === 'loadChapter') {
        await loadChapter(call.input.chapter);
        event = call.input.move;
      } else {
        const ask = this.#options.client()[call.name] as (input: unknown, options: object) => Promise<unknown>;
        const answer = await ask(call.input, { signal: abort.signal, ...this.#keyOf(call) });
        event = { type: 'answered', name: call.name, answer } as Answered;
      }
      if (call.name === 'holdSlot') this.#holdKey = undefined;
    } catch (error) {
      if (abort.signal.aborted) return;
      if (!(error instanceof AntreanError) && call.name !== 'loadChapter') queueMicrotask(() => reportError(error));
      const refused = error instanceof Refused ? error : undefined;
      if (refused && call.name === 'holdSlot') this.#holdKey = undefined;
      event = { type: 'failed', fault: { kind: refused ? 'refused' : 'unknown', problem: refused?.problem, call } };
    }
    if (this.#running !== running) return;
    this.#running = undefined;
    if (call.name === 'loadChapter' && event === call.input.move) this.state = { ...this.state, pending: undefined };
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
