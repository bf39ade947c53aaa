import { findProgram } from "./find-program.ts";
import { runProgram } from "./run-program.ts";

/** Installs Debian packages where this user may: as root or by sudo without a password. False when it could not. */
export async function aptInstall(packages: readonly string[]): Promise<boolean> {
  const prefix = await rootPrefix();
  if (prefix === undefined || findProgram("apt-get") === undefined) return false;

  console.error(`Installing ${packages.join(", ")} with apt …`);
  const install = ["apt-get", "install", "-y", "--no-install-recommends", ...packages];
  if (await runAll(prefix, install)) return true;
  return (await runAll(prefix, ["apt-get", "update"])) && (await runAll(prefix, install));
}

async function rootPrefix(): Promise<string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram("sudo");
  if (sudo === undefined) return undefined;
  const { code } = await runProgram(sudo, ["-n", "true"]);
  return code === 0 ? [sudo, "-n"] : undefined;
}

async function runAll(prefix: readonly string[], command: readonly string[]): Promise<boolean> {
  const [program = "", ...args] = [...prefix, "/usr/bin/env", "DEBIAN_FRONTEND=noninteractive", ...command];
  const { code, output } = await runProgram(program, args);
  if (code !== 0) console.error(output.trim().split("\n").slice(-5).join("\n"));
  return code === 0;
}
