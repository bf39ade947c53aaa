import { fail, isBuiltIn, type Permission, type UpdateRoleInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { updateRecord } from "../record/update-record.ts";
import type { AccountPorts } from "../user/ports.ts";
import { assertHolds } from "./assert-holds.ts";
import { findHolders } from "./find-holders.ts";
import { roleRecord } from "./role-record.ts";

/**
 * Changes a role; who has it may do so from their next request on. The actor adds and takes away only what they may do themselves.
 * Throws STALE, TAKEN, NOT_FOUND, NOT_ALLOWED, WRONG_STATE for a built-in role.
 */
export async function updateRole(
  ctx: TenantContext,
  accounts: Pick<AccountPorts, "forgetPerson">,
  input: UpdateRoleInput,
): Promise<{ version: number }> {
  authorize(ctx, "roles.update");
  assertOwn(input.id);
  const { id, version, ...content } = input;
  const saved = await updateRecord(
    ctx,
    roleRecord,
    { id, version, content },
    { check: async (tx, stored) => assertHolds(tx, differing(stored.content.permissions, content.permissions)) },
  );
  for (const userId of await findHolders(ctx.db, id)) accounts.forgetPerson(userId);
  return saved;
}

/** Refuses a built-in role: it stays what everybody knows it as. */
export function assertOwn(id: string): void {
  if (isBuiltIn(id)) fail({ code: "WRONG_STATE", entity: "role", id, state: "BUILT_IN" });
}

const differing = (before: readonly Permission[], after: readonly Permission[]): Permission[] => [
  ...before.filter((permission) => !after.includes(permission)),
  ...after.filter((permission) => !before.includes(permission)),
];
