import type { CliEnv } from "./env.ts";

/** What a command works with. `print` writes to standard output, where no password ever goes. */
export type CommandContext = Readonly<{
  env: CliEnv;
  args: readonly string[];
  print: (line: string) => void;
  /** All of standard input, for what must not stand on a command line. */
  readInput: () => Promise<string>;
}>;

/** One of the operator's commands. It returns the exit code; what it throws becomes a message and 1. */
export type Command = Readonly<{ usage: string; run: (context: CommandContext) => Promise<number> }>;
