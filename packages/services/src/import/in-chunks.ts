/** Rows or keys of one statement: large enough to be few, small enough for one packet and no long stop. */
const CHUNK = 500;

/** Cuts a list into runs of at most 500. */
export function chunksOf<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / CHUNK) }, (_, at) => list.slice(at * CHUNK, (at + 1) * CHUNK));
}

/** Asks for many keys, 500 at a time, and joins the answers. */
export async function inChunks<Key, Row>(
  keys: readonly Key[],
  ask: (keys: Key[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const chunk of chunksOf(keys)) rows.push(...(await ask(chunk)));
  return rows;
}
