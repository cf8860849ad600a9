import { isBusy, start, transition } from '../booking-flow.ts';
import { chapters, loadChapter, missingChapter, nextChapter } from '../chapters/library.ts';
import type { ApiCall, Call, ChapterName, FlowEvent, State } from '../flow-state.ts';
import type { Controller, ControllerHost } from './controller.ts';
import { whenIdle } from './when-idle.ts';

interface Options {
  ask: (call: ApiCall, signal: AbortSignal) => Promise<FlowEvent>;
  /** Told of every move, after the state changed. */
  moved: (before: State, event: FlowEvent, after: State) => void;
}

const loading = (chapter: ChapterName, move: FlowEvent): Call => ({ name: 'loadChapter', input: { chapter, move } });

/** Where this move leads a chapter may be missing; one that nothing here knows is of the chapter that comes next. */
const chapterFor = (before: State, event: FlowEvent, after: State): ChapterName | undefined => {
  if (after !== before) return missingChapter(after);
  return isBusy(before, event) ? undefined : nextChapter(before.step);
};

/**
 * Holds the flow's state and makes the calls it asks for. Each call can be aborted, and an answer that comes when the
 * flow no longer waits for it is dropped.
 */
export class FlowController implements Controller {
  state: State = { ...start([]), pending: undefined };
  /** A newer build has taken the place of this one: what is not loaded yet cannot be had without a reload. */
  isOld = false;
  readonly #host: ControllerHost;
  readonly #options: Options;
  #running: { call: Call; abort: AbortController } | undefined;

  constructor(host: ControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** `kept`: the entry of a page that was here before, as text; what reads it comes first. */
  start(officeIds: readonly string[], kept: string | null = null): void {
    this.state = start(officeIds);
    // Beside the answer; where it did not come, it is asked for again when the step is entered.
    if (officeIds.length !== 1) loadChapter('choice').catch(() => undefined);
    if (kept)
      this.state = { ...this.state, pending: loading('aside', { type: 'resumed', text: kept, at: Date.now() }) };
    this.#follow();
    this.#host.requestUpdate();
  }

  send(event: FlowEvent): void {
    const before = this.state;
    const after = transition(before, event, chapters.flatMap((chapter) => chapter.transitions).reverse());
    const chapter = chapterFor(before, event, after);
    if (after === before && !chapter) return;
    // Nothing has happened yet: the same move is made again when the chapter that it leads into is there.
    if (chapter) {
      this.state = { ...before, fault: undefined, pending: loading(chapter, event) };
    } else {
      this.state = after;
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
    // While nothing is known yet, the line is left to the first answer.
    if (!next || this.state.step === 'loading') return;
    // What cannot be had now is asked for again at the next change, or when it is needed.
    whenIdle(() =>
      loadChapter(next).then(
        () => this.#host.requestUpdate(),
        () => undefined,
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
    let event: FlowEvent | undefined;
    if (call.name === 'loadChapter')
      event = await loadChapter(call.input.chapter).then(
        () => call.input.move,
        (error) => (error === 404 ? undefined : { type: 'failed', fault: { kind: 'unknown', call } }),
      );
    else event = await this.#options.ask(call, abort.signal);
    if (this.#running !== running) return;
    this.#running = undefined;
    this.isOld = !event;
    if (call.name === 'loadChapter' && event?.type !== 'failed') this.state = { ...this.state, pending: undefined };
    if (event) this.send(event);
    else this.#host.requestUpdate();
  }
}
