import { readFileSync } from "node:fs";

/** Whether process `pid` exists and its command line mentions `mark`, so that a reused pid is not taken for ours. */
export function isAlive(pid: number, mark: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!isPermissionError(error)) return false;
  }
  return commandLine(pid)?.includes(mark) ?? true;
}

/** Undefined where the machine has no /proc; there the pid alone decides. */
function commandLine(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const state = stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3);
    // A zombie has ended; only its parent has not yet looked.
    return state === "Z" ? "" : readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return process.platform === "linux" ? "" : undefined;
  }
}

function isPermissionError(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPERM";
}
