import { and, type CentralDb, eq } from "@storehouse/db";
import { operators } from "@storehouse/db/central";
import { fail, isOperatorRole, type OperatorActor, operatorPermissionsOf } from "@storehouse/domain";
import { type Keys, OPERATORS_REALM } from "@storehouse/tenancy";
import { createGuessGuard } from "../limit/guess-limits.ts";
import { createCodeVault } from "../second-factor/code-vault.ts";
import { assignedTo } from "./find-operator.ts";
import { spendOperatorCode } from "./spend-operator-code.ts";

const REFUSAL = { code: "SECOND_STEP_REFUSED" } as const;

/**
 * Which operator stands at the command line, by a code of their phone or a recovery code: for deeds that must be one
 * person's. Each code is good once. Throws SECOND_STEP_REFUSED, RATE_LIMITED.
 */
export async function proveOperator(
  central: CentralDb,
  keys: Keys,
  { username, code }: Readonly<{ username: string; code: string }>,
): Promise<OperatorActor> {
  const [row] = await central
    .select({ id: operators.id, username: operators.username, name: operators.name, role: operators.role })
    .from(operators)
    .where(and(eq(operators.username, username), eq(operators.isActive, true)));
  if (row === undefined || !isOperatorRole(row.role)) return fail(REFUSAL);
  const guard = createGuessGuard(central, "operator_code");
  const vault = createCodeVault(keys, OPERATORS_REALM);
  await guard(row.id, () => spendOperatorCode(central, vault, { userId: row.id, code }), REFUSAL);
  const { role } = row;
  const factoryIds = role === "OPERATOR" ? await assignedTo(central, row.id) : null;
  return { ...row, role, permissions: operatorPermissionsOf(role), factoryIds, sessionId: "" };
}
