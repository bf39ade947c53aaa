import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExplainedError } from "../explained-error.ts";
import { DATA } from "../paths.ts";
import { findProgram } from "../process/find-program.ts";
import { type RunResult, runProgram } from "../process/run-program.ts";
import { aptMirror } from "./apt-mirror.ts";
import type { ServerProgram } from "./server-program.ts";

/** Debian's development suite is the one that carries MySQL's innovation releases. */
const SUITE = "sid";
/** Only helper scripts want these; neither the server nor its client does. */
const NOT_NEEDED = /^(perl|perl-base|perl-modules-.*|libperl.*|libgdbm.*|libdb5.*|libc-gconv.*)$/;
const PACKAGES = ["mysql-server-core", "mysql-client-core"];

/**
 * A MySQL newer than this machine's suite carries, unpacked in one folder and run by its own loader and libraries. The
 * host's packages stay as they are, and no root is needed. Throws when it cannot be had here.
 */
export function mysql97(): Promise<ServerProgram> {
  unpacking ??= unpackOnce();
  return unpacking;
}

/** Two callers at once must not fetch into the same folder. */
let unpacking: Promise<ServerProgram> | undefined;

async function unpackOnce(): Promise<ServerProgram> {
  const home = process.env["STOREHOUSE_CACHE"]
    ? join(process.env["STOREHOUSE_CACHE"], "mysql97")
    : join(DATA, "mysql97");
  const root = join(home, "root");
  if (!existsSync(join(root, ".complete"))) await fetchInto(home, root);

  const [program, ...args]: [string, ...string[]] = [...loader(root), join(root, "usr/sbin/mysqld")];
  const { code, output } = await runProgram(program, [...args, "--no-defaults", "--version"]);
  if (code !== 0) throw new ExplainedError(`The unpacked MySQL does not run here:\n${output.trim()}`);
  return {
    flavour: "mysql",
    version: /Ver (\S+)/.exec(output)?.[1] ?? "unknown",
    command: [program, ...args],
    clients: {
      dump: [...loader(root), join(root, "usr/bin/mysqldump")],
      restore: [...loader(root), join(root, "usr/bin/mysql")],
      binlog: [...loader(root), join(root, "usr/bin/mysqlbinlog")],
    },
    config: [
      `basedir=${root}/usr`,
      `plugin_dir=${root}/usr/lib/mysql/plugin`,
      `lc_messages_dir=${root}/usr/share/mysql`,
      `character_sets_dir=${root}/usr/share/mysql/charsets`,
      "secure_file_priv=NULL",
      "mysqlx=OFF",
    ],
  };
}

function loader(root: string): [string, ...string[]] {
  const isArm = process.arch === "arm64";
  const [ld, lib] = isArm
    ? ["usr/lib/ld-linux-aarch64.so.1", "usr/lib/aarch64-linux-gnu"]
    : ["usr/lib64/ld-linux-x86-64.so.2", "usr/lib/x86_64-linux-gnu"];
  return [join(root, ld), "--library-path", join(root, lib)];
}

async function fetchInto(home: string, root: string): Promise<void> {
  if (findProgram("apt-get") === undefined || findProgram("dpkg-deb") === undefined) {
    throw new ExplainedError("apt-get and dpkg-deb are needed to fetch MySQL.");
  }
  const apt = join(home, "apt");
  for (const folder of ["lists/partial", "cache/archives/partial", "debs"])
    mkdirSync(join(apt, folder), { recursive: true });
  const options = writeAptSetup(apt);

  check(await runProgram("apt-get", [...options, "update"]), "read the package list");
  const packages = await closure(options);
  check(await runProgram("apt-get", [...options, "download", ...packages], { cwd: join(apt, "debs") }), "download");

  const unpacked = `${root}.part`;
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked);
  for (const file of readdirSync(join(apt, "debs")).filter((name) => name.endsWith(".deb"))) {
    check(await runProgram("dpkg-deb", ["-x", join(apt, "debs", file), unpacked]), `unpack ${file}`);
  }
  for (const folder of ["usr/share/doc", "usr/share/man"])
    rmSync(join(unpacked, folder), { recursive: true, force: true });
  writeFileSync(join(unpacked, ".complete"), "");
  rmSync(root, { recursive: true, force: true });
  renameSync(unpacked, root);
  rmSync(apt, { recursive: true, force: true });
}

/** An apt of its own: list, caches and an empty package status, so that even libc is part of the closure. */
function writeAptSetup(apt: string): string[] {
  const { uri, signedBy } = aptMirror();
  const signature = signedBy === undefined ? "" : `[signed-by=${signedBy}] `;
  writeFileSync(join(apt, "sources.list"), `deb ${signature}${uri} ${SUITE} main\n`);
  writeFileSync(join(apt, "status"), "");
  const settings = {
    "Dir::Etc::SourceList": join(apt, "sources.list"),
    "Dir::Etc::SourceParts": "/dev/null",
    "Dir::State::Lists": join(apt, "lists"),
    "Dir::State::status": join(apt, "status"),
    "Dir::Cache": join(apt, "cache"),
    // As root, apt would fetch as a user who may not write here.
    "APT::Sandbox::User": "root",
    "APT::Update::Post-Invoke-Success::": "",
    "Debug::NoLocking": "1",
  };
  return ["-q", ...Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`])];
}

async function closure(options: readonly string[]): Promise<string[]> {
  const planned = await runProgram("apt-get", [...options, "install", "-s", "--no-install-recommends", ...PACKAGES]);
  check(planned, "resolve the packages");
  const names = [...planned.output.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name ?? "");
  return names.filter((name) => !NOT_NEEDED.test(name));
}

function check({ code, output }: RunResult, step: string): void {
  if (code === 0) return;
  throw new ExplainedError(`MySQL could not be fetched (${step}):\n${output.trim().split("\n").slice(-5).join("\n")}`);
}
