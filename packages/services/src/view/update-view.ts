import { fail, type UpdateViewInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { updateRecord } from "../record/update-record.ts";
import { assertMayShare, getChangeable, viewRecord } from "./view-record.ts";

/**
 * Changes a view, from the version the change was made from. To share one, or take one back from everybody, takes the permission to share.
 * Throws STALE, TAKEN, NOT_FOUND, ARCHIVED, NOT_ALLOWED.
 */
export async function updateView(ctx: TenantContext, input: UpdateViewInput): Promise<{ version: number }> {
  authorize(ctx, "views.keep");
  const { id, version, ...content } = input;
  const view = await getChangeable(ctx, id);
  if (view.isArchived) fail({ code: "ARCHIVED", entity: "view", id });
  if (content.isShared !== view.content.isShared) assertMayShare(ctx);
  return updateRecord(ctx, viewRecord, { id, version, content });
}
