import { eq } from "@storehouse/db";
import { roles } from "@storehouse/db/tenant";
import { type ArchiveRoleInput, fail } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { archiveRecord } from "../record/archive-record.ts";
import { findHolders } from "./find-holders.ts";
import { roleRecord } from "./role-record.ts";
import { assertOwn } from "./update-role.ts";

/** Archives a role or takes it back. Throws IN_USE while anybody has it, STALE, NOT_FOUND, WRONG_STATE for a built-in role. */
export function archiveRole(ctx: TenantContext, input: ArchiveRoleInput): Promise<{ version: number }> {
  authorize(ctx, "roles.archive");
  assertOwn(input.id);
  return archiveRecord(ctx, roleRecord, input, {
    check: async (tx, { id }, { isArchived }) => {
      if (isArchived) await refuseHeld(tx, id);
    },
  });
}

/** Locks the role before it counts: who is being given it holds the row, and is waited for. */
async function refuseHeld(ctx: TenantContext, id: string): Promise<void> {
  await ctx.db.select({ id: roles.id }).from(roles).where(eq(roles.id, id)).for("update");
  const count = (await findHolders(ctx.db, id)).length;
  if (count > 0) fail({ code: "IN_USE", entity: "role", id, by: "user", count });
}
