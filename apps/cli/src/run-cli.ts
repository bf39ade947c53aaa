import { findDriverError } from "@storehouse/db";
import { DomainError } from "@storehouse/domain";
import type { CommandContext } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { readEnv } from "./env.ts";
import { UsageError } from "./usage-error.ts";

type Streams = Readonly<
  { print: (line: string) => void; complain: (line: string) => void } & Pick<CommandContext, "readInput">
>;

const WRONG_USE = 2;

/** Runs the command that the words name and returns the exit code: 0 done, 1 failed, 2 called wrongly. */
export async function runCli(words: readonly string[], { print, complain, readInput }: Streams): Promise<number> {
  const [first = "", second = ""] = words;
  const name = COMMANDS.has(first) ? first : `${first} ${second}`;
  const load = COMMANDS.get(name);
  if (load === undefined) {
    complain(`Usage: storehouse <command>\n${[...COMMANDS.keys()].map((known) => `  ${known}`).join("\n")}`);
    return WRONG_USE;
  }
  const command = await load();
  const args = words.slice(name.split(" ").length);
  try {
    return await command.run({ env: readEnv(), args, print, readInput });
  } catch (error) {
    complain(describe(error));
    const isWrongUse = error instanceof UsageError || isParseError(error);
    if (isWrongUse) complain(`Usage: storehouse ${command.usage}`);
    return isWrongUse ? WRONG_USE : 1;
  }
}

/** What went wrong, without the server's words: they can repeat a statement and the password in it. */
function describe(error: unknown): string {
  const driver = findDriverError(error);
  if (driver !== undefined) return `The database server refused: ${driver.code} (${driver.errno}).`;
  if (error instanceof DomainError) {
    const { code, ...facts } = error.failure;
    return `${code} ${JSON.stringify(facts)}`;
  }
  return error instanceof Error ? error.message : String(error);
}

const isParseError = (error: unknown): boolean =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
