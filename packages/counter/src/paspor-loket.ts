import { render, type TemplateResult } from 'lit/html.js';
import { Camera } from './camera/camera.ts';
import { readPicture } from './camera/picture.ts';
import { peopleOf } from './day/people.ts';
import { createDeeds, type Deeds } from './deeds.ts';
import type { Desk } from './desk/desk.ts';
import type { Choose, Entrance, Place } from './entrance.ts';
import { giveFeedback } from './feedback.ts';
import { createFormat } from './i18n/format.ts';
import { strings } from './i18n/index.ts';
import { listen } from './inputs.ts';
import { type Kept, readKept, writeKept } from './kept.ts';
import { focusAfter, soundAfter } from './manners.ts';
import { blankPage, type PageEvent, type PageState } from './page-state.ts';
import { frame } from './panes/frame.ts';
import { signInPane } from './panes/sign-in.ts';
import { reduce } from './reduce.ts';
import { sheets } from './styles/index.ts';
import type { View } from './view.ts';

/** From here on the scan and the list stand beside each other. */
const wide = '(width >= 70rem)';
/** Milliseconds between two looks at how old the data is. */
const tickMs = 20_000;

/** The counter's page: `desk` is what it works on, `entrance` how staff come to one. */
export class PasporLoket extends HTMLElement {
  readonly renderRoot = this.attachShadow({ mode: 'open' });
  readonly #wide = matchMedia(wide);
  readonly #camera = new Camera({ changed: () => this.requestUpdate(), read: (text) => this.#deeds?.present(text) });
  #entrance: Entrance | null = null;
  #desk: Desk | null = null;
  #deeds: Deeds | null = null;
  #state: PageState = blankPage;
  #kept: Kept = readKept();
  #gate: 'opening' | 'closed' | 'failed' = 'closed';
  #choice: { places: readonly Place[]; chosen: (id: string) => void } | null = null;
  #waiting: (() => void) | null = null;
  #willUpdate = false;
  #stop: (() => void) | undefined;
  #unsubscribe: (() => void) | undefined;

  /** What time it is. */
  clock: () => Date = () => new Date();

  get desk(): Desk | null {
    return this.#desk;
  }

  set desk(desk: Desk | null) {
    this.#unsubscribe?.();
    this.#camera.stop();
    this.#desk = desk;
    this.#state = blankPage;
    this.#unsubscribe = desk?.subscribe(() => (desk.state.isOver ? this.#left() : this.requestUpdate()));
    this.#deeds =
      desk &&
      createDeeds({
        desk,
        state: () => this.#state,
        send: (event) => this.#send(event),
        booth: () => this.#kept.booth,
        left: () => this.#left(),
      });
    this.requestUpdate();
    if (desk) queueMicrotask(() => this.#focus('#scan'));
  }

  set entrance(entrance: Entrance) {
    this.#entrance = entrance;
    void this.#open();
  }

  /** A newer build is ready; `renew` changes to it. */
  offerRenewal(renew: () => void): void {
    this.#waiting = renew;
    this.requestUpdate();
  }

  connectedCallback(): void {
    this.renderRoot.adoptedStyleSheets = sheets();
    const again = () => this.requestUpdate();
    this.#wide.addEventListener('change', again);
    const tick = setInterval(again, tickMs);
    const unlisten = listen(this, {
      typed: () => this.#readyToScan(),
      escaped: () => this.#send({ type: 'cleared' }),
      picture: (file) => void this.#readPicture(file),
      hidden: () => this.#camera.stop(),
    });
    this.#stop = () => {
      this.#wide.removeEventListener('change', again);
      clearInterval(tick);
      unlisten();
      this.#camera.stop();
    };
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  requestUpdate(): void {
    if (!this.#willUpdate) queueMicrotask(() => this.#update());
    this.#willUpdate = true;
  }

  async #open(): Promise<void> {
    this.#desk?.close();
    this.desk = null;
    this.#gate = 'opening';
    try {
      this.desk = (await this.#entrance?.open(this.#choose)) ?? null;
      this.#gate = 'closed';
    } catch {
      // Why says nothing to a clerk, and may hold what no log should.
      this.#gate = 'failed';
    }
    this.requestUpdate();
  }

  readonly #choose: Choose = async (places) => {
    const id = await new Promise<string>((chosen) => {
      this.#choice = { places, chosen };
      this.requestUpdate();
    });
    this.#choice = null;
    this.requestUpdate();
    return id;
  };

  #left(): void {
    this.desk = null;
  }

