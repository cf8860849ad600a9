import { type AntreanClient, createAntreanClient } from '@paspor-antrean/client';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { FlowEvent, State } from './booking-flow.ts';
import { DraftKeeper } from './controllers/draft-keeper.ts';
import { FlowController } from './controllers/flow-controller.ts';
import { FocusKeeper } from './controllers/focus-keeper.ts';
import { HoldCountdown } from './controllers/hold-countdown.ts';
import { Patience } from './controllers/patience.ts';
import { hostEvents } from './host-events.ts';
import { chooseStrings } from './i18n/choose.ts';
import type { Strings } from './i18n/strings.ts';
import { bookingOf, isInDoubt } from './kept.ts';
import { holdBar } from './parts/hold-bar.ts';
import { notice } from './parts/notice.ts';
import { saveFile } from './save-file.ts';
import { stepTemplate } from './steps/index.ts';
import { styles } from './styles/index.ts';
import { blankScreen, type OnScreen, type View } from './view.ts';

/**
 * The passport queue in one element.
 *
 * @tag paspor-antrean
 * @attr office - Ids of offices, with spaces between: one is taken, several are offered, none means all.
 * @attr api - Origin of the API. Default: where this script came from.
 * @attr lang - `id` or `en`. Default: the language of the page around it, else Indonesian.
 * @slot - A link for browsers that cannot run the element; it shows too when the service cannot be reached.
 */
export class PasporAntrean extends LitElement {
  static override styles = styles;
  static override properties = { office: {}, api: {}, lang: {} };

  declare office: string | undefined;
  declare api: string | undefined;

  #screen: OnScreen = blankScreen;
  #spoken = '';
  #touched = false;
  /** The applicant's last move has had no answer yet; what happens unasked never takes the focus. */
  #awaits = false;
  #forgot = false;
  #client: AntreanClient | undefined;
  /** How far the server's clock is ahead of the device's, which on cheap phones is often minutes wrong. */
  #clockAheadMs = 0;
  /** When a place was asked for, by the device's clock. */
  #askedAt = 0;

