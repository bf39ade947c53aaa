import type { UpdateSupplierInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { updateRecord } from "../record/update-record.ts";
import { supplierRecord } from "./supplier-record.ts";

/** Changes a supplier, from the version the change was made from. */
export function updateSupplier(ctx: TenantContext, input: UpdateSupplierInput): Promise<{ version: number }> {
  authorize(ctx, "suppliers.update");
  const { id, version, ...content } = input;
  return updateRecord(ctx, supplierRecord, { id, version, content });
}
