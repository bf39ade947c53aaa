import type { BinlogPosition, TableSum } from "@storehouse/domain";
import type { DatabaseAddress } from "@storehouse/tenancy";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BackupFailed } from "../backup-failed.ts";
import type { DumpPrograms } from "./find-programs.ts";
import { runProgram } from "./run-program.ts";
import { sumDump } from "./sum-dump.ts";

/** A dump under way. */
export type Dump = Readonly<{
  stream: Readable;
  /** Waits for the program to end well and for the dump's last line, then says what was in it. Throws BackupFailed. */
  finish: () => Promise<Readonly<Record<string, TableSum>>>;
  /** Where the server's log stood at the snapshot, when it was asked for and the program can tell. */
  position: () => BinlogPosition | undefined;
  kill: () => void;
}>;

// One snapshot, rows as they come and in the order of their key, and nothing that a factory's own user has no right to.
const OPTIONS = [
  "--skip-opt",
  "--single-transaction",
  "--quick",
  "--create-options",
  "--extended-insert",
  "--set-charset",
  "--default-character-set=utf8mb4",
  "--order-by-primary",
  "--hex-blob",
  "--no-tablespaces",
  "--skip-triggers",
  "--skip-dump-date",
  "--net-buffer-length=262144",
  "--max-allowed-packet=512M",
];
const OWN_OPTIONS = { mariadb: [], mysql: ["--set-gtid-purged=OFF", "--skip-column-statistics"] } as const;

/** Of a snapshot MariaDB tells anybody where its log stood; MySQL would stop every factory for it. */
const POSITION_OPTIONS = { mariadb: ["--master-data=2"], mysql: [] } as const;

type DumpWish = Readonly<{ option: string; database: string; hasBinlog?: boolean }>;

/** Starts a dump of one database as the account of the option file. */
export function dumpDatabase(programs: DumpPrograms, { option, database, hasBinlog }: DumpWish): Dump {
  const position = hasBinlog === true ? POSITION_OPTIONS[programs.kind] : [];
  const args = [option, ...OPTIONS, ...position, ...OWN_OPTIONS[programs.kind], database];
  const program = runProgram([...programs.dump, ...args]);
  program.input.end();
  const sums = sumDump();
  // Whoever reads the stream hears of what broke it.
  pipeline(program.output, sums.through).catch(() => undefined);
  return {
    stream: sums.through,
    position: sums.position,
    kill: program.kill,
    finish: async () => {
      await program.ended;
      // A dump that was cut off can end with 0: only its last line says that it is whole.
      if (!sums.hasTrailer()) throw new BackupFailed("The dump ended before it was complete.");
      return sums.tables();
    },
  };
}

/** Reads a database through once, keeping nothing, and says what is in it. */
export async function sumDatabase(
  programs: DumpPrograms,
  option: string,
  { database }: Pick<DatabaseAddress, "database">,
): Promise<Readonly<Record<string, TableSum>>> {
  const dump = dumpDatabase(programs, { option, database: database ?? "" });
  dump.stream.resume();
  return dump.finish();
}