  readonly #focus = new FocusKeeper(this);
  readonly #flow = new FlowController(this, {
    client: () => (this.#client ??= createAntreanClient({ baseUrl: this.#baseUrl })),
    moved: (before, event, after) => this.#moved(before, event, after),
  });
  readonly #draft = new DraftKeeper(this, { aheadMs: () => this.#clockAheadMs, forgot: () => this.#forget() });
  readonly #patience = new Patience(this, {
    state: () => this.#flow.state,
    send: (event) => this.#flow.send(event),
  });
  readonly #countdown = new HoldCountdown(this, {
    deadline: () => (this.#flow.state.hold ? Date.parse(this.#flow.state.hold.expiresAt) : undefined),
    now: () => Date.now() + this.#clockAheadMs,
    warned: (minutes) =>
      this.#say(this.#strings.common.holdWarning(minutes, this.#flow.state.hold?.extendable === true)),
    ended: () => this.#flow.send({ type: 'hold-ended' }),
  });

  /** The step that shows now. */
  get step(): State['step'] {
    return this.#flow.state.step;
  }

  get #baseUrl(): string {
    return (this.api || new URL(import.meta.url).origin).replace(/\/$/, '');
  }

  get #strings(): Strings {
    return chooseStrings(
      this.lang,
      this.closest<HTMLElement>('[lang]:not(paspor-antrean)')?.lang,
      document.documentElement.lang,
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#refresh);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#refresh);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('office') && !changed.has('api') && this.hasUpdated) return;
    this.#client = undefined;
    const officeIds = (this.office ?? '').split(/\s+/).filter(Boolean);
    const kept = this.#draft.open(`${this.#baseUrl} ${officeIds.join(' ')}`);
    this.#clockAheadMs = kept?.ahead ?? 0;
    this.#flow.start(officeIds, kept);
  }

  protected override render(): TemplateResult {
    const t = this.#strings;
    const state = this.#flow.state;
    const view: View = {
      state,
      t,
      screen: this.#screen,
      holdMs: this.#countdown.remainingMs,
      baseUrl: `${this.#baseUrl}/`,
      send: (event) => {
        this.#touched = this.#awaits = true;
        this.#forgot = false;
        this.#draft.touch();
        this.#flow.send(event);
      },
      show: (patch) => this.#show(patch),
      focus: (selector) => this.#focus.request(selector),
      locate: () => this.#locate(),
      print: () => window.print(),
    };
    return html`
      <div class="antrean" part="antrean" lang=${t.lang} aria-busy=${state.pending !== undefined}>
        <p class="title">${t.common.title}</p>
        ${holdBar(view)}
        <div class="step flow">
          ${this.#forgot ? notice('info', t.common.forgot, nothing, true) : nothing}
          ${stepTemplate(view)}
        </div>
        <p class="slow" role="status">${this.#patience.slow ? t.common.slow : nothing}</p>
        <div class="unseen" role="status">${this.#spoken}</div>
      </div>`;
  }

  #moved(before: State, event: FlowEvent, after: State): void {
    if (before.step !== after.step) {
      this.#screen = blankScreen;
      this.#spoken = '';
    }
    // A page that is only being opened keeps its focus where it is.
    if (this.#touched && before.step !== after.step) this.#focus.request('h2');
    else if (this.#awaits && before.attempt !== after.attempt) this.#focus.request('[data-attempt]');
    if (!after.pending) this.#awaits = false;
    if (event.type === 'slot-chosen') this.#askedAt = Date.now();
    if (event.type === 'answered') this.#answered(event, after);
    for (const out of hostEvents(before, event, after)) this.dispatchEvent(out);
    this.#countdown.look();
    this.#draft.keep(after);
  }

  #answered(event: Extract<FlowEvent, { type: 'answered' }>, after: State): void {
    const { common, time, format } = this.#strings;
    switch (event.name) {
      case 'readAvailability': {
        const slot = event.answer.earliest;
        if (slot) this.#say(`${time.earliest}: ${format.day(slot.slot)}, ${format.hours(slot)}`);
        break;
      }
      case 'holdSlot': {
        // The server's time comes from the hold, which no cache keeps, and errs by the wait towards too little time.
        const lasts = (after.office?.holdMinutes ?? 0) * 60_000;
        this.#clockAheadMs = Date.parse(event.answer.expiresAt) - lasts - this.#askedAt;
        break;
      }
      case 'extendHold':
        this.#say(common.holdExtended);
        break;
      case 'readCalendar':
        if ('booking' in after) saveFile(event.answer, `antrean-${after.booking.code}.ics`, 'text/calendar');
        break;
    }
  }

  #show(patch: Partial<OnScreen>): void {
    this.#screen = { ...this.#screen, ...patch };
    this.requestUpdate();
  }

  #say(text: string): void {
    this.#spoken = text;
    this.requestUpdate();
  }

  /** Seats change while a tab sleeps. */
  #refresh = (): void => {
    if (document.visibilityState === 'visible' && this.step === 'time') this.#flow.send({ type: 'refresh' });
  };

  /** What nobody came back to goes from the screen too, but a ticket stays, and so does a doubt. */
  #forget(): void {
    const { state } = this.#flow;
    if (bookingOf(state) || isInDoubt(state)) return;
    this.#touched = false;
    this.#forgot = true;
    this.#flow.send({ type: 'restart' });
  }

  #locate(): void {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.#show({ locationFailed: false });
        this.#flow.send({ type: 'near', near: `${coords.latitude.toFixed(1)},${coords.longitude.toFixed(1)}` });
      },
      () => this.#show({ locationFailed: true }),
      { maximumAge: 600_000, timeout: 10_000 },
    );
  }
}
