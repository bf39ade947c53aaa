import { APP_COMMANDS } from "../app-commands.ts";
import { ExplainedError } from "../explained-error.ts";
import type { ScratchStack } from "./open-scratch-stack.ts";
import { runAppCommand } from "./run-app-command.ts";

/** Makes an operator who owns everything and returns the link by which they choose a password, once. */
export async function makeOperator({ env }: Pick<ScratchStack, "env">, username: string): Promise<string> {
  const args = ["create", username, "--name", "Olga Berg", "--role", "OWNER"];
  const output = await runAppCommand(APP_COMMANDS.operator, env, args);
  const link = /https?:\S+#\S+/.exec(output)?.[0];
  if (link === undefined) throw new ExplainedError("No link for the operator was printed.");
  return link;
}
