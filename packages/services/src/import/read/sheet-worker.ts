import { parentPort, workerData } from "node:worker_threads";
import { DomainError, fail, type Failure } from "@storehouse/domain";
import { decodeText } from "./decode-text.ts";
import { readDelimited } from "./read-delimited.ts";
import { type Sheet, shapeSheet } from "./shape-sheet.ts";

/** What the reader's thread answers. */
export type SheetAnswer = Readonly<{ sheet: Sheet } | { failure: Failure }>;

const MAGIC = [
  { reason: "XLS", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { reason: "PDF", bytes: [0x25, 0x50, 0x44, 0x46] },
  { reason: "ZIP", bytes: [0x1f, 0x8b] },
] as const;
const ZIP = [0x50, 0x4b];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

/** Reads by what the bytes are: the name of a file says nothing. */
async function readTable(content: Uint8Array | string): Promise<string[][]> {
  if (typeof content === "string") return readDelimited(content.replace(/^\ufeff/, ""));
  if (content.length === 0) return fail({ code: "FILE_UNREADABLE", reason: "EMPTY" });
  const known = MAGIC.find(({ bytes }) => startsWith(content, bytes));
  if (known !== undefined) return fail({ code: "FILE_UNREADABLE", reason: known.reason });
  // Loaded only where needed: most of a thread's start is its modules.
  if (startsWith(content, ZIP)) return (await import("./read-workbook.ts")).readWorkbook(content);
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
