import type { BinlogPosition, TableSum } from "@storehouse/domain";
import { createHash, type Hash } from "node:crypto";
import { Transform } from "node:stream";

/** What a dump was seen to hold as it went by. */
export type DumpSums = Readonly<{
  tables: () => Readonly<Record<string, TableSum>>;
  hasTrailer: () => boolean;
  /** Where the log stood at the snapshot, when the program wrote it down. */
  position: () => BinlogPosition | undefined;
}>;

type Table = { rows: number; hash: Hash };

const TRAILER = "-- Dump completed";
const POSITION = /^-- CHANGE MASTER TO MASTER_LOG_FILE='([^']+)', MASTER_LOG_POS=(\d+);/;
const [QUOTE, BACKSLASH, OPEN, CLOSE, NEWLINE] = [0x27, 0x5c, 0x28, 0x29, 0x0a];

/**
 * Lets a dump through and sums up each table: its rows, and a checksum over its definition and its rows as they stand.
 * Two databases with the same sums hold the same. Holds no more than one statement at a time.
 */
export function sumDump(): DumpSums & Readonly<{ through: Transform }> {
  const tables = new Map<string, Table>();
  let current: Table | undefined;
  let isInRows = false;
  let lastLine = "";
  let held: Buffer[] = [];
  let position: BinlogPosition | undefined;

  function readLine(line: Buffer): void {
    if (line.length === 0) return;
    const start = line.subarray(0, 200).toString("utf8");
    lastLine = line.length <= 200 ? start : "";
    const place = tables.size === 0 ? POSITION.exec(start) : null;
    if (place !== null) position = { file: place[1] ?? "", position: Number(place[2]) };
    const table = /^(?:CREATE TABLE|INSERT INTO) `((?:[^`]|``)+)`/.exec(start)?.[1];
    if (table !== undefined) {
      current = tables.get(table) ?? { rows: 0, hash: createHash("sha256") };
      tables.set(table, current);
      isInRows = start.startsWith("INSERT");
    } else if (/^(--|\/\*|SET |UNLOCK|LOCK|DROP)/.test(start)) {
      current = undefined;
    }
    if (current === undefined) return;
    current.hash.update(isInRows ? line : plainDefinition(line.toString("utf8")));
    if (isInRows) current.rows += countRows(line, start.startsWith("INSERT") ? line.indexOf(" VALUES") : 0);
  }

  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        const end = chunk.subarray(from, at);
        readLine(held.length === 0 ? end : Buffer.concat([...held, end]));
        held = [];
        from = at + 1;
      }
      if (from < chunk.length) held.push(chunk.subarray(from));
      done(null, chunk);
    },
    flush(done) {
      readLine(Buffer.concat(held));
      done();
    },
  });
  const sums = (): Record<string, TableSum> =>
    Object.fromEntries(
      [...tables].map(([name, { rows, hash }]) => [name, { rows, sha256: hash.copy().digest("hex") }]),
    );
  return { through, tables: sums, hasTrailer: () => lastLine === TRAILER, position: () => position };
}

/** The next number to give out is no content, and MySQL names a collation's character set or not as it was once written. */
const plainDefinition = (line: string): string =>
  line.replace(/ AUTO_INCREMENT=\d+/, "").replace(/ CHARACTER SET \w+(?= COLLATE )/, "");

/** Rows are the outermost brackets; one inside a text does not count. */
function countRows(line: Buffer, from: number): number {
  let rows = 0;
  let depth = 0;
  let isText = false;
  for (let at = from; at < line.length; at += 1) {
    const byte = line[at];
    if (isText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (byte === OPEN) rows += depth++ === 0 ? 1 : 0;
    else if (byte === CLOSE) depth -= 1;
  }
  return rows;
}