  #send(event: PageEvent): void {
    const before = this.#state;
    this.#state = reduce(before, event);
    const sound = soundAfter(event);
    if (sound) giveFeedback(sound, this.#kept.isMuted);
    if (event.type === 'opened' && event.tab !== 'scan' && !this.#wide.matches) this.#camera.stop();
    this.#update();
    if (event.type === 'admitted' || event.type === 'released')
      for (const form of this.renderRoot.querySelectorAll('form')) form.reset();
    const selector = focusAfter(event, this.#state);
    if (selector) this.#focus(selector);
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** A scanner types wherever the focus is: its first letter already has to land in the field. */
  #readyToScan(): void {
    if (!this.#desk) return;
    if (this.#state.tab !== 'scan' && !this.#wide.matches) this.#send({ type: 'opened', tab: 'scan' });
    this.#focus('#scan');
  }

  async #readPicture(file: Blob): Promise<void> {
    const deeds = this.#deeds;
    if (!deeds) return;
    this.#readyToScan();
    this.#send({ type: 'asked', deed: 'present' });
    const text = await readPicture(file).catch(() => undefined);
    if (text) await deeds.present(text);
    else this.#send({ type: 'failed', deed: 'present', code: 'NO_QR' });
  }

  #toggleCamera(): void {
    const { state } = this.#camera;
    if (state === 'on' || state === 'starting') this.#camera.stop();
    else void this.#camera.start(() => this.renderRoot.querySelector('video'));
  }

  #keep(patch: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...patch };
    writeKept(this.#kept);
    this.requestUpdate();
  }

  #update(): void {
    this.#willUpdate = false;
    if (!this.isConnected) return;
    const t = strings[this.#kept.lang];
    document.documentElement.lang = t.lang;
    render(this.#template(t), this.renderRoot);
    const video = this.renderRoot.querySelector('video');
    if (video && video.srcObject !== this.#camera.stream) video.srcObject = this.#camera.stream;
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && dialog.open !== this.#state.isLeaving) this.#state.isLeaving ? dialog.showModal() : dialog.close();
  }

  #template(t: View['t']): TemplateResult {
    const signIn = this.#entrance?.signIn ?? null;
    const enter = signIn && (() => void signIn().catch(() => this.#refused()));
    if (!this.#desk || !this.#deeds) {
      const isOpening = this.#gate === 'opening';
      const changeLang = () => this.#keep({ lang: t.lang === 'id' ? 'en' : 'id' });
      const hasFailed = this.#gate === 'failed';
      return signInPane({ t, signIn: enter, isOpening, hasFailed, choice: this.#choice, changeLang });
    }
    const { day } = this.#desk.state;
    return frame({
      state: this.#state,
      desk: this.#desk.state,
      people: day ? peopleOf(day) : [],
      t,
      format: createFormat(t.locale, day?.timeZone ?? 'Asia/Jakarta'),
      now: this.clock(),
      kept: this.#kept,
      camera: this.#camera.state,
      isWide: this.#wide.matches,
      isOld: this.#waiting !== null,
      signIn: enter,
      deeds: this.#deeds,
      send: (event) => this.#send(event),
      keep: (patch) => this.#keep(patch),
      toggleCamera: () => this.#toggleCamera(),
      readPicture: (file) => void this.#readPicture(file),
      renew: () => this.#waiting?.(),
    });
  }

  #refused(): void {
    this.#gate = 'failed';
    this.requestUpdate();
  }
}
