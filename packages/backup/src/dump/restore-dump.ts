import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BackupFailed } from "../backup-failed.ts";
import type { DumpPrograms } from "./find-programs.ts";
import { runProgram } from "./run-program.ts";

// Without these, a line of the dump could have the client run a command or read a file.
const SAFE = {
  mariadb: ["--sandbox", "--binary-mode"],
  mysql: ["--binary-mode", "--loose-skip-system-command", "--loose-skip-commands"],
} as const;

/** Feeds a dump to a database as the account of the option file. Throws BackupFailed, or what broke the dump's stream. */
export async function restoreDump(
  programs: DumpPrograms,
  option: string,
  database: string,
  dump: Readable,
): Promise<void> {
  const args = [option, ...SAFE[programs.kind], "--batch", "--default-character-set=utf8mb4", database];
  const program = runProgram([...programs.restore, ...args]);
  program.output.resume();
  try {
    await pipeline(dump, program.input);
  } catch (error) {
    // The client went first: why, it says itself.
    if (isBrokenPipe(error)) await program.ended;
    program.kill();
    throw error instanceof BackupFailed
      ? error
      : new BackupFailed("The dump could not be read back.", { cause: error });
  }
  await program.ended;
}

const isBrokenPipe = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "EPIPE" || error.code === "ECONNRESET");
