import { fail, IMPORT_LIMITS } from "@storehouse/domain";
import { runThread } from "../../thread/run-thread.ts";
import { refuseForeign } from "./refuse-foreign.ts";
import type { Sheet } from "./shape-sheet.ts";
import type { SheetAnswer } from "./sheet-worker.ts";

const LIMITS = { heapMb: 256, timeoutMs: 20_000 };
const AT_ONCE_MAX = 2;
const WAITING_MAX = 20;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a file's bytes or pasted text into a sheet, in a thread of its own with a bounded heap and a time limit: a hostile file costs
 * nobody else anything. Throws FILE_UNREADABLE, TOO_LARGE, and BUSY where too many files wait.
 */
export async function readSheet(content: Uint8Array | string): Promise<Sheet> {
  if (typeof content !== "string") refuseForeign(content);
  await enter();
  try {
    const answer = await readInThread(content);
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

async function readInThread(content: Uint8Array | string): Promise<SheetAnswer> {
  const outcome = await runThread<SheetAnswer>(new URL("./sheet-worker.ts", import.meta.url), content, LIMITS);
  if (typeof outcome === "object") return outcome.answer;
  if (outcome === "out of memory") {
    return { failure: { code: "TOO_LARGE", what: "unfoldedBytes", limit: IMPORT_LIMITS.unfoldedBytes } };
  }
  return { failure: { code: "FILE_UNREADABLE", reason: outcome === "too slow" ? "TOO_SLOW" : "BROKEN" } };
}
