import { and, eq, inArray, lt, or } from "@storehouse/db";
import { imports } from "@storehouse/db/tenant";
import { fail, type ImportPlan } from "@storehouse/domain";
import { authorize, type Outlive, type TenantContext } from "../context.ts";
import { assertRoom } from "../plan/assert-room.ts";
import { newId } from "../new-id.ts";
import { findSheet, silentSince } from "./import-row.ts";
import { addedBy } from "./plan/added-by.ts";
import { getCatalogue } from "./plan/get-catalogue.ts";
import { planImport } from "./plan/plan-import.ts";
import { runImport } from "./run-import.ts";

/**
 * Starts an import and answers at once; it runs on in this process, and its status tells how far it is. Everything is written or nothing.
 * Sent again while it runs or after it is done, it answers the same and starts nothing.
 * Throws NOT_FOUND, WRONG_STATE for one that was undone, IMPORT_HAS_PROBLEMS, LIMIT_REACHED.
 */
export async function commitImport(ctx: TenantContext, outlive: Outlive, plan: ImportPlan): Promise<{ id: string }> {
  authorize(ctx, "products.import");
  const { id } = plan;
  const found = await findSheet(ctx.db, id, ctx.now());
  if (!("sheet" in found))
    return isStarted(found) ? { id } : fail({ code: "WRONG_STATE", entity: "import", id, ...found });
  const { fileName, sheet } = found;
  const catalogue = await getCatalogue(ctx, sheet, plan);
  const planned = await planImport({ sheet, plan, catalogue, newId });
  if (planned.problemCount > 0) {
    // What a twin of this request is writing, or wrote, is no problem of this one.
    if (isStarted(await findSheet(ctx.db, id, ctx.now()))) return { id };
    fail({ code: "IMPORT_HAS_PROBLEMS", count: planned.problemCount });
  }
  await assertRoom(ctx, addedBy(planned.work));
  if (await claim(ctx, id)) outlive(runImport(ctx, { id, fileName, planned }));
  return { id };
}

const isStarted = (found: Awaited<ReturnType<typeof findSheet>>): boolean =>
  "state" in found && (found.state === "RUNNING" || found.state === "DONE");

/** Only one caller finds the import waiting and takes it; a run that fell silent can be taken over. */
async function claim(ctx: TenantContext, id: string): Promise<boolean> {
  const now = ctx.now();
  const isSilent = and(eq(imports.state, "RUNNING"), lt(imports.updatedAt, silentSince(now)));
  const [result] = await ctx.db
    .update(imports)
    .set({ state: "RUNNING", done: 0, error: null, updatedAt: now })
    .where(and(eq(imports.id, id), or(inArray(imports.state, ["UPLOADED", "FAILED"]), isSilent)));
  return result.affectedRows === 1;
}
