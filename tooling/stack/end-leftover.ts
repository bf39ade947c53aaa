import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { endProcess } from "../process/end-process.ts";

export type Leftover = {
  name: string;
  command: readonly [string, ...string[]];
  /** How long it may take to finish what it is doing once asked to end. */
  patienceMs: number;
};

/** Ends the process that a killed supervisor left behind under this name: it would hold a port or a lease. */
export async function endLeftover(runFolder: string, leftover: Leftover): Promise<void> {
  const pidFile = join(runFolder, `${leftover.name}.pid`);
  const pid = Number(readIfThere(pidFile));
  if (pid > 0) await endProcess(pid, commandMark(leftover), leftover.patienceMs);
  rmSync(pidFile, { force: true });
}

/** The part of a command line by which the process is recognised. */
export function commandMark({ command, name }: Leftover): string {
  return command.at(-1) ?? name;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
