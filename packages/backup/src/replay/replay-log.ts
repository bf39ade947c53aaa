import type { BinlogPosition } from "@storehouse/domain";
import type { DumpPrograms, ProgramCommand } from "../dump/find-programs.ts";
import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { restoreDump } from "../dump/restore-dump.ts";
import { runProgram } from "../dump/run-program.ts";
import { dropNumbers } from "./drop-numbers.ts";

/** A stretch of the log, and whose changes of it go where. */
export type Stretch = Readonly<{
  files: readonly string[];
  /** In the first of the files. */
  start: number;
  /** Up to a place in the last of the files, or up to a moment, which is not in it. */
  end: Readonly<{ position: number } | { before: Date }>;
  fromDatabase: string;
  intoDatabase: string;
  /** True where the backup may hold some of the changes already. */
  isOverlap: boolean;
}>;

type Tools = Readonly<{ programs: DumpPrograms; binlog: ProgramCommand; readerOption: string; replayerOption: string }>;

/** Puts one factory's changes of a stretch of the log into another database. Throws BackupFailed. */
export async function replayStretch(tools: Tools, stretch: Stretch): Promise<void> {
  const { programs, binlog, readerOption, replayerOption } = tools;
  const reader = runProgram([...binlog, readerOption, ...argsOf(programs.kind, stretch)]);
  reader.input.end();
  try {
    const isNumbered = programs.kind === "mariadb";
    const changes = isNumbered ? pipeThrough(reader.output, dropNumbers()) : reader.output;
    await restoreDump(programs, replayerOption, stretch.intoDatabase, changes);
    await reader.ended;
  } finally {
    reader.kill();
  }
}

/** Whoever reads the result hears of what broke the first. */
function pipeThrough(stream: Readable, through: Transform): Readable {
  pipeline(stream, through).catch(() => undefined);
  return through;
}

/** MySQL's program looks for a database by its new name, MariaDB's by the old. */
function argsOf(kind: DumpPrograms["kind"], stretch: Stretch): readonly string[] {
  const { files, start, end, fromDatabase, intoDatabase, isOverlap } = stretch;
  const isMysql = kind === "mysql";
  return [
    "--read-from-remote-server",
    "--verify-binlog-checksum",
    `--rewrite-db=${fromDatabase}->${intoDatabase}`,
    `--database=${isMysql ? intoDatabase : fromDatabase}`,
    // Of a log in which an earlier version of the service has written such numbers twice.
    isMysql ? "--skip-gtids" : "--loose-skip-gtid-strict-mode",
    ...(isMysql && isOverlap ? ["--idempotent"] : []),
    `--start-position=${start}`,
    "position" in end ? `--stop-position=${end.position}` : `--stop-datetime=${wordsOf(end.before)}`,
    ...files,
  ];
}

const wordsOf = (at: Date): string => at.toISOString().slice(0, 19).replace("T", " ");

/** True when nothing lies between two places. */
export const isSamePlace = (one: BinlogPosition, other: BinlogPosition): boolean =>
  one.file === other.file && one.position === other.position;
