import type { ArchiveInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { archiveRecord } from "../record/archive-record.ts";
import { refuseTaken } from "../record/refuse-taken.ts";
import { getChangeable, viewRecord } from "./view-record.ts";

/** Removes a view or takes it back, unless its name was given to another meanwhile. Throws STALE, TAKEN, NOT_FOUND, NOT_ALLOWED. */
export async function archiveView(ctx: TenantContext, input: ArchiveInput): Promise<{ version: number }> {
  authorize(ctx, "views.keep");
  const { content } = await getChangeable(ctx, input.id);
  return refuseTaken(viewRecord.uniques, content, () => archiveRecord(ctx, viewRecord, input));
}
