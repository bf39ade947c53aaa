import { fail, IMPORT_LIMITS } from "@storehouse/domain";
import { Unzip, UnzipInflate, UnzipPassThrough } from "fflate";

const ENTRIES_MAX = 1_000;
const RATIO_MAX = 100;
/** Below this the ratio says nothing: a small sheet of one repeated word folds well. */
const RATIO_FROM_BYTES = 8_000_000;
/** One chunk of a deflate stream unfolds to at most a thousand times its size, so the caps are asked every few megabytes. */
const CHUNK_BYTES = 4_096;

/** The parts of a workbook by their names inside it. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Unfolds the XML parts of a ZIP, counting what comes out instead of believing what its headers say. Nothing is written to disk and no name
 * in it becomes a path. Throws TOO_LARGE past the caps, FILE_UNREADABLE where the archive is broken.
 */
export function unfoldZip(bytes: Uint8Array): Parts {
  const kept = new Map<string, Uint8Array[]>();
  const count = counter(bytes.length);
  const unzip = new Unzip((file) => {
    count.entry();
    const chunks: Uint8Array[] = [];
    const isKept = /\.(xml|rels)$/i.test(file.name) && !kept.has(file.name);
    if (isKept) kept.set(file.name, chunks);
    file.ondata = (error, chunk) => {
      if (error !== null) throw error;
      count.bytes(chunk.length);
      if (isKept) chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    unzip.push(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= bytes.length);
  }
  return new Map([...kept].map(([name, chunks]) => [name, Buffer.concat(chunks)]));
}

function counter(foldedBytes: number): { entry: () => void; bytes: (length: number) => void } {
  let entries = 0;
  let unfolded = 0;
  return {
    entry: () => {
      entries += 1;
      if (entries > ENTRIES_MAX) fail({ code: "TOO_LARGE", what: "entries", limit: ENTRIES_MAX });
    },
    bytes: (length) => {
      unfolded += length;
      const limit = IMPORT_LIMITS.unfoldedBytes;
      const isBomb = unfolded > RATIO_FROM_BYTES && unfolded > foldedBytes * RATIO_MAX;
      if (unfolded > limit || isBomb) fail({ code: "TOO_LARGE", what: "unfoldedBytes", limit });
    },
  };
}
