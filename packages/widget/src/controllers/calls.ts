import {
  AntreanError,
  type BareClient,
  createBareClient,
  freshKey,
  type ProblemCode,
  Refused,
} from '@paspor-antrean/client';
import type { Scene, Watch } from '../chapters/chapter.ts';
import { loadChapter } from '../chapters/library.ts';
import type { Answered, ApiCall, FlowEvent, State } from '../flow-state.ts';

/** Makes the flow's calls with the client and tells what came of each. */
export class Calls implements Watch {
  readonly #client: (early?: Response) => BareClient;
  /** Sees to it that there are words for a refusal. */
  readonly #explain: (code: ProblemCode) => unknown;
  /** A hold that got no answer is asked for again under the same key, so that it never takes seats twice. */
  #holdKey: { input: string; key: string } | undefined;

  constructor(client: (early?: Response) => BareClient, explain: (code: ProblemCode) => unknown = () => undefined) {
    this.#client = client;
    this.#explain = explain;
  }

  async ask(call: ApiCall, signal: AbortSignal, early?: Response): Promise<FlowEvent> {
    try {
      const method = this.#client(early)[call.name] as (input: unknown, options: object) => Promise<unknown>;
      const answer = await method(call.input, { signal, ...this.#keyOf(call) });
      if (call.name === 'holdSlot') this.#holdKey = undefined;
      return { type: 'answered', name: call.name, answer } as Answered;
    } catch (error) {
      if (!signal.aborted && !(error instanceof AntreanError)) queueMicrotask(() => reportError(error));
      const refused = error instanceof Refused ? error : undefined;
      await (refused && this.#explain(refused.code));
      if (refused && call.name === 'holdSlot') this.#holdKey = undefined;
      return { type: 'failed', fault: { kind: refused ? 'refused' : 'unknown', problem: refused?.problem, call } };
    }
  }

  /** A hold that was left for another one, or for nothing, goes back to the others at once. */
  moved({ hold }: State, event: FlowEvent, after: State): void {
    if (!hold || hold.id === after.hold?.id || after.step === 'ticket' || event.type === 'hold-ended') return;
    const input = { office: hold.officeId, id: hold.id, token: hold.token };
    this.#client()
      .releaseHold(input)
      .catch(() => undefined);
  }

  #keyOf(call: ApiCall): { idempotencyKey?: string } {
    if (call.name !== 'holdSlot') return {};
    const input = JSON.stringify(call.input);
    if (this.#holdKey?.input !== input) this.#holdKey = { input, key: freshKey() };
    return { idempotencyKey: this.#holdKey.key };
  }
}

/** The calls of one element; the host page may name another API at any time. */
export const callsOf = (scene: Scene): Calls => {
  let made: { baseUrl: string; client: BareClient } | undefined;
  const client = (early?: Response) => {
    const baseUrl = scene.baseUrl();
    // What was answered before the client was here counts as the answer to its first request.
    if (early) {
      const responses = [early];
      const next: typeof fetch = async (...request) => responses.pop() ?? fetch(...request);
      return createBareClient({ baseUrl, fetch: next });
    }
    if (made?.baseUrl !== baseUrl) made = { baseUrl, client: createBareClient({ baseUrl }) };
    return made.client;
  };
  // Without its words a refusal is told as one that this build does not know.
  return new Calls(client, (code) => scene.t()?.problems[code] ?? loadChapter('aside').catch(() => undefined));
};
