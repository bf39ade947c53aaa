import { proveOperator } from "@storehouse/auth";
import type { CentralDb } from "@storehouse/db";
import { Username } from "@storehouse/domain";
import type { PlatformContext } from "@storehouse/services";
import { parseKeys } from "@storehouse/tenancy";
import type { CommandContext } from "../command.ts";
import { UsageError } from "../usage-error.ts";

/** Which operator stands at the command line: `--as` names them, and standard input holds a code of their phone. Throws SECOND_STEP_REFUSED. */
export async function asOperator(
  { env, readInput }: CommandContext,
  central: CentralDb,
  name: string | undefined,
): Promise<PlatformContext> {
  const username = Username.safeParse(name);
  if (!username.success)
    throw new UsageError("Say who you are with --as <operator>, and give a code on standard input.");
  const code = (await readInput()).trim();
  const operator = await proveOperator(central, parseKeys(env.keys()), { username: username.data, code });
  return { central, operator, now: () => new Date() };
}
