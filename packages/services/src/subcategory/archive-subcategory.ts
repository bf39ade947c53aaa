import type { ArchiveInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { archiveRecord } from "../record/archive-record.ts";
import { subcategoryRecord } from "./subcategory-record.ts";

/** Archives a subcategory or takes it back. Products in it stay in it. */
export function archiveSubcategory(ctx: TenantContext, input: ArchiveInput): Promise<{ version: number }> {
  authorize(ctx, "subcategories.archive");
  return archiveRecord(ctx, subcategoryRecord, input);
}
