/** Notes of a sound: hertz, and when they begin and end, in seconds. */
type Note = readonly [hertz: number, from: number, to: number];

const sounds: Readonly<Record<'yes' | 'no', { wave: OscillatorType; notes: readonly Note[]; buzz: number[] }>> = {
  // Two clear rising notes, and a low rattle: told apart in a loud hall, also by who hears high notes badly.
  yes: {
    wave: 'sine',
    notes: [
      [784, 0, 0.12],
      [1175, 0.12, 0.34],
    ],
    buzz: [70],
  },
  no: {
    wave: 'square',
    notes: [
      [165, 0, 0.16],
      [131, 0.22, 0.5],
    ],
    buzz: [180, 90, 180],
  },
};

let context: AudioContext | undefined;

/** Yes or no, heard and felt. Silent where a browser allows no sound before it was touched. */
export const giveFeedback = (answer: 'yes' | 'no', isMuted: boolean): void => {
  const { wave, notes, buzz } = sounds[answer];
  navigator.vibrate?.(buzz);
  if (isMuted || !globalThis.AudioContext) return;
  context ??= new AudioContext();
  void context.resume().catch(() => {});
  for (const note of notes) play(context, wave, note);
};

const play = (audio: AudioContext, wave: OscillatorType, [hertz, from, to]: Note): void => {
  const [tone, volume] = [audio.createOscillator(), audio.createGain()];
  const loud = wave === 'square' ? 0.12 : 0.3;
  const at = audio.currentTime;
  tone.type = wave;
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at + from);
  volume.gain.linearRampToValueAtTime(loud, at + from + 0.01);
  volume.gain.setValueAtTime(loud, at + to - 0.03);
  volume.gain.linearRampToValueAtTime(0, at + to);
  tone.connect(volume).connect(audio.destination);
  tone.start(at + from);
  tone.stop(at + to);
};
