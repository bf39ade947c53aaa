import { Zip, ZipDeflate } from "fflate";
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";

/** A file to be put into an archive: its text, piece by piece. */
export type TextFile = Readonly<{ name: string; pieces: AsyncIterable<string> | Iterable<string> }>;

/** What a file turned out to hold. */
export type FileSum = Readonly<{ name: string; sha256: string; bytes: number }>;

// Little is gained by more, and it is done where people's requests are answered.
const LEVEL = 1;

/**
 * Packs files into a zip archive and gives it out as it grows: never more than a piece is held. `last` is made when all the others are packed, from
 * what they hold. Throws what reading the files throws, and then the archive has no end.
 */
export async function* zipFiles(
  files: AsyncIterable<TextFile>,
  last: (sums: readonly FileSum[]) => TextFile,
  at: Date,
): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    out.push(chunk);
  });
  const sums: FileSum[] = [];
  for await (const file of files) {
    const sum = yield* pack(file);
    sums.push(sum);
  }
  yield* pack(last(sums));
  zip.end();
  yield* out.splice(0);

  async function* pack({ name, pieces }: TextFile): AsyncGenerator<Uint8Array, FileSum> {
    const entry = new ZipDeflate(name, { level: LEVEL });
    entry.mtime = at;
    zip.add(entry);
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const piece of pieces) {
      const data = Buffer.from(piece, "utf8");
      hash.update(data);
      bytes += data.length;
      entry.push(new Uint8Array(data));
      yield* out.splice(0);
      // Others' requests come in between.
      await setImmediate();
    }
    entry.push(new Uint8Array(), true);
    yield* out.splice(0);
    return { name, sha256: hash.digest("hex"), bytes };
  }
}
