import { and, eq } from "@storehouse/db";
import { auditLog } from "@storehouse/db/tenant";
import { fail, type RestoreInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { stateAt } from "./list-history.ts";
import { getCurrent, type PeoplePorts, RESTORING } from "./restorable.ts";

/**
 * Puts a record back to what it held right after a line of the audit log, as a change like any other: by the verb that changes it, with its
 * permission and rules, told in the log as a restore. A record that holds that already stays as it is. Throws NOT_ALLOWED, NOT_FOUND, STALE,
 * and what the verb throws where the earlier state no longer fits: TAKEN, ARCHIVED, IN_USE, INVALID, LAST_MASTER.
 */
export async function restoreRecord(
  ctx: TenantContext,
  accounts: PeoplePorts,
  { entity, id, version, lineId }: RestoreInput,
): Promise<{ version: number }> {
  authorize(ctx, "auditLogs.read");
  const current = await getCurrent(ctx.db, entity, id);
  const [line] = await ctx.db
    .select({ at: auditLog.at, id: auditLog.id })
    .from(auditLog)
    .where(and(eq(auditLog.id, lineId), eq(auditLog.entity, entity), eq(auditLog.entityId, id)));
  if (line === undefined) return fail({ code: "NOT_FOUND", entity: "auditLine", id: lineId });
  const content = await stateAt(ctx.db, { entity, entityId: id, current: current.content }, line, false);
  return RESTORING[entity].save({ ...ctx, restoresLineId: lineId }, accounts, { ...content, id, version });
}
