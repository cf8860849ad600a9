import { type Decode, loadDecoder } from './decode.ts';

export type CameraState = 'off' | 'starting' | 'on' | 'refused' | 'none';

/** Milliseconds between two looks: quick enough for a hand, slow enough for a cheap tablet. */
const pauseMs = 120;
/** A code that stays in view is presented once; after this long out of sight, again. */
const forgetMs = 2500;

interface Eyes {
  readonly changed: (state: CameraState) => void;
  readonly read: (text: string) => void;
}

/** The device's camera, and what it reads. Runs only while the page is in sight. */
export class Camera {
  readonly #eyes: Eyes;
  #stream: MediaStream | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = { text: '', at: 0 };
  state: CameraState = 'off';

  constructor(eyes: Eyes) {
    this.#eyes = eyes;
  }

  get stream(): MediaStream | null {
    return this.#stream ?? null;
  }

  async start(video: () => HTMLVideoElement | null): Promise<void> {
    if (this.state === 'on' || this.state === 'starting') return;
    this.#become('starting');
    try {
      const [stream, decode] = await Promise.all([openStream(), loadDecoder()]);
      // It was turned off before it was on.
      if (this.state !== ('starting' as CameraState)) return stopStream(stream);
      this.#stream = stream;
      this.#become('on');
      this.#look(video, decode);
    } catch (error) {
      const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
      this.#become(isRefused ? 'refused' : 'none');
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    stopStream(this.#stream);
    this.#stream = undefined;
    if (this.state !== 'off') this.#become('off');
  }

  #become(state: CameraState): void {
    this.state = state;
    this.#eyes.changed(state);
  }

  #look(video: () => HTMLVideoElement | null, decode: Decode): void {
    this.#timer = setTimeout(async () => {
      const shown = video();
      if (shown && shown.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
        const text = await decode(shown).catch(() => undefined);
        if (text) this.#saw(text);
      }
      if (this.state === 'on') this.#look(video, decode);
    }, pauseMs);
  }

  #saw(text: string): void {
    const now = performance.now();
    const isNew = text !== this.#last.text || now - this.#last.at > forgetMs;
    this.#last = { text, at: now };
    if (isNew && this.state === 'on') this.#eyes.read(text);
  }
}

const openStream = () =>
  navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
  });

const stopStream = (stream: MediaStream | undefined): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};
