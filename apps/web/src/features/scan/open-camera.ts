import { type InView, seeCodes } from "./in-view.ts";
import { readCodes } from "./read-codes.ts";

/** Why there is no picture. */
export type CameraProblem = "insecure" | "denied" | "none" | "busy" | "failed";

/** A camera that is on. `setTorch` is there where it has a light. */
export type Camera = Readonly<{ stop: () => void; setTorch: ((isOn: boolean) => Promise<void>) | undefined }>;

type CameraOptions = Readonly<{
  video: HTMLVideoElement;
  onCode: (code: string) => void;
  /** The camera went away, or its pictures can't be read. */
  onProblem: (problem: CameraProblem) => void;
}>;

/** So long between two pictures: a few a second catch what is held still, and leave the phone cool. */
const REST_MS = 120;
/** Pictures are made no larger than this: bars need no more, and it is quicker. */
const WIDTH_MAX = 1024;

/** Turns the camera at the back on and tells of each code that comes before it. Throws what the browser refused with. */
export async function openCamera({ video, onCode, onProblem }: CameraOptions): Promise<Camera> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } },
    audio: false,
  });
  let isOn = true;
  const stop = () => {
    isOn = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    video.srcObject = stream;
    await video.play();
  } catch (error) {
    stop();
    throw error;
  }
  const [track] = stream.getVideoTracks();
  track?.addEventListener("ended", () => isOn && onProblem("busy"));
  void watch(video, () => isOn, onCode).catch(() => {
    if (isOn) onProblem("failed");
  });
  return { stop, setTorch: track && torchOf(track) };
}

/** What a refusal of the browser means. */
export function problemOf(error: unknown): CameraProblem {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "failed";
}

async function watch(video: HTMLVideoElement, isOn: () => boolean, onCode: (code: string) => void): Promise<void> {
  const canvas = document.createElement("canvas");
  const paper = canvas.getContext("2d", { willReadFrequently: true });
  if (paper === null) throw new Error("no canvas");
  let inView: InView = new Map();
  while (isOn()) {
    const scale = Math.min(1, WIDTH_MAX / Math.max(1, video.videoWidth));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (canvas.width > 0 && canvas.height > 0) {
      paper.drawImage(video, 0, 0, canvas.width, canvas.height);
      const codes = await readCodes(paper.getImageData(0, 0, canvas.width, canvas.height));
      const seen = seeCodes(inView, codes, performance.now());
      inView = seen.inView;
      if (isOn()) for (const code of seen.isNew) onCode(code);
    }
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
}

// The light is in no type of the browser's yet.
function torchOf(track: MediaStreamTrack): Camera["setTorch"] {
  const abilities: object = track.getCapabilities?.() ?? {};
  if (!("torch" in abilities) || abilities.torch !== true) return undefined;
  return async (isOn) => {
    const torch: object = { torch: isOn };
    await track.applyConstraints({ advanced: [torch] });
  };
}
