import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Scene, Watch } from './chapters/chapter.ts';
import { chapters, loadChapter } from './chapters/library.ts';
import { firstAnswer } from './controllers/first-answer.ts';
import { FlowController } from './controllers/flow-controller.ts';
import { FocusKeeper } from './controllers/focus-keeper.ts';
import { Language } from './controllers/language.ts';
import { Patience } from './controllers/patience.ts';
import { Session } from './controllers/session.ts';
import type { ApiCall, FlowEvent, State } from './flow-state.ts';
import { notice } from './parts/notice.ts';
import { suggestedService } from './prefill.ts';
import { RenderedElement } from './rendered-element.ts';
import { stepTemplate } from './steps/index.ts';
import { sheetOf } from './styles/sheet.ts';
import { blankScreen, type OnScreen, type View } from './view.ts';

/**
 * The passport queue in one element.
 *
 * @tag paspor-antrean
 * @attr office - Ids of offices, with spaces between: one is taken, several are offered, none means all.
 * @attr api - Origin of the API. Default: where this script came from.
 * @attr service - `new` or `renewal`, chosen beforehand; the applicant can choose otherwise.
 * @attr slot - Office-local start of a slot, `2026-12-01T09:00`: the calendar opens at its day while it has room.
 * @attr lang - `id` or `en`; `su` and `jv` are drafts. Default: the language of the page around it, else Indonesian.
 * @slot - A link for browsers that cannot run the element; it shows too when the service cannot be reached.
 */
export class PasporAntrean extends RenderedElement {
  // `slot` is every element's own property and attribute already.
  static readonly observedAttributes = ['office', 'service', 'api', 'lang'];

  /** Of `office` and `api`: another value begins anew. */
  #source: string | undefined;
  #screen: OnScreen = blankScreen;
  #spoken = '';
  /** The applicant's last move has had no answer yet; what happens unasked never takes the focus. */
  #awaits = false;
  /** Asking comes before drawing, which takes a cheap phone longer than the rest of the start. */
  #mayDraw = false;

