import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";

export type Run = {
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** A file that receives everything the program prints. */
  logFile?: string;
  /** Also show the output while it runs. */
  isShown?: boolean;
  /** The longest it may take; then it and everything it started are ended, and the result is a failure. */
  limitMs?: number;
};

export type RunResult = { code: number; output: string };

const KEPT_CHARACTERS = 400_000;
/** How long to listen for last words after the end, when something the program left behind holds its output open. */
const LAST_WORDS_MS = 1500;

const groups = new Set<number>();
// Each program has a process group of its own, which a terminal's Ctrl+C does not reach by itself.
process.on("exit", () => {
  for (const group of groups) endGroup(group, "SIGTERM");
});

/** Runs a program to its end and returns its exit code with what it printed (the last part when it was very long). */
export function runProgram(command: string, args: readonly string[], run: Run = {}): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: run.cwd,
      env: { ...process.env, ...run.env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const { pid } = child;
    if (pid !== undefined) groups.add(pid);
    const output = collect(child, run);
    const limit = run.limitMs === undefined ? undefined : setTimeout(() => overrun(), run.limitMs);
    let lastWords: NodeJS.Timeout | undefined;

    const finish = (code: number): void => {
      clearTimeout(limit);
      clearTimeout(lastWords);
      if (pid !== undefined) {
        groups.delete(pid);
        endGroup(pid, "SIGKILL");
      }
      resolve({ code, output: output.end() });
    };
    const overrun = (): void => {
      output.add(`\nIt was not done after ${(run.limitMs ?? 0) / 1000} s and was ended.\n`);
      finish(124);
    };
    child.on("error", (error) => {
      output.add(`${command}: ${error.message}\n`);
      finish(127);
    });
    child.on("exit", (code) => {
      lastWords = setTimeout(() => finish(code ?? 1), LAST_WORDS_MS);
    });
    child.on("close", (code) => finish(code ?? 1));
  });
}

function collect(child: ChildProcess, { logFile, isShown }: Run): { add: (text: string) => void; end: () => string } {
  const log = logFile === undefined ? undefined : createWriteStream(logFile);
  let output = "";
  const add = (text: string): void => {
    output = (output + text).slice(-KEPT_CHARACTERS);
    if (log?.writable) log.write(text);
    if (isShown) process.stderr.write(text);
  };
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", add);
  const end = (): string => {
    log?.end();
    child.stdout?.destroy();
    child.stderr?.destroy();
    return output;
  };
  return { add, end };
}

/** Also ends what the program started and left behind. */
function endGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // Everything in it has ended by itself.
  }
}
