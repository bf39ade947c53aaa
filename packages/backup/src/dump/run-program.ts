import { spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { BackupFailed } from "../backup-failed.ts";

/** A program that runs, with both its ends. `ended` rejects unless it ends by itself with 0. */
export type RunningProgram = Readonly<{
  input: Writable;
  output: Readable;
  ended: Promise<void>;
  kill: () => void;
  pid: number | undefined;
}>;

/** What a program said before it failed, for the log: it may hold names, never passwords. */
export class ProgramFailed extends BackupFailed {
  readonly said: string;
  constructor(reason: string, said: string) {
    super(reason);
    this.said = said;
  }
}

const SAID_MAX = 2_000;

/** Starts a program without a shell and with an environment that holds none of ours. */
export function runProgram(command: readonly string[]): RunningProgram {
  const [file = "", ...args] = command;
  const child = spawn(file, args, { stdio: ["pipe", "pipe", "pipe"], env: { LC_ALL: "C", TZ: "UTC" } });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => (said = (said + part).slice(-SAID_MAX)));
  // Who writes to a program that has ended is told by `ended`.
  child.stdin.on("error", () => undefined);
  const name = command.findLast((word) => !word.startsWith("-") && /(dump|binlog|mysql|mariadb)$/.test(word)) ?? file;
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", () => reject(new ProgramFailed(`${shortOf(name)} could not be started.`, said)));
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(new ProgramFailed(`${shortOf(name)} ended with ${signal ?? `code ${code ?? "none"}`}.`, said));
    });
  });
  // Whoever waits for it hears of it; until then it is no unhandled rejection.
  ended.catch(() => undefined);
  const kill = (): void => void child.kill("SIGKILL");
  return { input: child.stdin, output: child.stdout, ended, kill, pid: child.pid };
}

/** Runs a program to its end and gives back what it printed. */
export async function collect(command: readonly string[]): Promise<string> {
  const program = runProgram(command);
  program.input.end();
  const [printed] = await Promise.all([text(program.output), program.ended]);
  return printed;
}

const shortOf = (name: string): string => name.slice(name.lastIndexOf("/") + 1);