  readonly #language = new Language(() => this.requestUpdate());
  readonly #session = new Session(this);
  readonly #focus = new FocusKeeper(this);
  readonly #flow = new FlowController(this, {
    ask: (call, signal) => this.#ask(call, signal),
    moved: (before, event, after) => this.#moved(before, event, after),
  });
  readonly #patience = new Patience(this, this.#flow);
  #taken = 0;
  /** Of the chapters that were taken. */
  readonly #watches: Watch[] = [];

  get office(): string | undefined {
    return this.getAttribute('office') ?? undefined;
  }

  set office(value: string | undefined) {
    this.setAttribute('office', value ?? '');
  }

  get service(): string | undefined {
    return this.getAttribute('service') ?? undefined;
  }

  set service(value: string | undefined) {
    this.setAttribute('service', value ?? '');
  }

  get api(): string | undefined {
    return this.getAttribute('api') ?? undefined;
  }

  set api(value: string | undefined) {
    this.setAttribute('api', value ?? '');
  }

  override connectedCallback(): void {
    // What a framework set on the tag before this script came hides the accessors.
    for (const name of ['office', 'service', 'api'] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    super.connectedCallback();
  }

  /** The step that shows now. */
  get step(): State['step'] {
    return this.#flow.state.step;
  }

  /**
   * From the first step again: what was typed is forgotten, and a held place goes back to the others. Does nothing
   * while an answer to a hold, a booking or a change is awaited, or when it is not known whether a visit was booked.
   */
  restart(): void {
    const { state } = this.#flow;
    if (state.step !== 'review' || state.outcome !== 'unknown') this.#flow.send({ type: 'restart' });
  }

  get #baseUrl(): string {
    return (this.api || new URL(import.meta.url).origin).replace(/\/$/, '');
  }

  protected override render(): TemplateResult {
    const source = `${this.api} ${this.office}`;
    if (source !== this.#source) {
      this.#source = source;
      const officeIds = (this.office ?? '').split(/\s+/).filter(Boolean);
      this.#flow.start(officeIds, this.#session.open(`${this.#baseUrl} ${officeIds.join(' ')}`));
    }
    const t = this.#strings();
    if (!this.#mayDraw) setTimeout(() => this.#draw());
    // Until the page's language is here the link inside the tag stays.
    if (!t || !this.#mayDraw) return html`<slot></slot>`;
    this.#takeChapters();
    const state = this.#flow.state;
    const view: View = {
      state,
      t,
      screen: this.#screen,
      baseUrl: `${this.#baseUrl}/`,
      send: (event) => {
        this.#session.touchedAt = Date.now();
        this.#awaits = true;
        this.#flow.send(event);
      },
      show: (patch) => this.#show(patch),
      focus: (selector) => this.#focus.request(selector),
    };
    return html`
      <div class="antrean" part="antrean" lang=${t.lang} aria-busy=${state.pending !== undefined}>
        <p class="title">${t.common.title}</p>
        ${this.#watches.map((watch) => watch.bar?.(view))}
        <div class="step flow">${this.#flow.isOld ? notice('warning', t.common.renewed, html`<button type="button" class="button quiet" @click=${() => location.reload()}>${t.common.reload}</button>`, true) : nothing}${stepTemplate(view)}</div>
        <div class="slow" role="status">${this.#patience.slow ? notice('info', t.common.slow) : nothing}</div>
        <div class="unseen" role="status">${this.#spoken}</div>
      </div>`;
  }

  #draw(): void {
    this.#mayDraw = true;
    this.requestUpdate();
  }

  #strings() {
    return this.#language.strings(
      this.lang,
      this.closest<HTMLElement>('[lang]:not(paspor-antrean)')?.lang,
      document.documentElement.lang,
    );
  }

  /** Chapters may come while the element is used, also by the wish of another element. */
  #takeChapters(): void {
    const come = chapters.slice(this.#taken);
    if (come.length === 0) return;
    this.#taken = chapters.length;
    this.renderRoot.adoptedStyleSheets = chapters.map(sheetOf);
    const scene: Scene = {
      host: this,
      session: this.#session,
      state: () => this.#flow.state,
      // A chapter's watch speaks of what is on the screen, so that there are words.
      t: () => this.#strings() as View['t'],
      baseUrl: () => this.#baseUrl,
      send: (event) => this.#flow.send(event),
      say: (text) => this.#say(text),
    };
    for (const { watches } of come) this.#watches.push(...(watches?.(scene) ?? []));
  }

  get #calls(): Watch | undefined {
    return this.#watches.find(({ ask }) => ask);
  }

  async #ask(call: ApiCall, signal: AbortSignal): Promise<FlowEvent> {
    let early: Response | undefined;
    if (!this.#calls) {
      const first = await firstAnswer(this.#baseUrl, call, signal);
      if (first && !(first instanceof Response)) return first;
      early = first;
      await loadChapter('booking').catch(() => this.#retryOnline());
      this.#takeChapters();
    }
    return (await this.#calls?.ask?.(call, signal, early)) ?? { type: 'failed', fault: { kind: 'unknown', call } };
  }

  /** Without the chapter that watches the network. */
  #retryOnline(): void {
    const retry = () => this.isConnected && this.#flow.send({ type: 'retry' });
    window.addEventListener('online', retry, { once: true });
  }

  #moved(before: State, event: FlowEvent, after: State): void {
    if (before.step !== after.step) {
      this.#screen = { ...blankScreen, service: suggestedService(this.service, after.office) };
      this.#spoken = '';
    }
    // A page that is only being opened keeps its focus where it is.
    if (this.#session.touchedAt && before.step !== after.step) this.#focus.request('h2');
    else if (this.#awaits && before.attempt !== after.attempt) this.#focus.request('[data-attempt]');
    if (!after.pending) this.#awaits = false;
    if (event.type === 'answered') this.#language.again();
    this.#takeChapters();
    for (const watch of this.#watches) watch.moved?.(before, event, after);
    for (const { events } of chapters) for (const out of events?.(before, event, after) ?? []) this.dispatchEvent(out);
  }

  #show(patch: Partial<OnScreen>): void {
    this.#screen = { ...this.#screen, ...patch };
    this.requestUpdate();
  }

  #say(text: string): void {
    this.#spoken = text;
    this.requestUpdate();
  }
}
