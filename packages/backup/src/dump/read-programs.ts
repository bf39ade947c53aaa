import type { ProgramCommand, ProgramPlaces } from "./find-programs.ts";

/** Where the programs that dump, restore and read a log are, by PATH, DUMP_COMMAND, RESTORE_COMMAND and BINLOG_COMMAND. */
export const readPrograms = (env: NodeJS.ProcessEnv): ProgramPlaces => ({
  path: env["PATH"] ?? "",
  dump: parseProgram(env["DUMP_COMMAND"]),
  restore: parseProgram(env["RESTORE_COMMAND"]),
  binlog: parseProgram(env["BINLOG_COMMAND"]),
});

/** Reads a program's command line: its path, or a JSON list of the path and what goes before its own options. Undefined when nothing is given. */
function parseProgram(text: string | undefined): ProgramCommand | undefined {
  if (text === undefined || text === "") return undefined;
  if (!text.startsWith("[")) return [text];
  const words: unknown = JSON.parse(text);
  if (!Array.isArray(words)) throw new Error("A program is named by its path or a JSON list of words.");
  const [program, ...rest] = words.map(String);
  if (program === undefined) throw new Error("The list of words that names a program is empty.");
  return [program, ...rest];
}
