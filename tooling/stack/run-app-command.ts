import { join } from "node:path";
import type { AppCommand } from "../app-commands.ts";
import { ExplainedError } from "../explained-error.ts";
import { NODE, ROOT } from "../paths.ts";
import { runProgram } from "../process/run-program.ts";

/** Runs one of the product's commands to its end, with this environment and nothing of the caller's; its own words become the error when it fails. Returns its output. */
export async function runAppCommand(
  command: AppCommand,
  env: Record<string, string>,
  args: readonly string[] = [],
): Promise<string> {
  const without = Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined]));
  const run = { cwd: join(ROOT, command.cwd), env: { ...without, ...env } };
  const { code, output } = await runProgram(NODE, [...command.args, ...args], run);
  if (code !== 0) throw new ExplainedError(`${command.name} failed:\n${output.trim()}`);
  return output;
}
