import { Worker } from "node:worker_threads";
import { fail, IMPORT_LIMITS } from "@storehouse/domain";
import type { Sheet } from "./shape-sheet.ts";
import type { SheetAnswer } from "./sheet-worker.ts";

const TIMEOUT_MS = 20_000;
const HEAP_MB = 256;
const AT_ONCE_MAX = 2;
const WAITING_MAX = 20;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a file's bytes or pasted text into a sheet, in a thread of its own with a bounded heap and a time limit: a hostile file costs
 * nobody else anything. Throws FILE_UNREADABLE, TOO_LARGE, and BUSY where too many files wait.
 */
export async function readSheet(content: Uint8Array | string): Promise<Sheet> {
  await enter();
  try {
    const answer = await runWorker(content);
    return "sheet" in answer ? answer.sheet : fail(answer.failure);
  } finally {
    leave();
  }
}

async function enter(): Promise<void> {
  if (running < AT_ONCE_MAX) {
    running += 1;
    return;
  }
  if (waiting.length >= WAITING_MAX) fail({ code: "BUSY", retryAfterSeconds: 5 });
  await new Promise<void>((resolve) => waiting.push(resolve));
}

/** Hands the place on to who waits longest, else frees it. */
function leave(): void {
  const next = waiting.shift();
  if (next === undefined) running -= 1;
  else next();
}

function runWorker(content: Uint8Array | string): Promise<SheetAnswer> {
  const worker = new Worker(new URL("./sheet-worker.ts", import.meta.url), {
    workerData: content,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32 },
  });
  return new Promise<SheetAnswer>((resolve) => {
    const end = (answer: SheetAnswer) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end({ failure: { code: "FILE_UNREADABLE", reason: "TOO_SLOW" } }), TIMEOUT_MS);
    worker.once("message", (answer: SheetAnswer) => end(answer));
    worker.once("error", (error) => end({ failure: failureOf(error) }));
    worker.once("exit", () => end({ failure: { code: "FILE_UNREADABLE", reason: "BROKEN" } }));
  });
}

const failureOf = (error: unknown): Extract<SheetAnswer, { failure: unknown }>["failure"] =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? { code: "TOO_LARGE", what: "unfoldedBytes", limit: IMPORT_LIMITS.unfoldedBytes }
    : { code: "FILE_UNREADABLE", reason: "BROKEN" };
