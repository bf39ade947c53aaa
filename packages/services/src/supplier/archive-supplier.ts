import type { ArchiveInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { archiveRecord } from "../record/archive-record.ts";
import { supplierRecord } from "./supplier-record.ts";

/** Archives a supplier or takes it back. Products bought from it keep its name. */
export function archiveSupplier(ctx: TenantContext, input: ArchiveInput): Promise<{ version: number }> {
  authorize(ctx, "suppliers.archive");
  return archiveRecord(ctx, supplierRecord, input);
}
