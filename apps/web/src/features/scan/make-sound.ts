const TONES = {
  read: [{ hertz: 1320, ms: 70 }],
  place: [
    { hertz: 880, ms: 70 },
    { hertz: 1320, ms: 90 },
  ],
  problem: [
    { hertz: 220, ms: 140 },
    { hertz: 180, ms: 200 },
  ],
} as const;

export type Sound = keyof typeof TONES;

const SHAKES: Record<Sound, number | number[]> = { read: 30, place: [30, 40, 30], problem: [120, 60, 120] };
const LOUDNESS = 0.12;

let context: AudioContext | undefined;

/** Beeps and, where the device can and its person has not asked for stillness, shakes. Says nothing where a browser lets it not. */
export function makeSound(sound: Sound): void {
  if (!window.matchMedia("(prefers-reduced-motion: reduce)").matches) navigator.vibrate?.(SHAKES[sound]);
  try {
    context ??= new AudioContext();
    void context.resume();
    let at = context.currentTime;
    for (const { hertz, ms } of TONES[sound]) {
      play(context, hertz, at, ms / 1000);
      at += ms / 1000;
    }
  } catch {
    // No sound card, or no permission: the list says it too.
  }
}

function play(audio: AudioContext, hertz: number, at: number, seconds: number): void {
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.frequency.value = hertz;
  loudness.gain.setValueAtTime(LOUDNESS, at);
  // Fades out: a tone that stops at once clicks.
  loudness.gain.exponentialRampToValueAtTime(0.001, at + seconds);
  tone.connect(loudness).connect(audio.destination);
  tone.start(at);
  tone.stop(at + seconds);
}
