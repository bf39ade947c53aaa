import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";

export type Run = {
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** A file that receives everything the program prints. */
  logFile?: string;
  /** Also show the output while it runs. */
  isShown?: boolean;
  signal?: AbortSignal;
};

export type RunResult = { code: number; output: string };

const KEPT_CHARACTERS = 400_000;

/** Runs a program to its end and returns its exit code with what it printed (the last part when it was very long). */
export function runProgram(command: string, args: readonly string[], run: Run = {}): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: run.cwd,
      env: { ...process.env, ...run.env },
      stdio: ["ignore", "pipe", "pipe"],
      ...(run.signal ? { signal: run.signal, killSignal: "SIGTERM" } : {}),
    });
    const log = run.logFile === undefined ? undefined : createWriteStream(run.logFile);
    let output = "";
    const take = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-KEPT_CHARACTERS);
      log?.write(chunk);
      if (run.isShown) process.stderr.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    const finish = (code: number): void => {
      log?.end();
      resolve({ code, output });
    };
    child.on("error", (error) => {
      output += `${command}: ${error.message}\n`;
      finish(127);
    });
    child.on("close", (code) => finish(code ?? 1));
  });
}
