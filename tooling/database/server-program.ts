import { dirname, join } from "node:path";
import { ExplainedError } from "../explained-error.ts";
import { aptInstall } from "../process/apt-install.ts";
import { findProgram } from "../process/find-program.ts";
import { runProgram } from "../process/run-program.ts";

export type Flavour = "mariadb" | "mysql";

/** A server binary that this machine can run, and what it needs beyond the usual. */
export type ServerProgram = {
  flavour: Flavour;
  version: string;
  /** The command line up to the server's own options. */
  command: readonly [string, ...string[]];
  /** Lines for its configuration that depend on where it is unpacked. */
  config: readonly string[];
  /** The programs of the same family that save a database, read it back, and read the log of changes; absent when they are those on the path. */
  clients?: { dump: readonly string[]; restore: readonly string[]; binlog: readonly string[] };
  /** MariaDB makes its data folder by a separate program. */
  installer?: string;
};

const PACKAGES = ["mariadb-server-core", "mariadb-client-core", "mariadb-client"];

/** The machine's own server; installed by apt where there is none and the user may. */
export async function findServerProgram(): Promise<ServerProgram> {
  const found = await machineServer();
  if (found) {
    // A server alone keeps data and can't back it up: the dump program is a package of its own.
    if (found.flavour === "mariadb" && findProgram("mariadb-dump") === undefined) await aptInstall(["mariadb-client"]);
    return found;
  }
  if (await aptInstall(PACKAGES)) {
    const installed = await machineServer();
    if (installed) return installed;
  }
  throw new ExplainedError(
    [
      "No database server was found, and none could be installed from here.",
      "Do one of these, then run the same command again:",
      `  - install one:  sudo apt-get install --no-install-recommends ${PACKAGES.join(" ")}`,
      "  - or set DATABASE_URL=mysql://admin:password@host:3306 to a MySQL 8.4+ or MariaDB 10.11+ server.",
    ].join("\n"),
  );
}

async function machineServer(): Promise<ServerProgram | undefined> {
  const path = findProgram("mariadbd", "mysqld");
  if (path === undefined) return undefined;

  const { output } = await runProgram(path, ["--no-defaults", "--version"]);
  const version = /Ver (\S+)/.exec(output)?.[1] ?? "unknown";
  if (!/mariadb/i.test(output))
    return { flavour: "mysql", version, command: [path], config: ["secure_file_priv=NULL", "mysqlx=OFF"] };

  const installer = findProgram("mariadb-install-db", "mysql_install_db") ?? join(dirname(path), "mariadb-install-db");
  return { flavour: "mariadb", version, command: [path], config: [], installer };
}
