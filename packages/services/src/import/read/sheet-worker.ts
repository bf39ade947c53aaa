import { parentPort, workerData } from "node:worker_threads";
import { DomainError, fail, type Failure } from "@storehouse/domain";
import { decodeText } from "./decode-text.ts";
import { readDelimited } from "./read-delimited.ts";
import { isArchive } from "./refuse-foreign.ts";
import { type Sheet, shapeSheet } from "./shape-sheet.ts";

/** What the reader's thread answers. */
export type SheetAnswer = Readonly<{ sheet: Sheet } | { failure: Failure }>;

/** Reads by what the bytes are: the name of a file says nothing. */
async function readTable(content: Uint8Array | string): Promise<string[][]> {
  if (typeof content === "string") return readDelimited(content.replace(/^\ufeff/, ""));
  // Loaded only where needed: most of a thread's start is its modules.
  if (isArchive(content)) return (await import("./read-workbook.ts")).readWorkbook(content);
  const text = decodeText(content);
  if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(text)) return fail({ code: "FILE_UNREADABLE", reason: "HTML" });
  return readDelimited(text);
}

async function answer(): Promise<SheetAnswer> {
  try {
    return { sheet: shapeSheet(await readTable(workerData as Uint8Array | string)) };
  } catch (error) {
    if (error instanceof DomainError) return { failure: error.failure };
    return { failure: { code: "FILE_UNREADABLE", reason: "BROKEN" } };
  }
}

parentPort?.postMessage(await answer());
