import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { BackupFailed } from "../backup-failed.ts";
import { collect } from "./run-program.ts";

export type ServerKind = "mariadb" | "mysql";

/** A program's command line up to its own options: one that is unpacked somewhere may need its loader before it. */
export type ProgramCommand = readonly [string, ...string[]];

/** The programs that match a server: they must be of its own family, or a restore may differ from what was saved. */
export type DumpPrograms = Readonly<{ kind: ServerKind; dump: ProgramCommand; restore: ProgramCommand }>;

/** Where programs are looked for (a PATH), and those that are named in place of it. */
export type ProgramPlaces = Readonly<{
  path: string;
  dump?: ProgramCommand | undefined;
  restore?: ProgramCommand | undefined;
  binlog?: ProgramCommand | undefined;
}>;

const NAMES = {
  mariadb: {
    dump: ["mariadb-dump", "mysqldump"],
    restore: ["mariadb", "mysql"],
    binlog: ["mariadb-binlog", "mysqlbinlog"],
  },
  mysql: { dump: ["mysqldump"], restore: ["mysql"], binlog: ["mysqlbinlog"] },
} as const satisfies Record<ServerKind, unknown>;

/** Which family a server's own words about its version name. */
export const serverKindOf = (version: string): ServerKind => (/mariadb/i.test(version) ? "mariadb" : "mysql");

/** The dump and restore programs for a server. Throws BackupFailed, naming what is missing. */
export async function findPrograms(kind: ServerKind, places: ProgramPlaces): Promise<DumpPrograms> {
  const [dump, restore] = await Promise.all([
    choose(kind, places.dump, onPath(places.path, NAMES[kind].dump)),
    choose(kind, places.restore, onPath(places.path, NAMES[kind].restore)),
  ]);
  return { kind, dump, restore };
}

/** The program that reads a server's binary log. Throws BackupFailed. */
export const findBinlogProgram = (kind: ServerKind, places: ProgramPlaces): Promise<ProgramCommand> =>
  choose(kind, places.binlog, onPath(places.path, NAMES[kind].binlog));

async function choose(
  kind: ServerKind,
  named: ProgramCommand | undefined,
  found: readonly ProgramCommand[],
): Promise<ProgramCommand> {
  for (const command of named === undefined ? found : [named]) {
    const words = await collect([...command, "--no-defaults", "--version"]).catch(() => "");
    if (words !== "" && serverKindOf(words) === kind) return command;
  }
  const family = kind === "mariadb" ? "MariaDB" : "MySQL";
  throw new BackupFailed(`This machine has no dump, restore and log programs that belong to ${family}.`);
}

function onPath(path: string, names: readonly string[]): readonly ProgramCommand[] {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .filter(isExecutable)
    .map((program) => [program]);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
