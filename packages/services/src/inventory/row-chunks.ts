// Few sizes, so that few texts are prepared: a server keeps a bounded number of them for all connections together.
const SIZES = [256, 64, 16, 4, 2, 1] as const;

/** The most rows or keys one statement takes. */
export const CHUNK_MAX = SIZES[0];

/** Cuts rows into runs of one of the few sizes. */
export function rowChunks<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const chunks: (readonly Row[])[] = [];
  for (let at = 0; at < rows.length; ) {
    const size = SIZES.find((candidate) => candidate <= rows.length - at) ?? 1;
    chunks.push(rows.slice(at, at + size));
    at += size;
  }
  return chunks;
}

/** Repeats the last of up to CHUNK_MAX keys until their number is one of the few sizes: a key named twice is found once. */
export function padded<Key>(keys: readonly Key[]): readonly Key[] {
  const size = SIZES.findLast((candidate) => candidate >= keys.length) ?? keys.length;
  return [...keys, ...Array.from({ length: size - keys.length }, () => keys.at(-1) as Key)];
}

/** A list of groups of question marks: marks(2, 3) is "(?,?,?),(?,?,?)". */
export const marks = (rows: number, columns: number): string =>
  Array.from({ length: rows }, () => `(${Array.from({ length: columns }, () => "?").join(",")})`).join(",");
